package dev.menagerie.server.puzzle;

import dev.menagerie.server.game.UserId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Which puzzles users have solved. Any thread; waits for the store. */
public interface SolvedPuzzles {
  /** When a user first solved the puzzle of a day; empty: not yet. */
  Optional<Instant> solvedAt(UserId user, LocalDate day);

  /** Records a solution; only the first one of a day counts. */
  void solved(UserId user, LocalDate day, Instant at);

  /** When a user first looked at the solution of a day; empty: not yet. */
  Optional<Instant> solutionSeenAt(UserId user, LocalDate day);

  /** Records that a user looks at the solution of a day. */
  void solutionSeen(UserId user, LocalDate day, Instant at);

  /**
   * The days whose puzzle a user solved on the day itself, before any look at its solution; the
   * latest first.
   *
   * @param most how many at most
   */
  List<LocalDate> onTime(UserId user, int most);

  /**
   * The puzzles a user has solved, by day, the latest first.
   *
   * @param most how many at most
   */
  List<Solved> of(UserId user, int most);

  /** A solved puzzle. */
  record Solved(LocalDate day, Instant at) {}
}
