package dev.menagerie.server.archive;

import java.time.Instant;

/** A row of the journal, without what only repeated requests and restores need. */
public record HistoryRow(int epoch, long version, Instant at, String record) {}
