package dev.menagerie.server.timer;

import dev.menagerie.server.background.Ticker;
import dev.menagerie.server.game.GameId;
import dev.menagerie.server.game.Partition;
import java.time.Duration;
import java.time.Instant;

/** A deadline, on this machine's monotonic clock. */
final class Alarm implements Comparable<Alarm> {
  /** Lateness beyond which the node counts as overloaded; also the width of a wave. */
  private static final Duration OVERDUE_AFTER = Duration.ofMillis(100);

  private final GameId game;
  private final Instant deadline;
  private final Ticker ticker;
  private final long dueNanos;
  private volatile boolean isOfWave;

  Alarm(GameId game, Instant deadline, Duration left, Ticker ticker) {
    this.ticker = ticker;
    this.game = game;
    this.deadline = deadline;
    this.dueNanos = ticker.nanos() + left.toNanos();
  }

  GameId game() {
    return game;
  }

  Instant deadline() {
    return deadline;
  }

  Partition partition() {
    return Partition.of(game);
  }

  boolean isDue() {
    return nanosLeft() <= 0;
  }

  /** How long it has been due; never negative. */
  Duration late() {
    return Duration.ofNanos(Math.max(0, -nanosLeft()));
  }

  /** How long until it rings; negative once it is due. */
  long nanosLeft() {
    return dueNanos - ticker.nanos();
  }

  /** Whether two ring so close to each other that one may wait for the other. */
  boolean isWithin(Alarm earlier) {
    return dueNanos - earlier.dueNanos < OVERDUE_AFTER.toNanos();
  }

  /** Marks the alarm as one of many that ring at the same time. */
  void joinWave() {
    isOfWave = true;
  }

  boolean needsBatch() {
    return isOfWave || -nanosLeft() > OVERDUE_AFTER.toNanos();
  }

  @Override
  public int compareTo(Alarm other) {
    return Long.signum(dueNanos - other.dueNanos);
  }
}
