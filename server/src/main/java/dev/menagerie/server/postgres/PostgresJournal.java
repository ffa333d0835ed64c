package dev.menagerie.server.postgres;

import dev.menagerie.server.game.Checkpoint;
import dev.menagerie.server.game.ClockOp;
import dev.menagerie.server.game.Commit;
import dev.menagerie.server.game.GameClock;
import dev.menagerie.server.game.GameId;
import dev.menagerie.server.game.GameJournal;
import dev.menagerie.server.game.GameStatus;
import dev.menagerie.server.game.Head;
import dev.menagerie.server.game.HistoryComposer;
import dev.menagerie.server.game.JournalEntry;
import dev.menagerie.server.game.JournalRow;
import dev.menagerie.server.game.NewGame;
import dev.menagerie.server.game.Partition;
import dev.menagerie.server.game.Recorded;
import dev.menagerie.server.game.Request;
import dev.menagerie.server.game.Standing;
import dev.menagerie.server.game.UserId;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.SqlStatement;

/** The journal of games in Postgres: rows that are only ever added. */
public final class PostgresJournal implements GameJournal {
  private final Database database;
  private final GameEnd end;

  public PostgresJournal(Database database, HistoryComposer composer) {
    this.database = database;
    this.end = new GameEnd(composer);
  }

  @Override
  public Creation create(NewGame game, Optional<CreationKey> key) {
    return database.transact(handle -> {
      if (key.isPresent()) {
        var first = firstWith(handle, key.get(), game.id());
        if (!first.equals(game.id())) return new Creation.Repeated(first);
      }
      insert(handle, game);
      return new Creation.Created();
    });
  }

  /** The game the key belongs to: this one, if nobody used the key before. */
  private static GameId firstWith(Handle handle, CreationKey key, GameId game) {
    handle
        .createUpdate(
            "insert into game_creations (creator, key, game_id) values (:creator, :key, :game)"
                + " on conflict do nothing")
        .bind("creator", key.creator().value())
        .bind("key", key.value())
        .bind("game", game.value())
        .execute();
    return handle
        .createQuery("select game_id from game_creations where creator = :creator and key = :key")
        .bind("creator", key.creator().value())
        .bind("key", key.value())
        .map((row, _) -> new GameId(row.getString(1)))
        .one();
  }

  private static void insert(Handle handle, NewGame game) {
    var clock = GameClock.NONE.after(game.clock(), Instant.EPOCH);
    var insert =
        handle
            .createUpdate(
                """
                insert into active_games (game_id, partition, game_type, status, players, audience,
                  listing, turn_number, summary, header, header_digest, clock_number, clock_ms,
                  epoch, event_id, snapshot, started_at)
                values (:game, :partition, :type, :status, :players, :audience, :listing, :turn,
                  :summary, :header, :digest, :clock_number, :clock_ms, :epoch, 0, :snapshot,
                  case when :status <> 'waiting' then date_trunc('milliseconds', now()) end)
                on conflict do nothing
                """)
            .bind("game", game.id().value())
            .bind("partition", Partition.of(game.id()).value())
            .bind("header", game.header())
            .bind("digest", game.head().digest())
            .bind("clock_number", clock.number())
            .bind("clock_ms", EntryArrays.orNull(clock.deadline().map(Instant::toEpochMilli)))
            .bind("epoch", Head.FIRST_EPOCH)
            .bind("snapshot", game.checkpoint().snapshot());
    if (bind(insert, game.checkpoint().standing()).execute() == 0) return;
    handle
        .createUpdate(
            "insert into game_epochs (game_id, epoch, base_version, base_digest)"
                + " values (:game, :epoch, 0, :digest)")
        .bind("game", game.id().value())
        .bind("epoch", Head.FIRST_EPOCH)
        .bind("digest", game.head().digest())
        .execute();
  }

  private static <S extends SqlStatement<S>> S bind(S statement, Standing standing) {
    return statement
        .bind("type", standing.gameType())
        .bind("status", Columns.name(standing.status()))
        .bindArray(
            "players",
            String.class,
            (Object[]) standing.players().stream().map(UserId::value).toArray(String[]::new))
        .bind("audience", Columns.name(standing.audience()))
        .bind("listing", Columns.name(standing.listing()))
        .bind("turn", standing.turn())
        .bind("summary", standing.summary());
  }

