package dev.menagerie.server.background;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * Elapsed time, pauses and the threads of loops. Classes that wait take one, so that a simulation
 * can let hours pass in a second and decide which thread runs next. Any thread.
 */
public interface Ticker {
  /** The machine's. */
  Ticker SYSTEM =
      new Ticker() {
        @Override
        public long nanos() {
          return System.nanoTime();
        }

        @Override
        public void parkNanos(long nanos) {
          LockSupport.parkNanos(nanos);
        }

        @Override
        public <T> void completeOnTimeout(CompletableFuture<T> future, T value, Duration timeout) {
          var _ = future.completeOnTimeout(value, timeout.toNanos(), TimeUnit.NANOSECONDS);
        }

        @Override
        public Thread loopThread(String name, Runnable work) {
          return Thread.ofPlatform().daemon().name(name).unstarted(work);
        }
      };

  /** Nanoseconds since some moment in the past; only differences have a meaning. */
  long nanos();

  /**
   * Parks this thread for up to so many nanoseconds. Like {@link LockSupport#parkNanos}, it also
   * returns when the thread is unparked or interrupted, and without a reason.
   */
  void parkNanos(long nanos);

  /** Completes the future with this value unless it is complete after the timeout. */
  <T> void completeOnTimeout(CompletableFuture<T> future, T value, Duration timeout);

  /** A thread for work that lasts as long as the server; not started. */
  Thread loopThread(String name, Runnable work);

  /** Waits this long before another attempt; returns false if the thread has been interrupted. */
  default boolean pause(Duration time) {
    parkNanos(time.toNanos());
    return !Thread.currentThread().isInterrupted();
  }
}
