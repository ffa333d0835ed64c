package dev.menagerie.server.postgres;

import dev.menagerie.server.archive.ActiveGame;
import dev.menagerie.server.archive.ArchivePage;
import dev.menagerie.server.archive.FinishedGame;
import dev.menagerie.server.archive.FinishedSummary;
import dev.menagerie.server.archive.GameArchive;
import dev.menagerie.server.archive.ReplayData;
import dev.menagerie.server.game.Ending;
import dev.menagerie.server.game.GameId;
import dev.menagerie.server.game.UserId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Lists, summaries and replays from the tables of games. */
public final class PostgresArchive implements GameArchive {
  private static final String ACTIVE =
      "select game_id, game_type, status, players, audience, listing, turn_number, summary, epoch,"
          + " event_id, created_at, started_at, updated_at, turn_deadline from active_games ";

  private static final String FINISHED =
      "select h.*, 'finished' as status, h.event_id as version from game_history h ";

  private static final String ENDED =
      "select game_id, game_type, players, audience, listing, turn_number, summary, winner_id,"
          + " end_reason, epoch, digest, started_at, ended_at, duration_ms, rules, decks, rng_seed,"
          + " '[]' as actions, '[]' as digests, result, final_state, engine_version, cards_version,"
          + " 'finished' as status, event_id as version from game_history h ";

  private final Database database;

  /** The archive in this database. */
  public PostgresArchive(Database database) {
    this.database = database;
  }

  @Override
  public Optional<ActiveGame> active(GameId game) {
    return database.read(handle ->
        handle
            .createQuery(ACTIVE + "where game_id = :game")
            .bind("game", game.value())
            .map((row, _) -> active(row))
            .findOne());
  }

  @Override
  public ArchivePage<ActiveGame> activeOf(UserId user, Optional<String> cursor, int limit) {
    return activePage(
        "where players @> array[:user]::text[] and (updated_at, game_id) < (:at, :id)"
            + " order by updated_at desc, game_id desc limit :limit",
        Map.of("user", user.value()),
        cursor,
        limit,
        game -> new Cursor(game.updatedAt(), game.game().value()));
  }

  @Override
  public ArchivePage<ActiveGame> live(Optional<String> cursor, int limit) {
    return activePage(
        "where audience = 'public' and status in ('setup', 'active')"
            + " and (created_at, game_id) < (:at, :id)"
            + " order by created_at desc, game_id desc limit :limit",
        Map.of(),
        cursor,
        limit,
        game -> new Cursor(game.createdAt(), game.game().value()));
  }

  @Override
  public ArchivePage<ActiveGame> open(Optional<String> cursor, int limit) {
    return activePage(
        "where listing = 'listed' and status = 'waiting' and (created_at, game_id) < (:at, :id)"
            + " order by created_at desc, game_id desc limit :limit",
        Map.of(),
        cursor,
        limit,
        game -> new Cursor(game.createdAt(), game.game().value()));
  }

  private ArchivePage<ActiveGame> activePage(
      String where,
      Map<String, String> arguments,
      Optional<String> cursor,
      int limit,
      Function<ActiveGame, Cursor> position) {
    var from = Cursor.read(cursor);
    int size = Math.clamp(limit, 1, MAX_PAGE);
    var rows =
        database.read(handle ->
            handle
                .createQuery(ACTIVE + where)
                .bindMap(arguments)
                .bind("at", from.at())
                .bind("id", from.id())
                .bind("limit", size + 1)
                .map((row, _) -> active(row))
                .list());
    return page(rows, size, position);
  }

  /** One row more than the page was read, to know whether there is another page. */
  static <T> ArchivePage<T> page(List<T> rows, int size, Function<T, Cursor> position) {
    if (rows.size() <= size) return new ArchivePage<>(rows, Optional.empty());
    var items = rows.subList(0, size);
    return new ArchivePage<>(items, Optional.of(position.apply(items.getLast()).text()));
  }

  @Override
  public Optional<FinishedGame> finished(GameId game) {
    return finished(game, FINISHED);
  }

  @Override
  public Optional<FinishedGame> ended(GameId game) {
    return finished(game, ENDED);
  }

  private Optional<FinishedGame> finished(GameId game, String select) {
    return database.read(handle ->
        handle
            .createQuery(select + "where h.game_id = :game")
            .bind("game", game.value())
            .map((row, _) -> finished(row))
            .findOne());
  }

  @Override
  public ArchivePage<FinishedSummary> historyOf(UserId user, Optional<String> cursor, int limit) {
    var from = Cursor.read(cursor);
    int size = Math.clamp(limit, 1, MAX_PAGE);
    var rows =
        database.read(handle ->
            handle
                .createQuery(
                    FINISHED
                        + "join game_history_players p on p.game_id = h.game_id"
                        + " where p.user_id = :user and (p.ended_at, p.game_id) < (:at, :id)"
                        + " and h.end_reason not in ('cancelled', 'declined', 'creator_left')"
                        + " order by p.ended_at desc, p.game_id desc limit :limit")
                .bind("user", user.value())
                .bind("at", from.at())
                .bind("id", from.id())
                .bind("limit", size + 1)
                .map((row, _) -> summary(row))
                .list());
    return page(rows, size, game -> new Cursor(game.endedAt(), game.game().value()));
  }

  private static ActiveGame active(ResultSet row) throws SQLException {
    return new ActiveGame(
        new GameId(row.getString("game_id")),
        Columns.indexEntry(row),
        row.getInt("epoch"),
        row.getLong("event_id"),
        Columns.requiredInstant(row, "created_at"),
        Columns.instant(row, "started_at"),
        Columns.requiredInstant(row, "updated_at"),
        Columns.instant(row, "turn_deadline"));
  }

  private static Ending ending(ResultSet row) throws SQLException {
    return new Ending(row.getString("end_reason"), Columns.text(row, "winner_id").map(UserId::new));
  }

  static FinishedSummary summary(ResultSet row) throws SQLException {
    return new FinishedSummary(
        new GameId(row.getString("game_id")),
        Columns.indexEntry(row),
        row.getLong("version"),
        ending(row),
        Columns.requiredInstant(row, "started_at"),
        Columns.requiredInstant(row, "ended_at"),
        Duration.ofMillis(row.getLong("duration_ms")));
  }

  private static FinishedGame finished(ResultSet row) throws SQLException {
    var chronicle =
        new ReplayData(
            row.getString("rules"),
            row.getString("decks"),
            row.getString("rng_seed"),
            row.getString("actions"),
            row.getString("digests"),
            row.getString("result"),
            row.getString("engine_version"),
            row.getString("cards_version"));
    return new FinishedGame(
        new GameId(row.getString("game_id")),
        Columns.indexEntry(row),
        Columns.head(row),
        ending(row),
        Columns.requiredInstant(row, "started_at"),
        Columns.requiredInstant(row, "ended_at"),
        Duration.ofMillis(row.getLong("duration_ms")),
        chronicle,
        row.getString("final_state"));
  }
}