  @Override
  public void discard(GameId game) {
    database.transact(handle -> {
      var gone =
          handle
              .createUpdate(
                  "delete from active_games a where game_id = :game and not exists"
                      + " (select 1 from game_journal j where j.game_id = a.game_id)")
              .bind("game", game.value())
              .execute();
      if (gone == 0) return gone;
      handle.execute("delete from game_epochs where game_id = ?", game.value());
      handle.execute("delete from game_creations where game_id = ?", game.value());
      return gone;
    });
  }

  @Override
  public Appended append(List<JournalEntry> entries) {
    if (entries.isEmpty()) return new Appended(0, List.of());
    // The same order on every node: two that write the same rows never wait for each other.
    var ordered = entries.stream().sorted(JournalEntry::inOrder).toList();
    return database.transact(handle -> append(handle, ordered));
  }

  Appended append(Handle handle, List<JournalEntry> ordered) {
    var places =
        new EntryArrays(ordered)
            .bindTo(
                handle.createQuery(
                    "insert into game_journal ("
                        + EntryArrays.COLUMNS
                        + ") "
                        + EntryArrays.ROWS
                        + " on conflict do nothing returning game_id, epoch, version"))
            .map((row, _) -> new Place(row.getString(1), row.getInt(2), row.getLong(3)))
            .set();
    var written = ordered.stream().filter(e -> places.contains(Place.of(e))).toList();
    checkpoint(handle, written);
    written.stream().filter(e -> e.ending().isPresent()).forEach(e -> end.reached(handle, e));
    var contradictions =
        places.size() == ordered.size() ? List.<JournalEntry>of() : keepAside(handle, ordered);
    return new Appended(places.size(), contradictions);
  }

  private record Place(String game, int epoch, long version) {
    static Place of(JournalEntry entry) {
      return new Place(entry.game().value(), entry.head().epoch(), entry.head().version());
    }
  }

  /** Brings each game's row to its last checkpoint, and its deadline to what it is now. */
  private static void checkpoint(Handle handle, List<JournalEntry> written) {
    var latest = new HashMap<GameId, JournalEntry>();
    var checkpoints = new HashMap<GameId, JournalEntry>();
    var begun = new HashMap<GameId, Instant>();
    for (var entry : written) {
      latest.put(entry.game(), entry);
      if (entry.entry().checkpoint().isEmpty()) continue;
      checkpoints.put(entry.game(), entry);
      if (!waits(entry)) begun.putIfAbsent(entry.game(), entry.at());
    }
    if (!checkpoints.isEmpty()) reach(handle, List.copyOf(checkpoints.values()), begun);
    var moved =
        latest.values().stream()
            .filter(e -> !(e.entry().clock() instanceof ClockOp.Keep))
            .filter(e -> e.entry().checkpoint().isEmpty())
            .toList();
    if (!moved.isEmpty()) moveDeadlines(handle, moved);
  }

  private static boolean waits(JournalEntry entry) {
    var standing = entry.entry().checkpoint().orElseThrow().standing();
    return standing.status() == GameStatus.WAITING;
  }

  private static void reach(
      Handle handle, List<JournalEntry> checkpoints, Map<GameId, Instant> begun) {
    var batch =
        handle.prepareBatch(
            """
            update active_games set game_type = :type, status = :status, players = :players,
              audience = :audience, listing = :listing, turn_number = :turn, summary = :summary,
              event_id = :version, snapshot = :snapshot, updated_at = :at,
              turn_deadline = :deadline,
              started_at = coalesce(started_at, cast(:begun as timestamptz))
            where game_id = :game and epoch = :epoch and event_id < :version
            """);
    for (var entry : checkpoints) {
      Checkpoint reached = entry.entry().checkpoint().orElseThrow();
      bind(batch, reached.standing())
          .bind("snapshot", reached.snapshot())
          .bind("game", entry.game().value())
          .bind("epoch", entry.head().epoch())
          .bind("version", entry.head().version())
          .bind("at", entry.at())
          .bind("begun", begun.get(entry.game()))
          .bind("deadline", EntryArrays.orNull(entry.clock().deadline()))
          .add();
    }
    batch.execute();
  }

