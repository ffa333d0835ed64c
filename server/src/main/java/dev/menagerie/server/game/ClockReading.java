package dev.menagerie.server.game;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** A game's clock, read at an instant of the store. */
public record ClockReading(GameClock clock, Instant now) {
  /** The time until the deadline, not negative; empty if no clock runs. */
  public Optional<Duration> remaining() {
    return clock.remaining(now);
  }
}
