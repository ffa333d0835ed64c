package dev.menagerie.server.embedded;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Starts a store again whose process has ended without being told to: crashed, killed, out of
 * memory or of disk. Port and data are the same, so that clients come back by themselves.
 */
final class StoreWatch implements AutoCloseable {
  private static final Duration BETWEEN_LOOKS = Duration.ofMillis(200);

  /** What made the process end may need a while to pass: a full disk, another one's memory. */
  private static final Duration AFTER_FAILURE = Duration.ofSeconds(2);

  private static final Logger LOG = LoggerFactory.getLogger(StoreWatch.class);

  private final List<EmbeddedStore> stores;
  private final CountDownLatch closing = new CountDownLatch(1);
  private final Thread thread;

  StoreWatch(List<EmbeddedStore> stores) {
    this.stores = List.copyOf(stores);
    this.thread = Thread.ofVirtual().name("stores").start(this::watch);
  }

  private void watch() {
    var pause = BETWEEN_LOOKS;
    try {
      while (!closing.await(pause.toMillis(), TimeUnit.MILLISECONDS)) {
        pause = startEnded() ? BETWEEN_LOOKS : AFTER_FAILURE;
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private boolean startEnded() {
    boolean all = true;
    for (var store : stores) {
      if (store.isRunning()) continue;
      try {
        LOG.error("{} has ended by itself and is started again", store);
        store.start();
        LOG.warn("{} runs again", store);
      } catch (EmbeddedStoreFailed e) {
        LOG.error("{} cannot be started again now: {}", store, e.getMessage());
        all = false;
      }
    }
    return all;
  }

  @Override
  public void close() {
    closing.countDown();
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
