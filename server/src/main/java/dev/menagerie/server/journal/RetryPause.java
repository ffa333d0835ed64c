package dev.menagerie.server.journal;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/** Pauses a thread before another attempt. */
public final class RetryPause {
  private RetryPause() {}

  /** Waits this long; returns false if the thread has been interrupted. */
  public static boolean pause(Duration time) {
    LockSupport.parkNanos(time.toNanos());
    return !Thread.currentThread().isInterrupted();
  }
}
