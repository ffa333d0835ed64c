package dev.menagerie.server.game;

/** A request that a commit has answered. */
public record AnsweredRequest(Request request, int epoch, long version) {}
