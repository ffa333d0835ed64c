package dev.menagerie.server.recovery;

import dev.menagerie.server.StoreUnavailable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Recovers in the background, once at a time, whenever the store may have been restarted. May be
 * called from any thread; never blocks.
 */
final class RecoveryTrigger implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(RecoveryTrigger.class);

  private final Runnable recovery;
  private final AtomicBoolean running = new AtomicBoolean();
  private final ExecutorService background = Executors.newVirtualThreadPerTaskExecutor();

  /** The store may have been restarted and this node has not looked yet. */
  private volatile boolean due;

  /** Attempts that a store has ended. */
  private final AtomicLong failures = new AtomicLong();

  RecoveryTrigger(Runnable recovery) {
    this.recovery = recovery;
  }

  /** How many attempts a store has ended: who waits for one sees that it is over. */
  long failures() {
    return failures.get();
  }

  /** Recovers soon. */
  void request() {
    due = true;
    retry();
  }

  /** Recovers now if an earlier attempt failed. */
  void retry() {
    if (!due || !running.compareAndSet(false, true)) return;
    try {
      background.execute(this::recover);
    } catch (RejectedExecutionException closed) {
      LOG.debug("this node stops; another one recovers", closed);
    }
  }

  private void recover() {
    boolean isDone = false;
    try {
      while (due) {
        due = false;
        recovery.run();
      }
      isDone = true;
    } catch (StoreUnavailable e) {
      due = true;
      failures.incrementAndGet();
      LOG.warn("recovery has to wait: {}", e.getMessage());
    } finally {
      running.set(false);
    }
    if (isDone) retry(); // a request may have come after the last look
  }

  @Override
  public void close() {
    background.close();
  }
}
