package dev.menagerie.server.rating;

import dev.menagerie.server.archive.ArchivePage;
import dev.menagerie.server.game.GameId;
import dev.menagerie.server.game.UserId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Ratings as they are read. They change in the transaction that ends a game, and nowhere else. Any
 * thread; waits for the store and throws {@code StoreUnavailable}, and {@link
 * dev.menagerie.server.archive.InvalidCursor} for a cursor that no page returned.
 */
public interface Ladders {
  /** Items of the longest page. */
  int MAX_PAGE = 100;

  /** A user's places in a season, by preset. */
  List<RankedStanding> rankedStandings(UserId user, Season season);

  /** A user's ranked games, the latest first. */
  ArchivePage<Change> changesOf(UserId user, Optional<String> cursor, int limit);

  /** Registered users whose ratings are settled, the best first. */
  ArchivePage<Entry> ladder(String preset, Season season, Optional<String> cursor, int limit);

  /** Seasons in which ranked games were played, the latest first. */
  List<Season> seasons();

  /**
   * A user's place in a preset's season.
   *
   * @param rank the place on the ladder, from 1; absent: the user is not on it
   */
  record RankedStanding(String preset, Standing standing, Optional<Integer> rank) {}

  /** A row of a ladder; ranks begin at 1. */
  record Entry(int rank, UserId user, String name, Standing standing) {}

  /**
   * A ranked game of a user.
   *
   * @param notCounted why it changed no rating
   * @param numbers absent: it changed no rating
   */
  record Change(
      GameId game,
      String preset,
      Season season,
      UserId opponent,
      Standing.Outcome outcome,
      Optional<String> notCounted,
      Optional<Numbers> numbers,
      Instant endedAt) {}

  /** What a game changed. */
  record Numbers(
      double ratingBefore, double ratingAfter, double deviationBefore, double deviationAfter) {}
}
