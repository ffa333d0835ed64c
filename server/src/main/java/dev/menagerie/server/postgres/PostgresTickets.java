package dev.menagerie.server.postgres;

import dev.menagerie.codec.Json;
import dev.menagerie.server.game.GameId;
import dev.menagerie.server.game.UserId;
import dev.menagerie.server.matchmaking.Match;
import dev.menagerie.server.matchmaking.Ticket;
import dev.menagerie.server.matchmaking.Ticket.Queue;
import dev.menagerie.server.matchmaking.Tickets;
import dev.menagerie.server.play.GameHeader;
import dev.menagerie.server.play.GameType;
import dev.menagerie.server.play.PlayerEntry;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;

/** Tickets and matches, a row each. One node at a time makes matches, by an advisory lock. */
public final class PostgresTickets implements Tickets {
  /** Keeps this advisory lock apart from others of this database. */
  private static final int LOCK_CLASS = 7_303;

  /** How many of the latest matches an estimate is made from. */
  private static final int LATELY = 20;

  /** How long a match is kept, so that a pair's last match is known. */
  private static final Duration KEPT = Duration.ofDays(1);

  private final Database database;

  public PostgresTickets(Database database) {
    this.database = database;
  }

  @Override
  public State put(Ticket ticket) {
    return database.transact(handle -> {
      handle
          .createUpdate(
              """
              insert into matchmaking_tickets as t (user_id, preset, game_type, rating, entry,
                last_opponent, bot_at, since)
              values (:user, :preset, :type, :rating, :entry, :last, :bot_at, now())
              on conflict (user_id) do update set preset = excluded.preset,
                game_type = excluded.game_type, rating = excluded.rating, entry = excluded.entry,
                last_opponent = excluded.last_opponent, bot_at = excluded.bot_at,
                seen_at = now(), game_id = null,
                since = case when t.game_id is null and t.preset = excluded.preset
                  and t.game_type = excluded.game_type then t.since else now() end
              where not t.starting
              """)
          .bind("user", ticket.user().value())
          .bind("preset", ticket.queue().preset())
          .bind("type", name(ticket.queue().type()))
          .bind("rating", ticket.rating())
          .bind("entry", Json.text(ticket.entry()))
          .bind("last", EntryArrays.orNull(ticket.lastOpponent().map(UserId::value)))
          .bind("bot_at", ticket.botAt().map(at -> at.atOffset(ZoneOffset.UTC)).orElse(null))
          .execute();
      return state(handle, ticket.user()).orElseThrow();
    });
  }

  @Override
  public boolean drop(UserId user) {
    return database.transact(handle -> {
      handle.execute(
          "delete from matchmaking_tickets where user_id = ? and not starting", user.value());
      return state(handle, user).isEmpty();
    });
  }

  @Override
  public Optional<State> of(UserId user) {
    return database.transact(handle -> {
      handle.execute(
          "update matchmaking_tickets set seen_at = now() where user_id = ?", user.value());
      return state(handle, user);
    });
  }

  private static Optional<State> state(Handle handle, UserId user) {
    return handle
        .createQuery("select * from matchmaking_tickets where user_id = :user")
        .bind("user", user.value())
        .map((row, _) -> state(row))
        .findOne();
  }

  private static State state(ResultSet row) throws SQLException {
    var queue = queue(row);
    var since = Columns.requiredInstant(row, "since");
    return Columns.text(row, "game_id")
        .<State>map(game -> new State.Matched(queue, new GameId(game)))
        .orElseGet(() -> new State.Waiting(queue, since));
  }

  @Override
  public Optional<UserId> lastOpponent(UserId user) {
    return database.read(handle ->
        handle
            .createQuery(
                """
                select case when first_user = :user then second_user else first_user end
                from matches where first_user = :user or second_user = :user
                order by paired_at desc limit 1
                """)
            .bind("user", user.value())
            .mapTo(String.class)
            .findOne()
            .map(UserId::new));
  }

  @Override
  public List<UserId> waiting() {
    return database.read(handle ->
        handle
            .createQuery("select user_id from matchmaking_tickets where game_id is null")
            .map((row, _) -> new UserId(row.getString(1)))
            .list());
  }

  @Override
  public void seen(Collection<UserId> users) {
    database.read(handle ->
        handle
            .createUpdate(
                "update matchmaking_tickets set seen_at = now() where user_id = any(:users)")
            .bindArray("users", String.class, users.stream().map(UserId::value).toArray())
            .execute());
  }

  @Override
  public int dropAbsent() {
    return database.read(handle ->
        handle.execute(
            "delete from matchmaking_tickets where game_id is null"
                + " and seen_at < now() - make_interval(secs => ?)",
            ABSENT.toSeconds()));
  }

