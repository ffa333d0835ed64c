package dev.menagerie.server.postgres;

import dev.menagerie.server.rating.RankedGame;
import java.util.List;
import org.jdbi.v3.core.Handle;

/**
 * Computes all ratings again from the ranked games, in the order in which they were applied. No
 * game ends while it runs.
 */
public final class RatingRecount {
  private final Database database;

  public RatingRecount(Database database) {
    this.database = database;
  }

  /**
   * What a recount found.
   *
   * @param games games that count
   * @param different places whose numbers were others than the games say
   */
  public record Found(long games, long different) {}

  /** Compares the ratings with the games and puts right what differs. */
  public Found recount() {
    return database.transact(handle -> {
      // Games of other nodes wait: they end with their first row in this table.
      handle.execute("set local statement_timeout = 0");
      handle.execute("lock table ranked_games in share row exclusive mode");
      handle.execute("create temporary table former on commit drop as select * from standings");
      handle.execute("delete from standings");
      handle.execute("delete from rating_changes");
      long games = 0;
      for (var game : counted(handle)) {
        RatingRows.applyCounted(handle, game.number(), game.game());
        games++;
      }
      return new Found(games, different(handle));
    });
  }

  private record Counted(long number, RankedGame game) {}

  private static List<Counted> counted(Handle handle) {
    return handle
        .createQuery("select * from ranked_games where not_counted is null order by number")
        .map((row, _) -> new Counted(row.getLong("number"), RatingRows.game(row)))
        .list();
  }

  private static long different(Handle handle) {
    return handle
        .createQuery(
            "select count(*) from ((select * from former except select * from standings)"
                + " union all (select * from standings except select * from former)) d")
        .mapTo(Long.class)
        .one();
  }
}
