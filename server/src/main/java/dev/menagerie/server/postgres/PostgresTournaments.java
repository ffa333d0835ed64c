package dev.menagerie.server.postgres;

import dev.menagerie.codec.Json;
import dev.menagerie.server.game.GameId;
import dev.menagerie.server.game.UserId;
import dev.menagerie.server.play.GameHeader;
import dev.menagerie.server.play.PlayerEntry;
import dev.menagerie.server.tournament.Tournament;
import dev.menagerie.server.tournament.TournamentId;
import dev.menagerie.server.tournament.TournamentStore;
import dev.menagerie.server.tournament.TournamentSummary;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Tournaments, a row each, with the decks of their players and the games of their matches. */
public final class PostgresTournaments implements TournamentStore {
  /** Keeps this advisory lock apart from others of this database. */
  private static final int LOCK_CLASS = 7_304;

  /** Tournaments that are dropped in one statement. */
  private static final int BATCH = 10;

  private final Database database;

  public PostgresTournaments(Database database) {
    this.database = database;
  }

  @Override
  public boolean create(Tournament tournament) {
    return database.transact(handle -> {
      handle.execute("select pg_advisory_xact_lock(?, 0)", LOCK_CLASS);
      int open =
          handle
              .createQuery("select count(*) from tournaments where ended_at is null")
              .mapTo(Integer.class)
              .one();
      if (open >= MAX_OPEN) return false;
      TournamentRows.insert(handle, tournament);
      return true;
    });
  }

  @Override
  public Optional<Tournament> find(TournamentId id) {
    return database.read(handle ->
        handle
            .createQuery("select state from tournaments where id = :id")
            .bind("id", id.value())
            .mapTo(String.class)
            .findOne()
            .map(state -> Json.read(state, Tournament.class)));
  }

  @Override
  public List<TournamentSummary> current() {
    return database.read(handle ->
        handle
            .createQuery(
                "select summary from tournaments where ended_at is null"
                    + " or ended_at > now() - interval '1 hour'"
                    + " order by ended_at is not null, starts_at, id limit :limit")
            .bind("limit", MAX_OPEN)
            .mapTo(String.class)
            .map(text -> Json.read(text, TournamentSummary.class))
            .list());
  }

  @Override
  public List<TournamentSummary> ended(Optional<Instant> before) {
    return database.read(handle ->
        handle
            .createQuery(
                "select summary from tournaments where ended_at < :before"
                    + " order by ended_at desc limit :limit")
            .bind("before", before.orElse(Cursor.START.at()).atOffset(ZoneOffset.UTC))
            .bind("limit", PAGE)
            .mapTo(String.class)
            .map(text -> Json.read(text, TournamentSummary.class))
            .list());
  }

  @Override
  public <T> Optional<T> locked(TournamentId id, Function<Locked, T> work) {
    return database.transact(handle -> TournamentRows.lock(handle, id).map(work));
  }

  @Override
  public List<TournamentId> due(Instant now) {
    return database.read(handle ->
        handle
            .createQuery(
                """
                select id from tournaments t where ended_at is null and (next_at <= :now
                  or exists (select 1 from tournament_games g where g.tournament_id = t.id
                    and g.ended_at is not null and not g.taken))
                order by starts_at limit :limit
                """)
            .bind("now", now.atOffset(ZoneOffset.UTC))
            .bind("limit", MAX_OPEN)
            .map((row, _) -> new TournamentId(row.getString(1)))
            .list());
  }

  @Override
  public Map<UserId, String> names(Collection<UserId> users) {
    var names = new HashMap<UserId, String>();
    database.read(handle -> {
      handle
          .createQuery("select id, name from users where id = any(:users)")
          .bindArray("users", String.class, ids(users))
          .map((row, _) -> Map.entry(new UserId(row.getString(1)), row.getString(2)))
          .forEach(one -> names.put(one.getKey(), one.getValue()));
      return names;
    });
    return names;
  }

  private static Object[] ids(Collection<UserId> users) {
    return users.stream().map(UserId::value).toArray();
  }

  @Override
  public Optional<PlayerEntry> entry(TournamentId id, UserId user) {
    return database.read(handle -> TournamentRows.entry(handle, id, user));
  }

  @Override
  public List<Registered> registeredFor(UserId user) {
    return database.read(handle ->
        handle
            .createQuery(
                """
                select t.summary, p.entry from tournament_players p
                join tournaments t on t.id = p.tournament_id
                where p.user_id = :user order by t.starts_at desc limit :most
                """)
            .bind("user", user.value())
            .bind("most", PAGE)
            .map((row, _) ->
                new Registered(
                    Json.read(row.getString("summary"), TournamentSummary.class),
                    Json.read(row.getString("entry"), PlayerEntry.class)))
            .list());
  }

  @Override
  public Set<UserId> acted(Collection<GameId> games) {
    var users = new HashSet<UserId>();
    database.read(handle -> {
      handle
          .createQuery(
              """
              select distinct a.players[j.seat + 1] as user_id from game_journal j
              join active_games a on a.game_id = j.game_id
              where j.game_id = any(:games) and j.message_id is not null
              """)
          .bindArray("games", String.class, games.stream().map(GameId::value).toArray())
          .map((row, _) -> new UserId(row.getString(1)))
          .forEach(users::add);
      return users;
    });
    return users;
  }

  @Override
  public List<PlannedGame> toStart(int limit) {
    return database.read(handle ->
        handle
            .createQuery(
                "select * from tournament_games where started_at is null and ended_at is null"
                    + " and not surplus order by planned_at limit :limit")
            .bind("limit", limit)
            .map((row, _) ->
                new PlannedGame(
                    new TournamentId(row.getString("tournament_id")),
                    Json.read(row.getString("header"), GameHeader.class),
                    Json.read(row.getString("second_entry"), PlayerEntry.class)))
            .list());
  }

  @Override
  public void started(GameId game) {
    database.read(handle ->
        handle.execute(
            "update tournament_games set started_at = now()"
                + " where game_id = ? and started_at is null",
            game.value()));
  }

  @Override
  public List<SurplusGame> toEnd(int limit) {
    return database.read(handle ->
        handle
            .createQuery(
                "select game_id, loser from tournament_games where surplus and ended_at is null"
                    + " order by planned_at limit :limit")
            .bind("limit", limit)
            .map((row, _) ->
                new SurplusGame(
                    new GameId(row.getString(1)), Columns.text(row, "loser").map(UserId::new)))
            .list());
  }

  @Override
  public void neverBegan(GameId game) {
    database.read(handle ->
        handle.execute(
            "update tournament_games set ended_at = now(), end_reason = 'cancelled'"
                + " where game_id = ? and ended_at is null",
            game.value()));
  }

  @Override
  public int sweep(Duration age) {
    return database.read(handle ->
        handle.execute(
            "delete from tournaments where id in (select id from tournaments"
                + " where ended_at < now() - make_interval(secs => ?) limit ?)",
            age.toSeconds(),
            BATCH));
  }
}
