package dev.menagerie.server.e2e;

import dev.menagerie.server.Stores;
import dev.menagerie.server.app.LocalServer;
import dev.menagerie.server.embedded.DataDirectory;
import dev.menagerie.server.embedded.EmbeddedStores;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/**
 * The one server of this JVM, with generous limits, over stores that only servers use. Tests share
 * it: each signs in users of its own.
 */
final class Servers {
  private static final AtomicInteger COUNTER = new AtomicInteger();

  private final Path base;
  private final DataDirectory data;
  private final EmbeddedStores stores;
  private final LocalServer server;

  private Servers() {
    base = Path.of("target", "e2e", Long.toString(ProcessHandle.current().pid())).toAbsolutePath();
    data = DataDirectory.hold(base.resolve("stores"));
    stores = Stores.own(data);
    server = LocalServer.start(base.resolve("first"), stores, _ -> {});
    Runtime.getRuntime().addShutdownHook(new Thread(this::close));
  }

  private static final class Holder {
    static final Servers RUNNING = new Servers();
  }

  /** The origin of the shared server. */
  static String shared() {
    return Holder.RUNNING.server.url();
  }

  /** Another server of the caller's own, over the same stores; tokens of the first are not its. */
  static LocalServer another(Consumer<LocalServer.Settings> choose) {
    var name = "another-" + COUNTER.incrementAndGet();
    return LocalServer.start(Holder.RUNNING.base.resolve(name), Holder.RUNNING.stores, choose);
  }

  /** The shared server's keys, for others that are to take its tokens. */
  static Path jwtFile() {
    return Holder.RUNNING.base.resolve("first/secrets/jwt");
  }

  /** The shared server's key, to make tokens that it would not make itself. */
  static String jwtSecret() {
    try {
      return Files.readString(jwtFile()).strip();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void close() {
    server.close();
    stores.close();
    data.close();
    try (var files = Files.walk(base)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) Files.delete(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
