package dev.menagerie.server.wiring;

import java.util.ArrayDeque;
import java.util.Deque;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Closes what has been started, in the opposite order. A failure does not keep the rest from
 * closing.
 */
final class CloseStack implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(CloseStack.class);

  private final Deque<AutoCloseable> open = new ArrayDeque<>();

  <T extends AutoCloseable> T register(T part) {
    open.push(part);
    return part;
  }

  @Override
  public void close() {
    while (!open.isEmpty()) {
      var part = open.pop();
      try {
        part.close();
      } catch (Exception e) { // close() may throw anything; the rest still has to be closed
        LOG.warn("{} did not close cleanly: {}", part.getClass().getSimpleName(), e.toString());
      }
    }
  }
}
