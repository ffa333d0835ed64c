package dev.menagerie.server.redis;

import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisException;
import io.lettuce.core.RedisURI;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.awaitility.Awaitility;

/** A real Redis of a test's own: durable, on the loopback, killed as often as the test likes. */
public final class RedisProcess implements AutoCloseable {
  private static final String VERSION = "7.0.15";

  private final Path directory;
  private final Path binary;
  private final int port;
  private final List<String> settings;
  private Process process;

  private RedisProcess(Path directory, List<String> settings) throws IOException {
    this.directory = directory;
    this.settings = settings;
    this.binary = unpack(directory);
    this.port = freePort();
    this.process = launch();
  }

  public static RedisProcess start(String... settings) {
    try {
      return new RedisProcess(Files.createTempDirectory("redis-test"), List.of(settings));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public RedisURI address() {
    return RedisURI.builder()
        .withHost("127.0.0.1")
        .withPort(port)
        .withTimeout(Duration.ofSeconds(2))
        .build();
  }

  /** As the kernel would: no goodbye, nothing written. */
  public void kill() {
    process.destroyForcibly().onExit().join();
  }

  public void restart() {
    process = launch();
  }

  /** Stops the process where it stands; it holds its sockets and answers nobody. */
  public void freeze() {
    signal("STOP");
  }

  public void thaw() {
    signal("CONT");
  }

  /** Removes what is on disk, the process being dead. */
  public void loseEverything() {
    try (var files = Files.walk(directory)) {
      for (var file : files.filter(Files::isRegularFile).toList()) {
        if (!file.equals(binary)) Files.delete(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The append-only file, of which a crash may lose the end. */
  public Path appendOnlyFile() {
    try (var files = Files.walk(directory)) {
      return files.filter(f -> f.toString().endsWith(".incr.aof")).findFirst().orElseThrow();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    kill();
    try (var files = Files.walk(directory)) {
      for (var file : files.sorted((a, b) -> b.compareTo(a)).toList()) Files.delete(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void signal(String name) {
    try {
      new ProcessBuilder("kill", "-" + name, Long.toString(process.pid())).start().waitFor();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private Process launch() {
    var command = new ArrayList<String>(List.of(binary.toString()));
    command.addAll(
        List.of(
            "--port", Integer.toString(port),
            "--bind", "127.0.0.1",
            "--dir", directory.toString(),
            "--save", "",
            "--appendonly", "yes",
            "--appendfsync", "always",
            "--maxmemory-policy", "noeviction"));
    command.addAll(settings);
    try {
      var started =
          new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start();
      Awaitility.await().pollInterval(Duration.ofMillis(20)).until(this::answers);
      return started;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private boolean answers() {
    try (var client = RedisClient.create(address());
        var connection = client.connect()) {
      return "PONG".equals(connection.sync().ping());
    } catch (RedisException e) {
      return false;
    }
  }

  private static Path unpack(Path directory) throws IOException {
    String os =
        System.getProperty("os.name").toLowerCase(Locale.ROOT).contains("mac") ? "darwin" : "linux";
    String arch = System.getProperty("os.arch").equals("aarch64") ? "arm64" : "amd64";
    String name = "/redis-server-" + VERSION + "-" + os + "-" + arch;
    var file = directory.resolve("redis-server");
    try (var in = RedisProcess.class.getResourceAsStream(name)) {
      if (in == null) throw new IOException("no Redis for " + os + " " + arch);
      Files.copy(in, file);
    }
    if (!file.toFile().setExecutable(true)) throw new IOException("cannot make Redis executable");
    return file;
  }

  private static int freePort() throws IOException {
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }
}
