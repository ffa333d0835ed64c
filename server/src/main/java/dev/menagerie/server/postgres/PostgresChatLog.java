package dev.menagerie.server.postgres;

import dev.menagerie.server.chat.ChatLog;
import dev.menagerie.server.chat.ChatText;
import dev.menagerie.server.game.GameId;
import dev.menagerie.server.game.UserId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Chat in Postgres, a row for each message. */
public final class PostgresChatLog implements ChatLog {
  /** Rows of one batch of {@link #sweep}. */
  private static final int SWEPT = 1_000;

  private final Database database;

  /** Messages in this database. */
  public PostgresChatLog(Database database) {
    this.database = database;
  }

  @Override
  public Optional<ChatMessage> add(GameId game, UserId user, ChatText text) {
    return database.read(handle ->
        handle
            .createQuery(
                """
                insert into chat_messages (game_id, user_id, text)
                select :game, :user, :text
                where (select count(*) from chat_messages where game_id = :game) < :most
                returning *
                """)
            .bind("game", game.value())
            .bind("user", user.value())
            .bind("text", text.value())
            .bind("most", MAX_PER_GAME)
            .map((row, _) -> message(row))
            .findOne());
  }

  @Override
  public List<ChatMessage> of(GameId game) {
    return database.read(handle ->
        handle
            .createQuery("select * from chat_messages where game_id = :game order by id")
            .bind("game", game.value())
            .map((row, _) -> message(row))
            .list());
  }

  @Override
  public List<ChatMessage> by(UserId user) {
    return database.read(handle ->
        handle
            .createQuery(
                "select * from chat_messages where user_id = :user order by id desc limit :most")
            .bind("user", user.value())
            .bind("most", MAX_LISTED)
            .map((row, _) -> message(row))
            .list());
  }

  /** Deletes messages of this age, a batch at a time; how many. */
  public int sweep(Duration age) {
    return database.read(handle ->
        handle.execute(
            "delete from chat_messages where id in (select id from chat_messages"
                + " where said_at < now() - make_interval(secs => ?) order by id limit ?)",
            age.toSeconds(),
            SWEPT));
  }

  private static ChatMessage message(ResultSet row) throws SQLException {
    return new ChatMessage(
        row.getLong("id"),
        new GameId(row.getString("game_id")),
        new UserId(row.getString("user_id")),
        Columns.requiredInstant(row, "said_at"),
        new ChatText(row.getString("text")));
  }
}
