package dev.menagerie.server.postgres;

import dev.menagerie.server.admin.GameSearch;
import dev.menagerie.server.game.GameId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Games for operators, from the tables of games and the journal. */
public final class PostgresGameSearch implements GameSearch {
  private static final String ACTIVE =
      "select game_id, game_type, status, players, turn_number, event_id, created_at,"
          + " updated_at as moved_at, turn_deadline, null as end_reason, null as winner_id"
          + " from active_games ";

  private static final String FINISHED =
      "select h.game_id, h.game_type, 'finished' as status, players, turn_number, event_id,"
          + " started_at as created_at, h.ended_at as moved_at, null::timestamptz as turn_deadline,"
          + " end_reason, winner_id from game_history h ";

  /** The kind of a move, and of an action, are members of JSON; the rest of it may be hidden. */
  private static final String TIMELINE =
      "select epoch, version, at, seat, message_id,"
          + " coalesce(record::jsonb -> 'move' -> 'action' ->> 'type',"
          + " record::jsonb -> 'move' ->> 'type') as move,"
          + " deadline from game_journal where game_id = :game and version > :after"
          + " order by version, epoch limit :limit";

  private final Database database;

  public PostgresGameSearch(Database database) {
    this.database = database;
  }

  @Override
  public List<Row> find(Optional<String> player, Optional<String> status) {
    boolean wantsFinished = status.map("finished"::equals).orElse(player.isPresent());
    boolean wantsActive = !status.equals(Optional.of("finished"));
    var arguments =
        Map.<String, Object>of("player", player.orElse(""), "status", status.orElse(""));
    var active =
        wantsActive
            ? rows(
                ACTIVE
                    + "where (:player = '' or players @> array[:player]::text[])"
                    + " and (:status = '' or status = :status)"
                    + " order by updated_at desc, game_id desc limit :limit",
                arguments)
            : List.<Row>of();
    var finished = wantsFinished ? finished(player) : List.<Row>of();
    return Stream.concat(active.stream(), finished.stream()).limit(MAX_ROWS).toList();
  }

  private List<Row> finished(Optional<String> player) {
    return player
        .map(user ->
            rows(
                FINISHED
                    + "join game_history_players p on p.game_id = h.game_id"
                    + " where p.user_id = :player"
                    + " order by p.ended_at desc, p.game_id desc limit :limit",
                Map.of("player", user)))
        .orElseGet(() ->
            rows(FINISHED + "order by h.ended_at desc, h.game_id desc limit :limit", Map.of()));
  }

  @Override
  public Optional<Row> game(GameId game) {
    var arguments = Map.<String, Object>of("game", game.value());
    var active = rows(ACTIVE + "where game_id = :game limit :limit", arguments);
    var found =
        active.isEmpty()
            ? rows(FINISHED + "where h.game_id = :game limit :limit", arguments)
            : active;
    return found.stream().findFirst();
  }

  private List<Row> rows(String query, Map<String, Object> arguments) {
    return database.read(handle ->
        handle
            .createQuery(query)
            .bindMap(arguments)
            .bind("limit", MAX_ROWS)
            .map((row, _) -> row(row))
            .list());
  }

  private static Row row(ResultSet row) throws SQLException {
    return new Row(
        row.getString("game_id"),
        row.getString("game_type"),
        row.getString("status"),
        List.of((String[]) row.getArray("players").getArray()),
        row.getInt("turn_number"),
        row.getLong("event_id"),
        Columns.requiredInstant(row, "created_at"),
        Columns.requiredInstant(row, "moved_at"),
        Columns.instant(row, "turn_deadline"),
        Columns.text(row, "end_reason"),
        Columns.text(row, "winner_id"));
  }

  @Override
  public List<Step> timeline(GameId game, long afterVersion) {
    return database.read(handle ->
        handle
            .createQuery(TIMELINE)
            .bind("game", game.value())
            .bind("after", afterVersion)
            .bind("limit", MAX_ROWS)
            .map((row, _) -> step(row))
            .list());
  }

  private static Step step(ResultSet row) throws SQLException {
    int seat = row.getInt("seat");
    boolean isAsked = !row.wasNull();
    return new Step(
        row.getInt("epoch"),
        row.getLong("version"),
        Columns.requiredInstant(row, "at"),
        isAsked ? Optional.of(seat) : Optional.empty(),
        Columns.text(row, "message_id"),
        Columns.text(row, "move").orElse("unknown"),
        Columns.instant(row, "deadline"));
  }
}
