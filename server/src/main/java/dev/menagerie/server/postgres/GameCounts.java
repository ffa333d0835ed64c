package dev.menagerie.server.postgres;

import java.util.List;

/** Counts unfinished games, for metrics and operators. */
public record GameCounts(Database database) {
  /** So many games of one type and status. */
  public record Count(String type, String status, long games) {}

  /** The counts of all types and statuses that occur. Blocks; reads the whole table of games. */
  public List<Count> unfinished() {
    return database.read(handle ->
        handle
            .createQuery(
                "select game_type, status, count(*) as games from active_games group by 1, 2")
            .map((row, _) ->
                new Count(
                    row.getString("game_type"), row.getString("status"), row.getLong("games")))
            .list());
  }
}
