package dev.menagerie.server.postgres;

import dev.menagerie.server.game.UserId;
import dev.menagerie.server.players.PlayerSearch;
import dev.menagerie.server.players.Relations.Known;
import java.util.List;

/** Users by name, and the players of a user's last games. */
public final class PostgresPlayerSearch implements PlayerSearch {
  /** A user's last games, among which opponents are looked for. */
  private static final int LAST_GAMES = 200;

  private final Database database;

  public PostgresPlayerSearch(Database database) {
    this.database = database;
  }

  @Override
  public List<Known> find(UserId asker, String key) {
    var escaped = key.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_");
    return database.read(handle ->
        handle
            .createQuery(
                "select u.id, u.name from users u where u.registered and u.findable"
                    + " and u.name_key like :prefix and u.id <> :user and"
                    + PostgresRelations.NOT_BLOCKED
                    + "order by u.name_key limit :most")
            .bind("prefix", escaped + "%")
            .bind("user", asker.value())
            .bind("most", MAX_FOUND)
            .map((row, _) -> new Known(new UserId(row.getString(1)), row.getString(2)))
            .list());
  }

  @Override
  public List<Opponent> opponentsOf(UserId user) {
    return database.read(handle ->
        handle
            .createQuery(
                """
                select u.id, u.name, count(*) as games, max(g.ended_at) as last_played from (
                  select h.players, p.ended_at from game_history_players p
                  join game_history h on h.game_id = p.game_id
                  where p.user_id = :user order by p.ended_at desc limit :games) g
                join users u on u.id = any(g.players)
                where u.id <> :user and
                """
                    + PostgresRelations.NOT_BLOCKED
                    + "group by u.id, u.name order by last_played desc limit :most")
            .bind("user", user.value())
            .bind("games", LAST_GAMES)
            .bind("most", MAX_OPPONENTS)
            .map((row, _) ->
                new Opponent(
                    new UserId(row.getString("id")),
                    row.getString("name"),
                    row.getInt("games"),
                    Columns.requiredInstant(row, "last_played")))
            .list());
  }

  @Override
  public boolean isFindable(UserId user) {
    return database.read(handle ->
        handle
            .createQuery("select findable from users where id = :user")
            .bind("user", user.value())
            .mapTo(Boolean.class)
            .findOne()
            .orElse(false));
  }

  @Override
  public void setFindable(UserId user, boolean findable) {
    database.read(handle ->
        handle.execute("update users set findable = ? where id = ?", findable, user.value()));
  }
}
