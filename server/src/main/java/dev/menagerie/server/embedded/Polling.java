package dev.menagerie.server.embedded;

import java.time.Duration;
import java.util.function.BooleanSupplier;

/** Asks a condition again and again until it holds, for programs that cannot call back. */
record Polling(Duration limit) {
  /** Short against the tenths of a second a store needs, long against the cost of asking. */
  private static final Duration PAUSE = Duration.ofMillis(15);

  static Polling forSeconds(int seconds) {
    return new Polling(Duration.ofSeconds(seconds));
  }

  /**
   * Whether the condition came true within the limit.
   *
   * @throws EmbeddedStoreFailed when the thread is interrupted
   */
  boolean until(BooleanSupplier condition) {
    long end = System.nanoTime() + limit.toNanos();
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() - end > 0) return false;
      pause();
    }
    return true;
  }

  /** Waits for the time between two questions. */
  static void pause() {
    try {
      Thread.sleep(PAUSE);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new EmbeddedStoreFailed("interrupted while a store started", e);
    }
  }
}
