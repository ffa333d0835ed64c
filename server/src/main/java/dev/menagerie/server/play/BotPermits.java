package dev.menagerie.server.play;

import java.util.concurrent.Semaphore;
import java.util.function.Supplier;

/** Bounds how many bots choose at the same time. Thread safe. */
final class BotPermits {
  private final Semaphore permits;

  /**
   * Permits for so many bots.
   *
   * @param most at least one
   */
  BotPermits(int most) {
    this.permits = new Semaphore(most, true);
  }

  /** One bot less than the machine has processors: looking ahead takes a processor for a while. */
  static BotPermits ofThisMachine() {
    return new BotPermits(Math.max(1, Runtime.getRuntime().availableProcessors() - 1));
  }

  /** Lets a bot choose when a permit is free. Waits until then, in the order of the calls. */
  <T> T choose(Supplier<T> choice) {
    permits.acquireUninterruptibly();
    try {
      return choice.get();
    } finally {
      permits.release();
    }
  }

  /** About how many bots wait for a permit. */
  int waiting() {
    return permits.getQueueLength();
  }
}
