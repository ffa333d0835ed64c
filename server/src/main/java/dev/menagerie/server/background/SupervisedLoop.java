package dev.menagerie.server.background;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A daemon thread that repeats a step until it is closed. A step that fails, with an exception or
 * an error of the JVM such as a lack of memory, threads or files, is logged and repeated after a
 * pause.
 */
public final class SupervisedLoop implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(SupervisedLoop.class);

  /** Longer than a step that only waits for a store takes. */
  private static final Duration STOPPING = Duration.ofSeconds(5);

  private final String name;
  private final Duration afterFailure;
  private final Step step;
  private final CountDownLatch closing = new CountDownLatch(1);
  private final Thread thread;

  /** One round of the loop. */
  @FunctionalInterface
  public interface Step {
    /**
     * Runs once; may wait for work. An interrupt comes from {@link SupervisedLoop#close} alone.
     *
     * @return how long to wait before the next run
     */
    Duration run() throws InterruptedException;
  }

  private SupervisedLoop(String name, Duration afterFailure, Step step) {
    this.name = name;
    this.afterFailure = afterFailure;
    this.step = step;
    this.thread = Thread.ofPlatform().daemon().name(name).unstarted(this::run);
  }

  /**
   * Starts a loop.
   *
   * @param name the thread's, in logs and thread dumps
   * @param afterFailure how long it waits after a step that failed
   */
  public static SupervisedLoop start(String name, Duration afterFailure, Step step) {
    var loop = new SupervisedLoop(name, afterFailure, step);
    loop.thread.start();
    return loop;
  }

  private void run() {
    while (!isClosing()) {
      try {
        waitFor(step.run());
      } catch (InterruptedException e) {
        if (isClosing()) return;
      } catch (Throwable failure) {
        if (!isClosing()) report(failure);
      }
    }
  }

  /** A failure here must not end the loop either. */
  private void report(Throwable failure) {
    try {
      LOG.error("{} failed; it is started again", name, failure);
    } catch (Throwable alsoFailed) {
      // no memory for a log line: the next failure is reported
    }
    try {
      waitFor(afterFailure);
    } catch (InterruptedException e) {
      // only close interrupts, and the loop sees that it is closing
    }
  }

  private void waitFor(Duration pause) throws InterruptedException {
    var _ = closing.await(pause.toNanos(), TimeUnit.NANOSECONDS);
  }

  /** Whether the loop is to end; a long step may look. */
  public boolean isClosing() {
    return closing.getCount() == 0;
  }

  /** Interrupts the current step and ends the loop; waits for it for a bounded time. */
  @Override
  public void close() {
    closing.countDown();
    thread.interrupt();
    if (!hasEnded()) LOG.warn("{} has not ended yet", name);
  }

  /** Ends the loop after its current step, which is interrupted only when it takes too long. */
  public void finish() {
    closing.countDown();
    if (!hasEnded()) close();
  }

  private boolean hasEnded() {
    try {
      return thread.join(STOPPING);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
