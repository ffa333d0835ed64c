package dev.menagerie.server.timer;

import dev.menagerie.server.game.GameId;
import dev.menagerie.server.game.Partition;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Delayed;
import java.util.concurrent.TimeUnit;

/** A deadline, on this machine's monotonic clock. */
final class Alarm implements Delayed {
  /** What rings so late has many before it, and more behind it. */
  private static final Duration HASTE = Duration.ofMillis(100);

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
    return dueNanos - earlier.dueNanos < HASTE.toNanos();
  }

  /** Many others ring at the same time. */
  void joinWave() {
    isOfWave = true;
  }

  boolean isOverdue() {
    return isOfWave || -nanosLeft() > HASTE.toNanos();
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
