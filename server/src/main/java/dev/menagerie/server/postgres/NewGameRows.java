package dev.menagerie.server.postgres;

import dev.menagerie.server.game.GameClock;
import dev.menagerie.server.game.GameId;
import dev.menagerie.server.game.GameJournal.Creation;
import dev.menagerie.server.game.GameJournal.CreationKey;
import dev.menagerie.server.game.GameJournal.CreationLimits;
import dev.menagerie.server.game.Head;
import dev.menagerie.server.game.NewGame;
import dev.menagerie.server.game.Partition;
import dev.menagerie.server.game.UserId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** The rows a game begins with, within the caller's transaction. */
final class NewGameRows {
  /** As long as answers to repeatable requests are kept. */
  private static final Duration KEYS_KEPT = Duration.ofDays(2);

  /** Keeps these advisory locks apart from others of this database. */
  private static final int LOCK_CLASS = 7_301;

  private NewGameRows() {}

  static Creation create(
      Handle handle, NewGame game, Optional<CreationKey> key, CreationLimits limits) {
    var existing = key.flatMap(k -> gameOf(handle, k));
    if (existing.isPresent()) return new Creation.Repeated(existing.get());
    if (!limits.equals(CreationLimits.NONE)) {
      var reached = reached(handle, game, limits);
      if (reached.isPresent()) return reached.get();
    }
    if (key.isPresent()) {
      var first = firstWith(handle, key.get(), game.id());
      if (!first.equals(game.id())) return new Creation.Repeated(first);
    }
    insert(handle, game);
    return new Creation.Created();
  }

  /** One creation of a user at a time: those at once on several nodes count each other. */
  private static Optional<Creation.LimitReached> reached(
      Handle handle, NewGame game, CreationLimits limits) {
    var indexEntry = game.checkpoint().indexEntry();
    var creator = indexEntry.players().getFirst().value();
    handle.execute("select pg_advisory_xact_lock(?, hashtext(?))", LOCK_CLASS, creator);
    return handle
        .createQuery(
            """
            select count(*) as unfinished, count(*) filter (where listing = 'listed'
              and status = 'waiting' and players[1] = :user) as listed
            from active_games where players @> array[:user]::text[]
            """)
        .bind("user", creator)
        .map((row, _) ->
            limits.reached(row.getLong("unfinished"), row.getLong("listed"), indexEntry.listing()))
        .one();
  }

  private static Optional<GameId> gameOf(Handle handle, CreationKey key) {
    return handle
        .createQuery("select game_id from game_creations where creator = :creator and key = :key")
        .bind("creator", key.creator().value())
        .bind("key", key.value())
        .map((row, _) -> new GameId(row.getString(1)))
        .findOne();
  }

  /** The game of the key: this one, if the key is new. */
  private static GameId firstWith(Handle handle, CreationKey key, GameId game) {
    handle
        .createUpdate(
            "insert into game_creations (creator, key, game_id) values (:creator, :key, :game)"
                + " on conflict do nothing")
        .bind("creator", key.creator().value())
        .bind("key", key.value())
        .bind("game", game.value())
        .execute();
    return gameOf(handle, key).orElseThrow();
  }

  private static void insert(Handle handle, NewGame game) {
    var clock = GameClock.NONE.after(game.clock(), Instant.EPOCH);
    var insert =
        handle
            .createUpdate(
                """
                insert into active_games (game_id, partition, game_type, status, players, audience,
                  listing, turn_number, summary, header, header_digest, clock_number, clock_ms,
                  epoch, event_id, snapshot, invited, started_at)
                values (:game, :partition, :type, :status, :players, :audience, :listing, :turn,
                  :summary, :header, :digest, :clock_number, :clock_ms, :epoch, 0, :snapshot, :invited,
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
            .bind("snapshot", game.checkpoint().snapshot())
            .bind("invited", EntryArrays.orNull(game.invited().map(UserId::value)));
    var indexEntry = game.checkpoint().indexEntry();
    insert
        .bind("type", indexEntry.gameType())
        .bind("status", Columns.name(indexEntry.status()))
        .bindArray(
            "players",
            String.class,
            (Object[]) indexEntry.players().stream().map(UserId::value).toArray(String[]::new))
        .bind("audience", Columns.name(indexEntry.audience()))
        .bind("listing", Columns.name(indexEntry.listing()))
        .bind("turn", indexEntry.turn())
        .bind("summary", indexEntry.summary());
    if (insert.execute() == 0) return;
    handle
        .createUpdate(
            "insert into game_epochs (game_id, epoch, base_version, base_digest)"
                + " values (:game, :epoch, 0, :digest)")
        .bind("game", game.id().value())
        .bind("epoch", Head.FIRST_EPOCH)
        .bind("digest", game.head().digest())
        .execute();
  }

  static List<GameId> untouched(Handle handle, Duration age, int limit) {
    return handle
        .createQuery(
            """
            select game_id from active_games a
            where event_id = 0 and created_at <= now() - make_interval(secs => :age)
              and not exists (select 1 from game_journal j where j.game_id = a.game_id)
            order by created_at limit :limit
            """)
        .bind("age", age.toSeconds())
        .bind("limit", limit)
        .map((row, _) -> new GameId(row.getString(1)))
        .list();
  }

  /** Drops names of creations that no client may repeat any more; how many. */
  static int forgetKeys(Handle handle) {
    return handle.execute(
        "delete from game_creations where created_at < now() - make_interval(secs => ?)",
        KEYS_KEPT.toSeconds());
  }

  /** Forgets a game in which nothing has happened; how many rows of it there were. */
  static int discard(Handle handle, GameId game) {
    int gone =
        handle
            .createUpdate(
                "delete from active_games a where game_id = :game and epoch = :first and not exists"
                    + " (select 1 from game_journal j where j.game_id = a.game_id)")
            .bind("game", game.value())
            .bind("first", Head.FIRST_EPOCH)
            .execute();
    if (gone == 0) return gone;
    handle.execute("delete from game_epochs where game_id = ?", game.value());
    handle.execute("delete from game_creations where game_id = ?", game.value());
    return gone;
  }
}
