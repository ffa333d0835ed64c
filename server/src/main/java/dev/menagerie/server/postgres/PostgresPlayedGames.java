package dev.menagerie.server.postgres;

import dev.menagerie.server.archive.ArchivePage;
import dev.menagerie.server.archive.GameArchive;
import dev.menagerie.server.archive.PlayedGames;
import dev.menagerie.server.game.UserId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

/** Finished games and statistics from the rows that the end of a game writes. */
public final class PostgresPlayedGames implements PlayedGames {
  private static final String TALLY =
      "count(*) as games, count(*) filter (where result = 'won') as won,"
          + " count(*) filter (where result = 'lost') as lost,"
          + " count(*) filter (where result = 'tied') as tied";

  private final Database database;

  /** Played games in this database. */
  public PostgresPlayedGames(Database database) {
    this.database = database;
  }

  /** A condition on rows {@code p}, with its arguments. */
  private record Condition(String sql, Map<String, Object> arguments) {
    static Condition of(UserId user, Filter filter) {
      var parts = new ArrayList<String>(List.of("p.user_id = :user"));
      var arguments = new HashMap<String, Object>(Map.of("user", user.value()));
      add(parts, arguments, "p.preset =", "preset", filter.preset());
      add(parts, arguments, "p.game_type =", "type", filter.gameType());
      add(parts, arguments, "p.result =", "result", filter.result().map(Condition::word));
      add(parts, arguments, "p.opponent =", "opponent", filter.opponent().map(UserId::value));
      add(parts, arguments, "p.deck =", "deck", filter.deck());
      add(parts, arguments, "p.opponent_deck =", "opponent_deck", filter.opponentDeck());
      add(
          parts,
          arguments,
          "p.against_bot =",
          "bot",
          filter.against().map(against -> against == Against.BOTS));
      add(
          parts,
          arguments,
          "p.ended_at >=",
          "since",
          filter.since().map(at -> at.atOffset(ZoneOffset.UTC)));
      add(
          parts,
          arguments,
          "p.ended_at <",
          "until",
          filter.until().map(at -> at.atOffset(ZoneOffset.UTC)));
      return new Condition(String.join(" and ", parts), arguments);
    }

    private static void add(
        List<String> parts,
        Map<String, Object> arguments,
        String comparison,
        String name,
        Optional<?> value) {
      value.ifPresent(given -> {
        parts.add(comparison + " :" + name);
        arguments.put(name, given);
      });
    }

    private static String word(Enum<?> word) {
      return word.name().toLowerCase(Locale.ROOT);
    }
  }

  @Override
  public ArchivePage<Played> gamesOf(
      UserId user, Filter filter, Optional<String> cursor, int limit) {
    var from = Cursor.read(cursor);
    int size = Math.clamp(limit, 1, GameArchive.MAX_PAGE);
    var condition = Condition.of(user, filter);
    var rows =
        database.read(handle ->
            handle
                .createQuery(
                    "select h.*, 'finished' as status, h.event_id as version, p.result as outcome,"
                        + " p.deck, p.deck_name, p.opponent_deck, p.opponent_deck_name"
                        + " from game_history h join game_history_players p"
                        + " on p.game_id = h.game_id where "
                        + condition.sql()
                        + " and (p.ended_at, p.game_id) < (:at, :id)"
                        + " and h.end_reason not in ('cancelled', 'declined', 'creator_left')"
                        + " order by p.ended_at desc, p.game_id desc limit :limit")
                .bindMap(condition.arguments())
                .bind("at", from.at())
                .bind("id", from.id())
                .bind("limit", size + 1)
                .map((row, _) -> played(row))
                .list());
    return PostgresArchive.page(
        rows, size, played -> new Cursor(played.game().endedAt(), played.game().game().value()));
  }

  private static Played played(ResultSet row) throws SQLException {
    return new Played(
        PostgresArchive.summary(row),
        Columns.text(row, "outcome").map(word -> Result.valueOf(word.toUpperCase(Locale.ROOT))),
        deck(row, "deck"),
        deck(row, "opponent_deck"));
  }

  private static Optional<Deck> deck(ResultSet row, String column) throws SQLException {
    var name = Columns.text(row, column + "_name");
    return Columns.text(row, column).map(print -> new Deck(print, name));
  }

  @Override
  public Statistics statisticsOf(UserId user, Filter filter) {
    var condition = Condition.of(user, filter);
    return database.transact(handle -> {
      var totals =
          query(handle, condition, "", "sum(turns) as turns, sum(duration_ms) as duration")
              .map(
                  (row, _) -> new Totals(tally(row), row.getLong("turns"), row.getLong("duration")))
              .one();
      return new Statistics(
          totals.tally(),
          totals.turns(),
          totals.durationMs(),
          groups(handle, condition, "preset", "null", "games desc, key"),
          groups(handle, condition, "deck", latest("deck_name"), "games desc, key"),
          groups(
              handle, condition, "opponent_deck", latest("opponent_deck_name"), "games desc, key"),
          groups(
              handle,
              condition,
              "to_char(ended_at at time zone 'UTC', 'YYYY-MM')",
              "null",
              "key desc"));
    });
  }

  private record Totals(Tally tally, long turns, long durationMs) {}

  private static String latest(String name) {
    return "(array_agg("
        + name
        + " order by ended_at desc) filter (where "
        + name
        + " is not null))[1]";
  }

  private static List<Group> groups(
      Handle handle, Condition condition, String key, String name, String order) {
    return query(
            handle,
            condition,
            " where " + key + " is not null group by 1 order by " + order + " limit :groups",
            key + " as key, cast(" + name + " as text) as name")
        .bind("groups", MAX_GROUPS)
        .map((row, _) -> new Group(row.getString("key"), Columns.text(row, "name"), tally(row)))
        .list();
  }

  private static Query query(Handle handle, Condition condition, String rest, String columns) {
    return handle
        .createQuery(
            "with mine as (select p.* from game_history_players p where "
                + condition.sql()
                + " and p.result in ('won', 'lost', 'tied')"
                + " order by p.ended_at desc, p.game_id desc limit :most) select "
                + columns
                + ", "
                + TALLY
                + " from mine"
                + rest)
        .bindMap(condition.arguments())
        .bind("most", MAX_COUNTED);
  }

  private static Tally tally(ResultSet row) throws SQLException {
    return new Tally(
        row.getInt("games"), row.getInt("won"), row.getInt("lost"), row.getInt("tied"));
  }

  /** Describes games of older builds, a batch at a time; how many. */
  public int describeOlder() {
    return database.transact(PlayedRows::describeOlder);
  }
}
