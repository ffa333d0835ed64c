package dev.menagerie.server.redis;

import dev.menagerie.server.Stores;
import dev.menagerie.testkit.Ports;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.awaitility.Awaitility;

/**
 * A Redis as a stranger might have set it up: without durability, and with settings of a test's.
 */
public final class PlainRedis implements AutoCloseable {
  /** Other tests may keep the machine busy. */
  private static final Duration STARTS_WITHIN = Duration.ofMinutes(1);

  private final Process process;
  private final int port;
  private final String url;

  private PlainRedis(Process process, int port, String url) {
    this.process = process;
    this.port = port;
    this.url = url;
  }

  /** The settings of a Redis that keeps what it acknowledges. */
  public static String[] durable() {
    return new String[] {"appendonly yes", "appendfsync always", "maxmemory-policy noeviction"};
  }

  /** Starts one and waits until it answers. {@code -Dredis.program=FILE} is another program. */
  public static PlainRedis start(Path directory, String... settings) {
    return start(program(), directory, List.of(), settings);
  }

  /** Starts this program, so that it keeps what it acknowledges, with more settings. */
  public static PlainRedis of(String program, Path directory, String... more) {
    var settings = new ArrayList<>(List.of(durable()));
    settings.addAll(List.of(more));
    return start(program, directory, List.of(), settings.toArray(String[]::new));
  }

  /** Starts a Sentinel that watches a primary and makes its replica the next one. */
  public static PlainRedis sentinel(Path directory, PlainRedis primary, int quorum) {
    return start(
        program(),
        directory,
        List.of("--sentinel"),
        "sentinel monitor duel 127.0.0.1 " + primary.port + " " + quorum,
        "sentinel down-after-milliseconds duel 1000",
        "sentinel failover-timeout duel 5000");
  }

  private static PlainRedis start(
      String program, Path directory, List<String> mode, String... settings) {
    int port = Ports.free();
    var url = "redis://127.0.0.1:" + port;
    try {
      Path config = Files.createTempFile(directory, "plain", ".conf");
      Files.writeString(
          config,
          "bind 127.0.0.1\nport "
              + port
              + (mode.isEmpty() ? "\nsave \"\"" : "")
              + "\ndir \""
              + directory
              + "\"\n"
              + String.join("\n", settings)
              + "\n");
      var command = new ArrayList<>(List.of(program, config.toString()));
      command.addAll(mode);
      var process =
          new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(directory.resolve("plain.log").toFile())
              .start();
      Awaitility.await().atMost(STARTS_WITHIN).ignoreExceptions().until(() -> answers(url));
      return new PlainRedis(process, port, url);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The program of the Redis that tests share, or {@code -Dredis.program}. */
  static String program() {
    var other = System.getProperty("redis.program");
    if (other != null) return other;
    return ProcessHandle.of(Stores.redisPid()).orElseThrow().info().command().orElseThrow();
  }

  private static boolean answers(String url) {
    try (var link = RedisLink.connect(url)) {
      return link.isReachable();
    }
  }

  public int port() {
    return port;
  }

  public String url() {
    return url;
  }

  /** As FLUSHALL does. */
  public void deleteEverything() {
    try (var link = RedisLink.connect(url)) {
      RedisReplies.await(link.commands().flushall());
    }
  }

  /** As kill -9 does. */
  public void kill() {
    process.destroyForcibly();
  }

  @Override
  public void close() {
    kill();
  }
}
