package dev.menagerie.server.game;

import java.time.Instant;

/** One committed record, and when. */
public record StoredRecord(long version, Instant at, String record) {}
