package dev.menagerie.server.embedded;

import java.time.Duration;
import java.util.function.BooleanSupplier;

/** Asking a starting process again and again, for those that cannot tell us when they are ready. */
record Polling(Duration limit) {
  /** Short against the tenths of a second a store needs, long against the cost of asking. */
  private static final Duration PAUSE = Duration.ofMillis(10);

  static Polling forSeconds(int seconds) {
    return new Polling(Duration.ofSeconds(seconds));
  }

  /** Whether the condition came true within the limit. */
  boolean until(BooleanSupplier condition) {
    long end = System.nanoTime() + limit.toNanos();
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() - end > 0) return false;
      try {
        Thread.sleep(PAUSE);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new EmbeddedStoreFailed("interrupted while a store started", e);
      }
    }
    return true;
  }
}
