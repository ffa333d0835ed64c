package dev.menagerie.bots.search;

import java.time.Duration;

/**
 * How much a search may look at for one move. Whichever ends first, tries or time, ends the search.
 *
 * @param tries moves tried in worlds
 * @param time for one move
 * @param candidates moves that are tried at all
 * @param worldsARound worlds that each move is tried in before half of them are dropped
 * @param turns how far each try is played
 */
public record SearchBudget(int tries, Duration time, int candidates, int worldsARound, int turns) {
  /** What the server's bot has: a move takes some 100 ms of one processor, and never 300. */
  public static final SearchBudget USUAL = new SearchBudget(96, Duration.ofMillis(250), 12, 3, 2);

  /** Counts what one search has spent. */
  static final class Meter {
    private final long end;
    private int left;

    Meter(SearchBudget budget) {
      this.end = System.nanoTime() + budget.time.toNanos();
      this.left = budget.tries;
    }

    void spend() {
      left--;
    }

    boolean isSpent() {
      return left <= 0 || System.nanoTime() - end > 0;
    }
  }

  /** Starts to count. */
  Meter start() {
    return new Meter(this);
  }
}
