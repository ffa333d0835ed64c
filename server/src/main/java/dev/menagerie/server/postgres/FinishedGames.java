package dev.menagerie.server.postgres;

import java.time.Duration;
import java.util.List;
import org.jdbi.v3.core.Handle;

/** Deletes what finished games leave behind, a few games in each call. */
public final class FinishedGames {
  /** Some hundred rows each; a call ends well within the database's time limit. */
  static final int AT_ONCE = 20;

  private final Database database;

  /** Finished games in this database. */
  public FinishedGames(Database database) {
    this.database = database;
  }

  /**
   * Deletes the commits of games that ended longer ago; their replays stay. At most {@value
   * #AT_ONCE} games.
   *
   * @return how many games
   */
  public int sweepJournal(Duration kept) {
    return database.transact(handle -> {
      var games = endedBefore(handle, kept, "has_journal and");
      delete(handle, "game_journal", games);
      handle
          .createUpdate("update game_history set has_journal = false where game_id = any(:games)")
          .bindArray("games", String.class, games.toArray())
          .execute();
      return games.size();
    });
  }

  /**
   * Deletes games that ended longer ago, with their replays; what they did to ratings stays. At
   * most {@value #AT_ONCE} games.
   *
   * @return how many games
   */
  public int sweepHistory(Duration kept) {
    return database.transact(handle -> {
      var games = endedBefore(handle, kept, "");
      for (var table : List.of("game_journal", "game_epochs", "game_creations", "game_history")) {
        delete(handle, table, games);
      }
      return games.size();
    });
  }

  /** Another node that sweeps at the same moment takes other games. */
  private static List<String> endedBefore(Handle handle, Duration kept, String condition) {
    return handle
        .createQuery(
            "select game_id from game_history where "
                + condition
                + " ended_at < now() - make_interval(secs => :kept)"
                + " order by ended_at, game_id limit :limit for update skip locked")
        .bind("kept", kept.toSeconds())
        .bind("limit", AT_ONCE)
        .mapTo(String.class)
        .list();
  }

  private static void delete(Handle handle, String table, List<String> games) {
    handle
        .createUpdate("delete from " + table + " where game_id = any(:games)")
        .bindArray("games", String.class, games.toArray())
        .execute();
  }
}
