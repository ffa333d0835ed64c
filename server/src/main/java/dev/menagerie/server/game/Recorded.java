package dev.menagerie.server.game;

import java.time.Instant;

/** One committed record, and when. */
public record Recorded(long version, Instant at, String record) {}
