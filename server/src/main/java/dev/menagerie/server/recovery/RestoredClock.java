package dev.menagerie.server.recovery;

import dev.menagerie.server.game.ClockOp;
import dev.menagerie.server.game.GameClock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** A clock without absolute times: its remaining time at the game's last commit. */
public record RestoredClock(long number, Optional<Duration> left, Optional<Duration> paused) {
  /** The clock a game was created with, untouched. */
  public static RestoredClock of(ClockOp initial) {
    return of(GameClock.NONE.after(initial, Instant.EPOCH), Instant.EPOCH);
  }

  /** The remaining time at an instant. */
  public static RestoredClock of(GameClock clock, Instant at) {
    return new RestoredClock(clock.number(), clock.remaining(at), clock.paused());
  }
}
