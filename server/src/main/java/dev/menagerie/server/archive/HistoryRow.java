package dev.menagerie.server.archive;

import dev.menagerie.server.game.JournalRow;
import java.time.Instant;

/** A row of the journal, without what only repeated requests and restores need. */
public record HistoryRow(int epoch, long version, Instant at, String record) {
  /** The part of a whole row. */
  public static HistoryRow of(JournalRow row) {
    return new HistoryRow(row.head().epoch(), row.head().version(), row.at(), row.record());
  }
}
