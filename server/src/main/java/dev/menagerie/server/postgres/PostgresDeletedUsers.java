package dev.menagerie.server.postgres;

import dev.menagerie.codec.Json;
import dev.menagerie.codec.Limits;
import dev.menagerie.server.auth.DeletedUsers;
import dev.menagerie.server.game.UserId;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Deletes users and their names. A user's row in the list of finished games by player is deleted
 * with the name in that game, so the rows that are left are the games still to be changed.
 */
public final class PostgresDeletedUsers implements DeletedUsers {
  /** Games of one transaction, which must end within the database's time limit. */
  private static final int BATCH = 100;

  /** The deck's name in place of one that the user chose. */
  private static final String DECK = "Deck";

  private final Database database;

  public PostgresDeletedUsers(Database database) {
    this.database = database;
  }

  @Override
  public Optional<List<String>> delete(UserId user) {
    return database.transact(handle -> {
      var sessions =
          handle
              .createQuery(
                  "select id from refresh_families where user_id = :user and ended_at is null")
              .bind("user", user.value())
              .mapTo(String.class)
              .list();
      int deleted = handle.execute("delete from users where id = ?", user.value());
      if (deleted == 0) return Optional.empty();
      handle.execute("delete from standings where user_id = ?", user.value());
      handle.execute(
          "insert into deleted_users (user_id) values (?) on conflict do nothing", user.value());
      return Optional.of(sessions);
    });
  }

  private record Named(String user, String game, String summary) {}

  @Override
  public int anonymize() {
    return database.transact(handle -> {
      var games =
          handle
              .createQuery(
                  """
                  select p.user_id, p.game_id, h.summary from deleted_users d
                  join game_history_players p on p.user_id = d.user_id
                  join game_history h on h.game_id = p.game_id
                  limit :batch for update of p skip locked
                  """)
              .bind("batch", BATCH)
              .map((row, _) -> new Named(row.getString(1), row.getString(2), row.getString(3)))
              .list();
      for (var game : games) anonymize(handle, game);
      handle.execute(
          """
          delete from deleted_users d where d.deleted_at < now() - interval '7 days'
            and not exists (select 1 from active_games a where a.players @> array[d.user_id])
            and not exists (select 1 from game_history_players p where p.user_id = d.user_id)
          """);
      return games.size();
    });
  }

  private static void anonymize(Handle handle, Named game) {
    handle.execute(
        "update game_history set summary = ? where game_id = ?",
        withoutName(game.summary(), game.user()),
        game.game());
    anonymizeRecords(handle, "game_journal", game);
    anonymizeRecords(handle, "game_journal_tails", game);
    handle.execute("delete from standings where user_id = ?", game.user());
    handle.execute(
        "update game_history_players set opponent_deck_name = ? where opponent = ? and game_id = ?",
        DECK,
        game.user(),
        game.game());
    handle.execute(
        "delete from game_history_players where user_id = ? and game_id = ?",
        game.user(),
        game.game());
  }

  /** The record of a game's start has the second player's name. */
  private static void anonymizeRecords(Handle handle, String table, Named game) {
    var records =
        handle
            .createQuery(
                "select record from "
                    + table
                    + " where game_id = :game and strpos(record, :user) > 0")
            .bind("game", game.game())
            .bind("user", game.user())
            .mapTo(String.class)
            .list();
    for (var record : records) {
      handle.execute(
          "update " + table + " set record = ? where game_id = ? and record = ?",
          withoutName(record, game.user()),
          game.game(),
          record);
    }
  }

  private static String withoutName(String json, String user) {
    var tree = Json.tree(json.getBytes(StandardCharsets.UTF_8), Limits.DOCUMENT);
    rename(tree, user);
    return Json.text(tree);
  }

  /** Every object that names the user, as a player of a summary or of a record. */
  private static void rename(JsonNode node, String user) {
    if (node instanceof ObjectNode object && isAbout(object, user)) {
      object.put("name", NAME);
      if (object.has("deck_name")) object.put("deck_name", DECK);
    }
    node.valueStream().forEach(child -> rename(child, user));
  }

  private static boolean isAbout(ObjectNode object, String user) {
    return object.has("name")
        && (object.path("user").asString("").equals(user)
            || object.path("player_id").asString("").equals(user));
  }
}
