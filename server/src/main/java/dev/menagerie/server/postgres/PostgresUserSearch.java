package dev.menagerie.server.postgres;

import dev.menagerie.server.admin.UserSearch;
import dev.menagerie.server.auth.PlayerName;
import dev.menagerie.server.game.UserId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Searches users for operators, in the tables of users and sanctions. */
public final class PostgresUserSearch implements UserSearch {
  private static final String USERS =
      "select id, name, registered, created_at, exists (select 1 from sanctions s"
          + " where s.user_id = u.id and kind = 'ban' and (until is null or until > now()))"
          + " as banned from users u ";

  private final Database database;

  public PostgresUserSearch(Database database) {
    this.database = database;
  }

  @Override
  public List<Row> named(String beginning) {
    var key = PlayerName.keyOf(beginning).orElse(beginning.toLowerCase(Locale.ROOT));
    return database.read(handle ->
        handle
            .createQuery(
                USERS
                    + "where name_key like :pattern"
                    + " order by registered desc, name_key, created_at desc limit :limit")
            .bind("pattern", key.replaceAll("([\\\\%_])", "\\\\$1") + "%")
            .bind("limit", MAX_ROWS)
            .map((row, _) -> row(row))
            .list());
  }

  @Override
  public Optional<Row> user(UserId user) {
    return database.read(handle ->
        handle
            .createQuery(USERS + "where id = :user")
            .bind("user", user.value())
            .map((row, _) -> row(row))
            .findOne());
  }

  private static Row row(ResultSet row) throws SQLException {
    return new Row(
        row.getString("id"),
        row.getString("name"),
        row.getBoolean("registered"),
        Columns.requiredInstant(row, "created_at"),
        row.getBoolean("banned"));
  }
}
