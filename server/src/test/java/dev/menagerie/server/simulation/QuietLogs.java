package dev.menagerie.server.simulation;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;

/** While it is open the product logs nothing: thousands of nodes break as they should. */
final class QuietLogs implements AutoCloseable {
  private final Logger product = (Logger) LoggerFactory.getLogger("dev.menagerie");
  private final @Nullable Level before = product.getLevel();

  QuietLogs() {
    product.setLevel(Level.OFF);
  }

  @Override
  public void close() {
    product.setLevel(before);
  }
}
