package dev.menagerie.server.redis;

import dev.menagerie.server.Stores;
import dev.menagerie.testkit.Ports;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.awaitility.Awaitility;

/**
 * A Redis as a stranger might have set it up: without durability, and with settings of a test's.
 */
public final class PlainRedis implements AutoCloseable {
  private final Process process;
  private final String url;

  private PlainRedis(Process process, String url) {
    this.process = process;
    this.url = url;
  }

  /** Starts one and waits until it answers. */
  public static PlainRedis start(Path directory, String... settings) {
    int port = Ports.free();
    var url = "redis://127.0.0.1:" + port;
    try {
      Path config = Files.createTempFile(directory, "plain", ".conf");
      Files.writeString(
          config,
          "bind 127.0.0.1\nport "
              + port
              + "\nsave \"\"\ndir \""
              + directory
              + "\"\n"
              + String.join("\n", settings)
              + "\n");
      var program =
          ProcessHandle.of(Stores.redisPid()).orElseThrow().info().command().orElseThrow();
      var process =
          new ProcessBuilder(program, config.toString())
              .redirectErrorStream(true)
              .redirectOutput(directory.resolve("plain.log").toFile())
              .start();
      Awaitility.await().ignoreExceptions().until(() -> answers(url));
      return new PlainRedis(process, url);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean answers(String url) {
    try (var link = RedisLink.connect(url)) {
      return link.isReachable();
    }
  }

  public String url() {
    return url;
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }
}
