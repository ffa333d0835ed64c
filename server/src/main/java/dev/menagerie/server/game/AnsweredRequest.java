package dev.menagerie.server.game;

/** That a request was answered, and by which commit. */
public record AnsweredRequest(Request request, int epoch, long version) {}
