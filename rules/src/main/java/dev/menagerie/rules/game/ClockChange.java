package dev.menagerie.rules.game;

import java.time.Duration;

/** What a commit does to the clock of a game; instants are the store's business. */
public sealed interface ClockChange {
  /** Runs on as it did. */
  record Keep() implements ClockChange {}

  /** A new turn clock, in place of any other. */
  record Start(Duration time) implements ClockChange {}

  /** The turn's clock stands, a clock for a forced choice runs. */
  record PauseAndStart(Duration time) implements ClockChange {}

  /** The choice is made; the turn's clock goes on with what was left. */
  record Resume() implements ClockChange {}

  /** The running clock gets more. */
  record Extend(Duration time) implements ClockChange {}

  record Stop() implements ClockChange {}
}
