package dev.menagerie.server.game;

/** A request that a commit carried out. */
public record CommittedRequest(Request request, int epoch, long version) {}
