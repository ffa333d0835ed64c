package dev.menagerie.server.postgres;

import dev.menagerie.server.game.CommittedRequest;
import dev.menagerie.server.game.GameId;
import dev.menagerie.server.game.Head;
import dev.menagerie.server.game.JournalRow;
import dev.menagerie.server.game.UserId;
import dev.menagerie.server.recovery.RecoveryLedger;
import dev.menagerie.server.recovery.RecoveryLedger.Known;
import dev.menagerie.server.recovery.RestorableGame;
import dev.menagerie.server.recovery.RestoredClock;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collector;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import org.jdbi.v3.core.statement.Update;

/**
 * Begins new epochs of unfinished games, and reads what the store needs of them: some statements
 * for any number of games.
 */
final class EpochStart {
  /**
   * The rows of one game after another: of each epoch those up to where a later one begins, as the
   * rows behind that are not part of the game. The order within makes Postgres look for each game
   * by the index, whatever it believes of the tables' sizes: it once read the whole journal for
   * every 32 games.
   */
  private static final String ROWS =
      """
      select j.* from unnest(:games::text[], :versions::bigint[]) as g (id, version)
      cross join lateral (select n.epoch, min(n.base_version) over (order by n.epoch desc
          rows between unbounded preceding and 1 preceding) as last
        from game_epochs n where n.game_id = g.id) e
      cross join lateral (select %s from game_journal j
        where j.game_id = g.id and j.epoch = e.epoch and j.version %s g.version
          and (e.last is null or j.version <= e.last)
        order by j.version) j
      """;

  private static final String OF_REQUESTS =
      "game_id, epoch, version, seat, message_id, payload_hash";

  private EpochStart() {}

  /** A game, and where its new epoch begins. */
  private record Raised(Kept kept, Head base) {}

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

  /** Of the latest rows everything is read, of those before them only whose requests they were. */
  private static List<RestorableGame> restorable(Handle handle, List<Raised> games) {
    var latest =
        rows(handle, ROWS.formatted("*", ">"), games)
            .map((row, _) -> new OfGame<>(row.getString("game_id"), Columns.journalRow(row)))
            .collect(OfGame.grouped());
    var requests =
        rows(handle, ROWS.formatted(OF_REQUESTS, "<="), games)
            .map((row, _) -> new OfGame<>(row.getString("game_id"), request(row)))
            .collect(OfGame.grouped());
    return games.stream()
        .map(game -> {
          var id = game.kept().game();
          return game.kept()
              .restorable(
                  game.base(),
                  requests.getOrDefault(id, List.of()),
                  inOrder(latest.getOrDefault(id, List.of())));
        })
        .toList();
  }

  private static List<JournalRow> inOrder(List<JournalRow> rows) {
    return rows.stream().sorted(Comparator.comparingLong(row -> row.head().version())).toList();
  }

  private static Query rows(Handle handle, String sql, List<Raised> games) {
    var versions = games.stream().map(game -> game.kept().wholeAfter(game.base())).toArray();
    return handle
        .createQuery(sql)
        .bindArray("games", String.class, ids(games))
        .bindArray("versions", Long.class, versions);
  }

  private static Optional<CommittedRequest> request(ResultSet row) throws SQLException {
    int epoch = row.getInt("epoch");
    long version = row.getLong("version");
    return Columns.request(row).map(request -> new CommittedRequest(request, epoch, version));
  }

  private record OfGame<T>(GameId game, T one) {
    OfGame(String game, T one) {
      this(new GameId(game), one);
    }

    static <T> Collector<OfGame<T>, ?, Map<GameId, List<T>>> grouped() {
      return Collectors.groupingBy(
          OfGame::game, Collectors.mapping(OfGame::one, Collectors.toList()));
    }
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

    /** The rows after this version are enough for the state and for the latest replies. */
    long wholeAfter(Head head) {
      return Math.min(snapshotVersion, head.version() - RecoveryLedger.RESTORED_REPLIES);
    }

    RestorableGame restorable(
        Head head, List<Optional<CommittedRequest>> older, List<JournalRow> latest) {
      var requests =
          Stream.concat(older.stream(), latest.stream().map(JournalRow::committedRequest))
              .flatMap(Optional::stream)
              .toList();
      var clock =
          latest.isEmpty()
              ? initialClock
              : RestoredClock.of(latest.getLast().clock(), latest.getLast().at());
      return new RestorableGame(
          game, header, head, snapshotVersion, snapshot, latest, requests, clock, players);
    }
  }
}
