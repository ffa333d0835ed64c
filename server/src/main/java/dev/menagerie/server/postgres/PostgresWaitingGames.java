package dev.menagerie.server.postgres;

import dev.menagerie.server.archive.ArchivePage;
import dev.menagerie.server.archive.GameArchive;
import dev.menagerie.server.archive.WaitingGame;
import dev.menagerie.server.archive.WaitingGames;
import dev.menagerie.server.game.GameId;
import dev.menagerie.server.game.UserId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** Waiting games from the table of unfinished games. */
public final class PostgresWaitingGames implements WaitingGames {
  private static final String WAITING =
      "select game_id, game_type, status, players, audience, listing, turn_number, summary,"
          + " created_at from active_games where status = 'waiting' ";

  private static final String NEWEST_FIRST = " order by created_at desc, game_id desc limit :limit";

  private final Database database;

  public PostgresWaitingGames(Database database) {
    this.database = database;
  }

  @Override
  public ArchivePage<WaitingGame> invitationsOf(UserId user, Optional<String> cursor, int limit) {
    var from = Cursor.read(cursor);
    int size = Math.clamp(limit, 1, GameArchive.MAX_PAGE);
    var rows =
        database.read(handle ->
            handle
                .createQuery(
                    WAITING
                        + "and invited = :user and (created_at, game_id) < (:at, :id)"
                        + NEWEST_FIRST)
                .bind("user", user.value())
                .bind("at", from.at())
                .bind("id", from.id())
                .bind("limit", size + 1)
                .map((row, _) -> waiting(row))
                .list());
    return PostgresArchive.page(
        rows, size, game -> new Cursor(game.createdAt(), game.game().value()));
  }

  @Override
  public List<WaitingGame> listed(int limit) {
    return database.read(handle ->
        handle
            .createQuery(WAITING + "and listing = 'listed'" + NEWEST_FIRST)
            .bind("limit", limit)
            .map((row, _) -> waiting(row))
            .list());
  }

  @Override
  public Counts count() {
    return database.read(handle ->
        handle
            .createQuery(
                """
                select
                  (select count(*) from active_games
                    where listing = 'listed' and status = 'waiting') as open,
                  (select count(*) from active_games
                    where audience = 'public' and status in ('setup', 'active')) as live
                """)
            .map((row, _) -> new Counts(row.getLong("open"), row.getLong("live")))
            .one());
  }

  private static WaitingGame waiting(ResultSet row) throws SQLException {
    return new WaitingGame(
        new GameId(row.getString("game_id")),
        Columns.indexEntry(row),
        Columns.requiredInstant(row, "created_at"));
  }
}
