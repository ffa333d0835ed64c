package dev.menagerie.server.players;

import dev.menagerie.server.game.GameId;
import dev.menagerie.server.game.UserId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The store of what users report of each other, and the operators' queue of it. Any thread; waits
 * for the store and throws {@code StoreUnavailable}.
 */
public interface Reports {
  /** Reports of one user that wait for an operator. */
  int MAX_WAITING = 20;

  /** Reports of one answer at most. */
  int MAX_LISTED = 100;

  /** Why a user is reported. */
  enum Reason {
    /** Leaves games, or lets the clock run. */
    STALLING,
    CHEATING,
    /** A name that insults. */
    NAME,
    /** Insults by other means. */
    ABUSE,
    OTHER
  }

  /**
   * A report.
   *
   * @param game empty: about no single game
   * @param details in the reporter's words; may be empty
   */
  record NewReport(
      UserId reporter, UserId reported, Reason reason, Optional<GameId> game, String details) {}

  /** A report as it is kept. */
  record Report(
      long id,
      UserId reporter,
      String reporterName,
      UserId reported,
      String reportedName,
      Reason reason,
      Optional<GameId> game,
      String details,
      Instant createdAt,
      Optional<Closing> closing) {}

  /** What an operator made of a report. */
  record Closing(Instant at, String operator, String note) {}

  /** What became of a report. */
  sealed interface Outcome {
    /** It waits; the same report again changes its words. */
    record Filed(long id) implements Outcome {}

    record NoSuchUser() implements Outcome {}

    /** The reporter has as many that wait as allowed. */
    record LimitReached(int most) implements Outcome {}
  }

  /** Files a report. */
  Outcome file(NewReport report);

  /** The reports of a user, the newest first. */
  List<Report> by(UserId reporter);

  /**
   * Reports for operators: those that wait, the oldest first; or those that are closed, the newest
   * first.
   *
   * @param reported only those about this user
   */
  List<Report> queue(boolean closed, Optional<UserId> reported);

  /** Closes a report; false: there is none that waits under this id. */
  boolean close(long id, String operator, String note);
}
