package dev.menagerie.bots.search;

import java.time.Duration;

/**
 * The bound of one move's search. It ends with its tries or its time.
 *
 * @param tries moves tried in samples
 * @param time for one move
 * @param candidates moves that are tried at all
 * @param turns how far each try is played
 */
public record SearchBudget(int tries, Duration time, int candidates, int turns) {
  /** The server's budget: a move takes up to 230 ms of one processor, so that none takes 300. */
  public static final SearchBudget USUAL = new SearchBudget(400, Duration.ofMillis(230), 16, 10);

  /** Counts the budget that one search has used. */
  static final class Meter {
    private final long start = System.nanoTime();
    private final SearchBudget budget;
    private int left;

    Meter(SearchBudget budget) {
      this.budget = budget;
      this.left = budget.tries;
    }

    void spend() {
      left--;
    }

    boolean isSpent() {
      return isSpent(1);
    }

    /** Whether all tries are used, or that part of the time. */
    boolean isSpent(double part) {
      return left <= 0 || System.nanoTime() - start > part * budget.time.toNanos();
    }
  }

  /** Starts to count. */
  Meter start() {
    return new Meter(this);
  }
}