  private static void moveDeadlines(Handle handle, List<JournalEntry> moved) {
    var batch =
        handle.prepareBatch(
            "update active_games set turn_deadline = :deadline"
                + " where game_id = :game and epoch = :epoch");
    for (var entry : moved) {
      batch
          .bind("deadline", EntryArrays.orNull(entry.clock().deadline()))
          .bind("game", entry.game().value())
          .bind("epoch", entry.head().epoch())
          .add();
    }
    batch.execute();
  }

  /** Of entries that were not all new: those whose place is another's. */
  private static List<JournalEntry> keepAside(Handle handle, List<JournalEntry> ordered) {
    var arrays = new EntryArrays(ordered);
    var there =
        handle
            .createQuery(
                "select j.game_id, j.epoch, j.version, j.digest from game_journal j"
                    + " join unnest(:games::text[], :epochs::int[], :versions::bigint[])"
                    + " as x (g, e, v) on (j.game_id, j.epoch, j.version) = (x.g, x.e, x.v)")
            .bindArray("games", String.class, arrays.column(e -> e.game().value()))
            .bindArray("epochs", Integer.class, arrays.column(e -> e.head().epoch()))
            .bindArray("versions", Long.class, arrays.column(e -> e.head().version()))
            .map((row, _) -> row.getString("game_id") + " " + Columns.head(row))
            .set();
    var contradictions =
        ordered.stream().filter(e -> !there.contains(e.game() + " " + e.head())).toList();
    if (!contradictions.isEmpty()) Tails.keep(handle, contradictions, "contradiction");
    return contradictions;
  }

  @Override
  public Optional<Head> head(GameId game) {
    return database.read(handle -> head(handle, game));
  }

  static Optional<Head> head(Handle handle, GameId game) {
    return handle
        .createQuery(
            """
            select e.epoch, coalesce(j.version, e.base_version) as version,
              coalesce(j.digest, e.base_digest) as digest
            from game_epochs e
            left join lateral (select version, digest from game_journal
              where game_id = e.game_id and epoch = e.epoch order by version desc limit 1) j on true
            where e.game_id = :game order by e.epoch desc limit 1
            """)
        .bind("game", game.value())
        .map((row, _) -> Columns.head(row))
        .findOne();
  }

  @Override
  public List<JournalRow> rows(GameId game) {
    return database.read(handle -> rows(handle, game));
  }

  /** Each epoch's rows up to where a later one begins. */
  static List<JournalRow> rows(Handle handle, GameId game) {
    return handle
        .createQuery(
            """
            select j.* from game_journal j
            where j.game_id = :game and not exists (select 1 from game_epochs n
              where n.game_id = j.game_id and n.epoch > j.epoch and n.base_version < j.version)
            order by j.version
            """)
        .bind("game", game.value())
        .map((row, _) -> Columns.journalRow(row))
        .list();
  }

  @Override
  public List<Recorded> recordsAfter(GameId game, int epoch, long version, int limit) {
    return database.read(handle ->
        handle
            .createQuery(
                "select version, at, record from game_journal where game_id = :game"
                    + " and epoch = :epoch and version > :version order by version limit :limit")
            .bind("game", game.value())
            .bind("epoch", epoch)
            .bind("version", version)
            .bind("limit", limit)
            .map((row, _) ->
                new Recorded(
                    row.getLong("version"),
                    Columns.requiredInstant(row, "at"),
                    row.getString("record")))
            .list());
  }

  @Override
  public Optional<Commit> reply(GameId game, Request request) {
    return database.read(handle ->
        handle
            .createQuery(
                """
                select j.* from game_journal j
                where j.game_id = :game and j.seat = :seat and j.message_id = :message
                  and not exists (select 1 from game_epochs n where n.game_id = j.game_id
                    and n.epoch > j.epoch and n.base_version < j.version)
                """)
            .bind("game", game.value())
            .bind("seat", request.seat())
            .bind("message", request.id().value())
            .map((row, _) -> Columns.journalRow(row).answerTo(request))
            .findOne());
  }
}
