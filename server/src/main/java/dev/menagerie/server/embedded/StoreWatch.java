package dev.menagerie.server.embedded;

import dev.menagerie.server.background.SupervisedLoop;
import java.time.Duration;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Restarts a store whose process has ended by itself: crashed, killed, out of memory or of disk.
 * Port and data stay the same, so that clients reconnect.
 */
final class StoreWatch implements AutoCloseable {
  private static final Duration POLL_INTERVAL = Duration.ofMillis(200);

  /** The reason may need a while to pass: a full disk, memory that another process holds. */
  private static final Duration AFTER_FAILURE = Duration.ofSeconds(2);

  private static final Logger LOG = LoggerFactory.getLogger(StoreWatch.class);

  private final List<EmbeddedStore> stores;
  private final SupervisedLoop loop;

  StoreWatch(List<EmbeddedStore> stores) {
    this.stores = List.copyOf(stores);
    this.loop = SupervisedLoop.start("stores", AFTER_FAILURE, this::look);
  }

  private Duration look() {
    boolean all = true;
    for (var store : stores) {
      if (!store.isRunning()) all &= isStarted(store);
    }
    return all ? POLL_INTERVAL : AFTER_FAILURE;
  }

  private static boolean isStarted(EmbeddedStore store) {
    LOG.error("{} has ended by itself and is started again", store);
    try {
      store.start();
      LOG.warn("{} runs again", store);
      return true;
    } catch (EmbeddedStoreFailed | UnusableFile e) {
      LOG.error("{} cannot be started again now: {}", store, e.getMessage());
      return false;
    }
  }

  @Override
  public void close() {
    loop.close();
  }
}
