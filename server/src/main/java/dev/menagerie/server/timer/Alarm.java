package dev.menagerie.server.timer;

import dev.menagerie.server.game.GameId;
import dev.menagerie.server.game.Partition;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Delayed;
import java.util.concurrent.TimeUnit;

/** A deadline, on this machine's monotonic clock. */
final class Alarm implements Delayed {
  /** Lateness beyond which the node counts as overloaded; also the width of a wave. */
  private static final Duration OVERDUE_AFTER = Duration.ofMillis(100);

  private final GameId game;
  private final Instant deadline;
  private final long dueNanos;
  private volatile boolean isOfWave;

  Alarm(GameId game, Instant deadline, Duration left) {
    this.game = game;
    this.deadline = deadline;
    this.dueNanos = System.nanoTime() + left.toNanos();
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

  private long nanosLeft() {
    return dueNanos - System.nanoTime();
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
  public long getDelay(TimeUnit unit) {
    return unit.convert(nanosLeft(), TimeUnit.NANOSECONDS);
  }

  @Override
  public int compareTo(Delayed other) {
    return Long.signum(dueNanos - ((Alarm) other).dueNanos);
  }
}
