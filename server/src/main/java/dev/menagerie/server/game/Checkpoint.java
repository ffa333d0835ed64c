package dev.menagerie.server.game;

/**
 * The whole state after a commit, from which a game can be taken up again without its past: made at
 * the turn boundaries that are some commits apart, and at least every {@link
 * GameStore#RECENT_RECORDS} commits (ADR 0025).
 */
public record Checkpoint(String snapshot, GameIndexEntry indexEntry) {}
