package dev.menagerie.server.game;

/**
 * The whole state after a commit, from which a game can be taken up again without its past: made at
 * turn boundaries, and at least every {@link GameStore#RECENT_RECORDS} commits.
 */
public record Checkpoint(String snapshot, GameIndexEntry indexEntry) {}
