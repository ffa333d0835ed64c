package dev.menagerie.rules.game;

import java.time.Duration;

/** How a commit changes the clock of a game; it has durations only, the store adds instants. */
public sealed interface ClockChange {
  /** Runs on as it did. */
  record Keep() implements ClockChange {}

  /** A new turn clock, in place of any other. */
  record Start(Duration time) implements ClockChange {}

  /** The turn's clock pauses; a clock for a forced choice runs. */
  record PauseAndStart(Duration time) implements ClockChange {}

  /** The choice is made; the turn's clock continues with its remaining time. */
  record Resume() implements ClockChange {}

  /** The running clock gets more. */
  record Extend(Duration time) implements ClockChange {}

  /**
   * Another change, after which the clock runs for {@code most} at most. What is cut off is kept
   * until {@link Uncap}.
   */
  record Capped(ClockChange change, Duration most) implements ClockChange {}

  /** The running clock gets back what was cut off. */
  record Uncap() implements ClockChange {}

  record Stop() implements ClockChange {}
}
