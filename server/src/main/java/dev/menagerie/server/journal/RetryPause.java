package dev.menagerie.server.journal;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/** Waiting a little before asking again. */
public final class RetryPause {
  private RetryPause() {}

  /** False when the thread has been told to stop. */
  public static boolean of(Duration time) {
    LockSupport.parkNanos(time.toNanos());
    return !Thread.currentThread().isInterrupted();
  }
}
