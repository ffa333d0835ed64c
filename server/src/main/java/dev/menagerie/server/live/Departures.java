package dev.menagerie.server.live;

import dev.menagerie.server.StoreUnavailable;
import dev.menagerie.server.game.Connections.Connection;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reports connections that were taken out of the registry. Each is reported by one node alone, so
 * one whose report fails is reported again. Any thread; waits for the reports.
 */
final class Departures {
  /** A dead node leaves thousands, and each report waits for the store some ten times. */
  static final int AT_ONCE = 32;

  /** Reports of one connection, an outage of the store in between. */
  static final int ATTEMPTS = 10;

  private static final Duration RETRY = Duration.ofSeconds(1);
  private static final Logger LOG = LoggerFactory.getLogger(Departures.class);

  private final Consumer<Connection> listener;
  private final Scheduler scheduler;

  Departures(Consumer<Connection> listener, Scheduler scheduler) {
    this.listener = listener;
    this.scheduler = scheduler;
  }

  /** Reports each of them. */
  void report(List<Connection> gone) {
    var left = new ConcurrentLinkedQueue<>(gone);
    try (var workers = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < Math.min(AT_ONCE, gone.size()); i++) {
        workers.execute(() -> reportAll(left));
      }
    }
  }

  private void reportAll(Queue<Connection> left) {
    for (var next = left.poll(); next != null; next = left.poll()) report(next, ATTEMPTS);
  }

  private void report(Connection gone, int attempts) {
    try {
      listener.accept(gone);
    } catch (StoreUnavailable away) {
      if (attempts == 1)
        LOG.warn("the end of connection {} is not reported: {}", gone.session(), away);
      else scheduler.after(RETRY, () -> report(gone, attempts - 1));
    } catch (RuntimeException failure) {
      LOG.error("the end of connection {} is not reported", gone.session(), failure);
    }
  }
}
