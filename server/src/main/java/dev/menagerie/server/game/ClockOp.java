package dev.menagerie.server.game;

import java.time.Duration;

/**
 * How a commit changes the game's clock. It has durations only: the store adds them to its own
 * time. Every change except {@link Keep} gives the clock a new number.
 */
public sealed interface ClockOp {
  /** The clock stays as it is, running or stopped. */
  record Keep() implements ClockOp {}

  /** A new clock in place of any other, paused ones included. */
  record Start(Duration time) implements ClockOp {
    public Start {
      requirePositive(time);
    }
  }

  /**
   * The running clock pauses with its remaining time; another one runs until the first is resumed.
   */
  record PauseAndStart(Duration time) implements ClockOp {
    public PauseAndStart {
      requirePositive(time);
    }
  }

  /** The paused clock runs on with its remaining time. Without a paused clock, no clock runs. */
  record Resume() implements ClockOp {}

  /** The running clock gets more; without one nothing runs. */
  record Extend(Duration time) implements ClockOp {
    public Extend {
      requirePositive(time);
    }
  }

  /**
   * Another operation, after which the clock runs for {@code most} at most. What is cut off is kept
   * as the remaining time of a paused clock; if there is one already, nothing is cut off.
   */
  record Capped(ClockOp op, Duration most) implements ClockOp {
    public Capped {
      requirePositive(most);
    }
  }

  /** The running clock gets the remaining time of the paused one, as after {@link Capped}. */
  record Uncap() implements ClockOp {}

  /** No clock runs and none is paused. */
  record Stop() implements ClockOp {}

  private static void requirePositive(Duration time) {
    if (!time.isPositive()) throw new IllegalArgumentException("a clock runs for some time");
  }
}
