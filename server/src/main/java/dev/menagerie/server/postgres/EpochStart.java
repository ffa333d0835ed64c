package dev.menagerie.server.postgres;

import dev.menagerie.server.game.GameId;
import dev.menagerie.server.game.Head;
import dev.menagerie.server.game.UserId;
import dev.menagerie.server.recovery.RecoveryLedger.Known;
import dev.menagerie.server.recovery.RestorableGame;
import dev.menagerie.server.recovery.RestoredClock;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Update;

/**
 * Begins new epochs of unfinished games, and reads what the store needs of them: some statements
 * for any number of games.
 */
final class EpochStart {
  private EpochStart() {}

  /** A game, and where its new epoch begins. */
  private record Raised(Kept kept, Head base) {
    RestoredRows.Wanted wanted() {
      return new RestoredRows.Wanted(kept.game(), kept.snapshotVersion(), base);
    }
  }

  /** Leaves out games that are over, or whose journal has another head than the known one. */
  static List<RestorableGame> of(Handle handle, List<Known> known) {
    var there = locked(handle, known);
    var heads = PostgresJournal.heads(handle, there.keySet());
    var raised = new ArrayList<Raised>();
    for (var game : known) {
      var kept = there.get(game.game());
      var head = game.head();
      if (kept == null || !head.equals(heads.get(game.game()))) continue;
      raised.add(new Raised(kept, head.inEpoch(head.epoch() + 1)));
    }
    begin(handle, raised);
    return restorable(handle, raised);
  }

  /** In one order on every node, so that no two of them wait for each other. */
  private static Map<GameId, Kept> locked(Handle handle, List<Known> known) {
    var ids = known.stream().map(game -> game.game().value()).toArray();
    var there = new HashMap<GameId, Kept>();
    handle
        .createQuery(
            "select * from active_games where game_id = any(:games::text[])"
                + " order by game_id for update")
        .bindArray("games", String.class, ids)
        .map((row, _) -> Kept.read(row))
        .forEach(kept -> there.put(kept.game(), kept));
    return there;
  }

  private static void begin(Handle handle, List<Raised> games) {
    bindBases(
            handle.createUpdate(
                "insert into game_epochs (game_id, epoch, base_version, base_digest)"
                    + " select * from unnest(:games::text[], :epochs::int[], :versions::bigint[],"
                    + " :digests::text[])"),
            games)
        .execute();
    bindBases(
            handle.createUpdate(
                "update active_games a set epoch = x.epoch from unnest(:games::text[],"
                    + " :epochs::int[], :versions::bigint[], :digests::text[])"
                    + " as x (game, epoch, version, digest) where a.game_id = x.game"),
            games)
        .execute();
  }

  private static Update bindBases(Update statement, List<Raised> games) {
    return statement
        .bindArray("games", String.class, ids(games))
        .bindArray("epochs", Integer.class, games.stream().map(g -> g.base().epoch()).toArray())
        .bindArray("versions", Long.class, games.stream().map(g -> g.base().version()).toArray())
        .bindArray("digests", String.class, games.stream().map(g -> g.base().digest()).toArray());
  }

  private static Object[] ids(List<Raised> games) {
    return games.stream().map(game -> game.kept().game().value()).toArray();
  }

  private static List<RestorableGame> restorable(Handle handle, List<Raised> games) {
    var rows = RestoredRows.of(handle, games.stream().map(Raised::wanted).toList());
    return IntStream.range(0, games.size())
        .mapToObj(i -> games.get(i).kept().restorable(games.get(i).base(), rows.get(i)))
        .toList();
  }

  /** The columns of an unfinished game that a restore needs. */
  private record Kept(
      GameId game,
      String header,
      long snapshotVersion,
      String snapshot,
      RestoredClock initialClock,
      List<UserId> players) {
    static Kept read(ResultSet row) throws SQLException {
      return new Kept(
          new GameId(row.getString("game_id")),
          row.getString("header"),
          row.getLong("event_id"),
          row.getString("snapshot"),
          new RestoredClock(
              row.getLong("clock_number"), Columns.millis(row, "clock_ms"), Optional.empty()),
          Columns.players(row));
    }

    RestorableGame restorable(Head head, RestoredRows rows) {
      return new RestorableGame(
          game,
          header,
          head,
          rows.at(),
          snapshotVersion,
          snapshot,
          rows.records,
          rows.requests,
          rows.replies,
          rows.clock().orElse(initialClock),
          players);
    }
  }
}
