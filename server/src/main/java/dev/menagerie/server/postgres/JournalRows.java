package dev.menagerie.server.postgres;

import dev.menagerie.server.archive.HistoryComposer;
import dev.menagerie.server.game.GameJournal.Appended;
import dev.menagerie.server.game.JournalEntry;
import dev.menagerie.server.rating.SameAddress;
import java.util.List;
import org.jdbi.v3.core.Handle;

/**
 * Adds entries to the journal, and to the tables that follow it, within the caller's transaction.
 */
final class JournalRows {
  private final GameEnd end;

  JournalRows(HistoryComposer composer, SameAddress sameAddress) {
    this.end = new GameEnd(composer, sameAddress);
  }

  Appended append(Handle handle, List<JournalEntry> ordered) {
    var keys =
        new EntryArrays(ordered)
            .bindTo(
                handle.createQuery(
                    "insert into game_journal ("
                        + EntryArrays.COLUMNS
                        + ") "
                        + EntryArrays.ROWS
                        + " on conflict do nothing returning game_id, epoch, version"))
            .map((row, _) -> new EntryKey(row.getString(1), row.getInt(2), row.getLong(3)))
            .set();
    var written = ordered.stream().filter(e -> keys.contains(EntryKey.of(e))).toList();
    ActiveRows.follow(handle, written);
    written.stream().filter(e -> e.ending().isPresent()).forEach(e -> end.apply(handle, e));
    var contradictions =
        keys.size() == ordered.size() ? List.<JournalEntry>of() : keepAside(handle, ordered);
    return new Appended(keys.size(), contradictions);
  }

  private record EntryKey(String game, int epoch, long version) {
    static EntryKey of(JournalEntry entry) {
      return new EntryKey(entry.game().value(), entry.head().epoch(), entry.head().version());
    }
  }

  /** Of entries that were not all new: those whose place is another's. */
  private static List<JournalEntry> keepAside(Handle handle, List<JournalEntry> ordered) {
    var arrays = new EntryArrays(ordered);
    var there =
        arrays
            .bindPlaces(
                handle.createQuery(
                    "select j.game_id, j.epoch, j.version, j.digest from game_journal j"
                        + " join unnest(:games::text[], :epochs::int[], :versions::bigint[])"
                        + " as x (g, e, v) on (j.game_id, j.epoch, j.version) = (x.g, x.e, x.v)"))
            .map((row, _) -> row.getString("game_id") + " " + Columns.head(row))
            .set();
    var contradictions =
        ordered.stream().filter(e -> !there.contains(e.game() + " " + e.head())).toList();
    if (!contradictions.isEmpty()) HandedInEntries.keep(handle, contradictions, "contradiction");
    return contradictions;
  }
}