  @Override
  public List<Match> match(Matchmaker matchmaker) {
    return database.transact(handle -> {
      boolean isFree =
          handle
              .createQuery("select pg_try_advisory_xact_lock(:lock, 0)")
              .bind("lock", LOCK_CLASS)
              .mapTo(Boolean.class)
              .one();
      if (!isFree) return List.of();
      var waiting = waiting(handle);
      if (waiting.isEmpty()) return List.of();
      var now = handle.createQuery("select now()").mapTo(Instant.class).one();
      var hidden =
          PostgresRelations.hiddenFrom(handle, waiting.stream().map(Ticket::user).toList());
      var matches =
          matchmaker.decide(
              waiting, (one, other) -> hidden.getOrDefault(one, Set.of()).contains(other), now);
      matches.forEach(match -> keep(handle, match));
      return matches;
    });
  }

  private static List<Ticket> waiting(Handle handle) {
    return handle
        .createQuery(
            "select * from matchmaking_tickets where game_id is null"
                + " and seen_at > now() - make_interval(secs => :present)"
                + " order by since limit :limit for update skip locked")
        .bind("present", PRESENT.toSeconds())
        .bind("limit", MAX_PASS)
        .map((row, _) -> ticket(row))
        .list();
  }

  private static Ticket ticket(ResultSet row) throws SQLException {
    return new Ticket(
        queue(row),
        row.getDouble("rating"),
        Json.read(row.getString("entry"), PlayerEntry.class),
        Columns.text(row, "last_opponent").map(UserId::new),
        Columns.instant(row, "bot_at"),
        Columns.requiredInstant(row, "since"));
  }

  private static void keep(Handle handle, Match match) {
    int taken =
        handle
            .createUpdate(
                "update matchmaking_tickets set game_id = :game, starting = true"
                    + " where user_id = any(:users) and game_id is null")
            .bind("game", match.game().value())
            .bindArray("users", String.class, match.users().stream().map(UserId::value).toArray())
            .execute();
    if (taken != match.users().size()) {
      throw new IllegalStateException("a ticket of " + match + " was taken before");
    }
    handle
        .createUpdate(
            """
            insert into matches (game_id, preset, game_type, first_user, second_user, header,
              second_entry, waited_ms)
            values (:game, :preset, :type, :first, :second, :header, :entry, :waited)
            """)
        .bind("game", match.game().value())
        .bind("preset", match.queue().preset())
        .bind("type", name(match.queue().type()))
        .bind("first", match.header().creator().user().value())
        .bind("second", match.second().user().value())
        .bind("header", Json.text(match.header()))
        .bind("entry", Json.text(match.second()))
        .bind("waited", match.waitedMs())
        .execute();
  }

  @Override
  public List<Match> toStart(Duration age, int limit) {
    return database.read(handle ->
        handle
            .createQuery(
                "select * from matches where started_at is null"
                    + " and paired_at < now() - make_interval(secs => :age)"
                    + " order by paired_at limit :limit")
            .bind("age", age.toSeconds())
            .bind("limit", limit)
            .map((row, _) ->
                new Match(
                    queue(row),
                    Json.read(row.getString("header"), GameHeader.class),
                    Json.read(row.getString("second_entry"), PlayerEntry.class),
                    row.getLong("waited_ms")))
            .list());
  }

  @Override
  public void started(GameId game) {
    database.transact(handle -> {
      handle.execute(
          "update matches set started_at = now() where game_id = ? and started_at is null",
          game.value());
      return handle.execute(
          "update matchmaking_tickets set starting = false where game_id = ?", game.value());
    });
  }

  @Override
  public Optional<Duration> estimate(Queue queue) {
    return database.read(handle ->
        handle
            .createQuery(
                """
                select avg(waited_ms)::bigint from (select waited_ms from matches
                  where preset = :preset and game_type = :type
                    and paired_at > now() - interval '10 minutes'
                  order by paired_at desc limit :lately) lately
                """)
            .bind("preset", queue.preset())
            .bind("type", name(queue.type()))
            .bind("lately", LATELY)
            .map((row, _) -> Optional.ofNullable(row.getObject(1, Long.class)))
            .one()
            .map(Duration::ofMillis));
  }

  @Override
  public void sweep() {
    database.transact(handle -> {
      handle.execute(
          "delete from matchmaking_tickets t using matches m where m.game_id = t.game_id"
              + " and m.started_at < now() - interval '10 minutes'");
      return handle.execute(
          "delete from matches where started_at < now() - make_interval(secs => ?)",
          KEPT.toSeconds());
    });
  }

  private static Queue queue(ResultSet row) throws SQLException {
    return new Queue(
        row.getString("preset"),
        GameType.valueOf(row.getString("game_type").toUpperCase(Locale.ROOT)));
  }

  private static String name(GameType type) {
    return type.name().toLowerCase(Locale.ROOT);
  }
}
