package dev.menagerie.server.background;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
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
  private final Ticker ticker;
  private final Thread thread;
  private volatile boolean closing;

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

  private SupervisedLoop(String name, Duration afterFailure, Step step, Ticker ticker) {
    this.name = name;
    this.afterFailure = afterFailure;
    this.step = step;
    this.ticker = ticker;
    this.thread = ticker.loopThread(name, this::run);
  }

  /**
   * Starts a loop.
   *
   * @param name the thread's, in logs and thread dumps
   * @param afterFailure how long it waits after a step that failed
   */
  public static SupervisedLoop start(String name, Duration afterFailure, Step step) {
    return start(name, afterFailure, step, Ticker.SYSTEM);
  }

  /** Starts a loop whose thread and pauses are this ticker's. */
  public static SupervisedLoop start(String name, Duration afterFailure, Step step, Ticker ticker) {
    var loop = new SupervisedLoop(name, afterFailure, step, ticker);
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
    long end = ticker.nanos() + pause.toNanos();
    for (long left = pause.toNanos(); left > 0 && !closing; left = end - ticker.nanos()) {
      ticker.parkNanos(left);
      if (Thread.interrupted()) throw new InterruptedException();
    }
  }

  /** Whether the loop is to end; a long step may look. */
  public boolean isClosing() {
    return closing;
  }

  /** Interrupts the current step and ends the loop; waits for it for a bounded time. */
  @Override
  public void close() {
    closing = true;
    thread.interrupt();
    if (!hasEnded()) LOG.warn("{} has not ended yet", name);
  }

  /** Ends the loop after its current step, which is interrupted only when it takes too long. */
  public void finish() {
    closing = true;
    LockSupport.unpark(thread);
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
