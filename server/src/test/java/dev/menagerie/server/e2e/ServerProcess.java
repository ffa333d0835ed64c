package dev.menagerie.server.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.menagerie.testkit.Ports;
import dev.menagerie.testkit.Signals;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;

/** A server in a process of its own, to be killed or stopped like any other. */
public final class ServerProcess implements AutoCloseable {
  private static final int STOPS_WITHIN_SECONDS = 30;

  private final int port;
  private final List<String> arguments;
  private final List<String> said = new CopyOnWriteArrayList<>();
  private Build build;
  private Process process;

  private ServerProcess(Build build, int port, List<String> arguments) {
    this.build = build;
    this.port = port;
    this.arguments = arguments;
    this.process = launched();
  }

  /** Starts and waits until it says that it is ready. */
  public static ServerProcess start(Path data, String... more) {
    return start(Build.current(), data, more);
  }

  /** Starts this build and waits until it says that it is ready. */
  public static ServerProcess start(Build build, Path data, String... more) {
    var server = launch(build, data, more);
    server.awaitReady();
    return server;
  }

  /** Starts with a limit of open files, and waits until the server is ready. */
  public static ServerProcess withOpenFiles(int most, Path data, String... more) {
    var limited = List.of("sh", "-c", "ulimit -n " + most + "; exec \"$0\" \"$@\"");
    return start(Build.current(limited, List.of()), data, more);
  }

  /** Starts this build and returns at once. */
  static ServerProcess launch(Build build, Path data, String... more) {
    int port = Ports.free();
    var arguments = new ArrayList<String>();
    arguments.addAll(
        List.of("serve", "--port", Integer.toString(port), "--data-dir", data.toString()));
    arguments.addAll(List.of(more));
    return new ServerProcess(build, port, arguments);
  }

  /** The same server again, at the same place. */
  public void startAgain() {
    process = launched();
    awaitReady();
  }

  /** Another build at the same place, from now on. */
  public void startAgainAs(Build other) {
    build = other;
    startAgain();
  }

  private Process launched() {
    var command = new ArrayList<>(build.program());
    command.addAll(arguments);
    var builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().putAll(build.environment());
    try {
      var launched = builder.start();
      said.clear();
      Thread.ofVirtual().start(() -> listen(launched));
      return launched;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void listen(Process launched) {
    try (var lines = new BufferedReader(launched.inputReader(StandardCharsets.UTF_8))) {
      for (var line = lines.readLine(); line != null; line = lines.readLine()) {
        synchronized (said) {
          said.add(line);
          said.notifyAll();
        }
      }
    } catch (IOException e) {
      // the process was killed, as intended
    }
    synchronized (said) {
      said.notifyAll();
    }
  }

  void awaitReady() {
    awaitSaid("Menagerie is ready", 60);
  }

  /** Waits for a line that begins like this. */
  public void awaitSaid(String text, int seconds) {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
    synchronized (said) {
      while (said.stream().noneMatch(line -> line.contains(text))) {
        long left = end - System.nanoTime();
        assertThat(left > 0 && process.isAlive()).as("%s among %s", text, said).isTrue();
        try {
          TimeUnit.NANOSECONDS.timedWait(said, Math.min(left, TimeUnit.SECONDS.toNanos(1)));
        } catch (InterruptedException e) {
          Thread.currentThread().interrupt();
          throw new AssertionError("interrupted", e);
        }
      }
    }
  }

  /** Everything it has written so far. */
  public List<String> said() {
    return List.copyOf(said);
  }

  boolean isAlive() {
    return process.isAlive();
  }

  /** Waits for its end. */
  int exitCode() {
    try {
      assertThat(process.waitFor(STOPS_WITHIN_SECONDS, TimeUnit.SECONDS)).as("%s", said).isTrue();
      return process.exitValue();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError("interrupted", e);
    }
  }

  public String origin() {
    return "http://127.0.0.1:" + port;
  }

  /** As kill -9 does. */
  public void kill() {
    process.destroyForcibly();
    try {
      process.waitFor();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  public void signal(String name) {
    Signals.send(process.pid(), name);
  }

  /** Stops it in an orderly way. */
  @Override
  public void close() {
    process.destroy();
    try {
      assertThat(process.waitFor(STOPS_WITHIN_SECONDS, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      process.destroyForcibly();
    }
  }
}
