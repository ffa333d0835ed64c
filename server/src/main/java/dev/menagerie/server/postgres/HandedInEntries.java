package dev.menagerie.server.postgres;

import dev.menagerie.codec.Json;
import dev.menagerie.server.game.Cause;
import dev.menagerie.server.game.Checkpoint;
import dev.menagerie.server.game.ClockOp;
import dev.menagerie.server.game.Ending;
import dev.menagerie.server.game.Entry;
import dev.menagerie.server.game.GameId;
import dev.menagerie.server.game.GameIndexEntry;
import dev.menagerie.server.game.JournalEntry;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/**
 * Complete entries stored beside the journal until a recovery decides whether they belong in it.
 */
final class HandedInEntries {
  /** Handed in by a node, to be looked at by the recovery. */
  static final String HANDED_IN = "handed in";

  /** Examined: no node had the entry before it. */
  static final String ORPHANED = "orphaned";

  private HandedInEntries() {}

  static void keep(Handle handle, List<JournalEntry> entries, String reason) {
    var arrays = new EntryArrays(entries);
    arrays
        .bindTo(
            handle.createUpdate(
                "insert into game_journal_tails ("
                    + EntryArrays.COLUMNS
                    + ", reason, snapshot, standing, ending) select r.*, :reason, y.sn, y.st, y.en"
                    + " from ("
                    + EntryArrays.ROWS.replace("select x.g", "select x.g as game")
                    + ") r join unnest(:games::text[], :epochs::int[], :versions::bigint[],"
                    + " :digests::text[], :snapshots::text[], :standings::text[],"
                    + " :endings::text[]) as y (g, e, v, d, sn, st, en)"
                    + " on (r.game, r.e, r.v, r.d) = (y.g, y.e, y.v, y.d)"
                    + " on conflict do nothing"))
        .bind("reason", reason)
        .bind(
            "snapshots",
            arrays.texts(e -> EntryArrays.orNull(e.entry().checkpoint().map(Checkpoint::snapshot))))
        .bind(
            "standings",
            arrays.texts(e ->
                EntryArrays.orNull(e.entry().checkpoint().map(c -> Json.text(c.indexEntry())))))
        .bind("endings", arrays.texts(e -> EntryArrays.orNull(e.ending().map(Json::text))))
        .execute();
  }

  static List<JournalEntry> handedIn(Handle handle) {
    return handle
        .createQuery(
            "select * from game_journal_tails where reason = :reason"
                + " order by game_id, epoch, version")
        .bind("reason", HANDED_IN)
        .map((row, _) -> read(row))
        .list();
  }

  static List<GameId> games(Handle handle) {
    return handle
        .createQuery("select distinct game_id from game_journal_tails where reason = :reason")
        .bind("reason", HANDED_IN)
        .map((row, _) -> new GameId(row.getString("game_id")))
        .list();
  }

  /**
   * One statement looks at the nodes and at the entries in one moment: entries that are handed in
   * beside it, for another run, stay.
   */
  static int orphan(Handle handle, String run, Duration seenWithin) {
    var update =
        handle.createUpdate(
            "update game_journal_tails set reason = :orphaned where reason = :handedIn"
                + " and not exists ("
                + AwaitedNodes.SELECT
                + ")");
    return AwaitedNodes.bind(update, run, seenWithin)
        .bind("orphaned", ORPHANED)
        .bind("handedIn", HANDED_IN)
        .execute();
  }

  /** Drops those that the journal has. */
  static void dropJournaled(Handle handle) {
    handle.execute(
        "delete from game_journal_tails t using game_journal j where t.reason = ? and"
            + " (j.game_id, j.epoch, j.version, j.digest) ="
            + " (t.game_id, t.epoch, t.version, t.digest)",
        HANDED_IN);
  }

  private static JournalEntry read(ResultSet row) throws SQLException {
    var checkpoint = checkpoint(row);
    var ending = Columns.text(row, "ending").map(json -> Json.read(json, Ending.class));
    var cause = Columns.request(row).<Cause>map(Cause.Asked::new).orElseGet(Cause.Service::new);
    return new JournalEntry(
        new GameId(row.getString("game_id")),
        Columns.head(row),
        Columns.requiredInstant(row, "at"),
        new Entry(
            cause,
            row.getString("record"),
            row.getString("reply"),
            new ClockOp.Keep(), // the clock it led to is kept, which is all the journal asks for
            Optional.empty(),
            checkpoint,
            ending),
        Columns.clock(row));
  }

  private static Optional<Checkpoint> checkpoint(ResultSet row) throws SQLException {
    var snapshot = Columns.text(row, "snapshot");
    if (snapshot.isEmpty()) return Optional.empty();
    var indexEntry = Json.read(row.getString("standing"), GameIndexEntry.class);
    return Optional.of(new Checkpoint(snapshot.get(), indexEntry));
  }
}
