package dev.menagerie.server.live;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Does things later, each on a virtual thread of its own, so that none delays another. */
public final class Scheduler implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Scheduler.class);

  private static final Duration RETRY = Duration.ofSeconds(1);

  private final ScheduledThreadPoolExecutor clock;

  /** A scheduler with one thread for its timers. */
  public Scheduler() {
    clock =
        (ScheduledThreadPoolExecutor)
            Executors.newScheduledThreadPool(
                1, Thread.ofPlatform().name("scheduler").daemon().factory());
    clock.setRemoveOnCancelPolicy(true);
    clock.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
    clock.setRejectedExecutionHandler(new ThreadPoolExecutor.DiscardPolicy());
  }

  /** Something that is to be done, and may be called off. */
  @FunctionalInterface
  public interface Appointment {
    void cancel();
  }

  /**
   * Runs the task once after the delay; at once if the delay is not positive. After {@link #close}
   * no task runs.
   */
  public Appointment after(Duration delay, Runnable task) {
    var pending =
        clock.schedule(() -> run(task), Math.max(0, delay.toNanos()), TimeUnit.NANOSECONDS);
    return () -> pending.cancel(false);
  }

  /** Where no thread can be had now, the task waits: repeated work must not end by that. */
  private void run(Runnable task) {
    try {
      var _ = Thread.startVirtualThread(() -> guarded(task));
    } catch (Throwable noThread) {
      LOG.error("cannot start a thread for background work; trying again", noThread);
      var _ = clock.schedule(() -> run(task), RETRY.toMillis(), TimeUnit.MILLISECONDS);
    }
  }

  /**
   * Runs the task again and again, each time that long after it has finished. One that waits for a
   * store keeps nothing else from being in time.
   */
  public void every(Duration pause, Runnable task) {
    var _ =
        after(
            pause,
            () -> {
              guarded(task);
              if (!clock.isShutdown()) every(pause, task);
            });
  }

  /** Runs a background task: a failure is logged, and the next run still happens. */
  private static void guarded(Runnable task) {
    try {
      task.run();
    } catch (RuntimeException e) {
      LOG.warn("background work failed: {}", e.toString());
    } catch (Throwable e) {
      LOG.error("background work failed", e);
    }
  }

  @Override
  public void close() {
    clock.shutdownNow();
  }
}
