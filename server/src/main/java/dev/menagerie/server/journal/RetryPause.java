package dev.menagerie.server.journal;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/** Waiting a little before asking again. */
public final class RetryPause {
  private RetryPause() {}

  /** Waits; false if the thread has been interrupted. */
  public static boolean of(Duration time) {
    LockSupport.parkNanos(time.toNanos());
    return !Thread.currentThread().isInterrupted();
  }
}
