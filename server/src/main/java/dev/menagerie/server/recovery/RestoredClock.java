package dev.menagerie.server.recovery;

import dev.menagerie.server.game.ClockOp;
import dev.menagerie.server.game.GameClock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** A clock without its place in time: what was left of it when the game last moved. */
public record RestoredClock(long number, Optional<Duration> left, Optional<Duration> paused) {
  /** The clock a game was created with, untouched. */
  public static RestoredClock of(ClockOp initial) {
    return of(GameClock.NONE.after(initial, Instant.EPOCH), Instant.EPOCH);
  }

  /** What was left at an instant. */
  public static RestoredClock of(GameClock clock, Instant at) {
    return new RestoredClock(clock.number(), clock.remaining(at), clock.paused());
  }
}
