package dev.menagerie.server.game;

import java.time.Duration;

/**
 * What a commit does to the game's clock. Durations only: the store adds them to its own time.
 * Everything but {@link Keep} gives the clock a new number.
 */
public sealed interface ClockOp {
  /** Runs on as it did, or stands. */
  record Keep() implements ClockOp {}

  /** A new clock in place of any other, paused ones included. */
  record Start(Duration time) implements ClockOp {
    public Start {
      requirePositive(time);
    }
  }

  /** The running clock stands with what is left of it; another one runs until it is resumed. */
  record PauseAndStart(Duration time) implements ClockOp {
    public PauseAndStart {
      requirePositive(time);
    }
  }

  /** The paused clock runs on with what was left; without one nothing runs. */
  record Resume() implements ClockOp {}

  /** The running clock gets more; without one nothing runs. */
  record Extend(Duration time) implements ClockOp {
    public Extend {
      requirePositive(time);
    }
  }

  /** Nothing runs and nothing is paused. */
  record Stop() implements ClockOp {}

  private static void requirePositive(Duration time) {
    if (!time.isPositive()) throw new IllegalArgumentException("a clock runs for some time");
  }
}
