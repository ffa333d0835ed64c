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
  private final List<String> command;
  private final List<String> said = new CopyOnWriteArrayList<>();
  private Process process;

  private ServerProcess(int port, List<String> command) {
    this.port = port;
    this.command = command;
    this.process = launched();
  }

  /** Starts and waits until it says that it is ready. */
  public static ServerProcess start(Path data, String... more) {
    var server = launch(data, List.of(), more);
    server.awaitReady();
    return server;
  }

  /** Starts with a limit of open files, and waits until the server is ready. */
  public static ServerProcess withOpenFiles(int most, Path data, String... more) {
    var limited = List.of("sh", "-c", "ulimit -n " + most + "; exec \"$0\" \"$@\"");
    var server = launch(limited, data, List.of(), more);
    server.awaitReady();
    return server;
  }

  /**
   * Starts and returns at once.
   *
   * @param jvm options of the Java machine
   */
  static ServerProcess launch(Path data, List<String> jvm, String... more) {
    return launch(List.of(), data, jvm, more);
  }

  /**
   * Starts below another program and returns at once.
   *
   * @param wrapper a program that runs the command it is given
   * @param jvm options of the Java machine
   */
  static ServerProcess launch(List<String> wrapper, Path data, List<String> jvm, String... more) {
    int port = Ports.free();
    var command = new ArrayList<>(wrapper);
    command.addAll(
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Xmx512m",
            "-XX:TieredStopAtLevel=1" // starts sooner, lives for seconds
            ));
    command.addAll(jvm);
    command.addAll(
        List.of(
            "-cp",
            System.getProperty("java.class.path"),
            "dev.menagerie.server.commandline.Menagerie",
            "serve",
            "--port",
            Integer.toString(port),
            "--data-dir",
            data.toString()));
    command.addAll(List.of(more));
    return new ServerProcess(port, command);
  }

  /** The same server again, at the same place. */
  public void startAgain() {
    process = launched();
    awaitReady();
  }

  private Process launched() {
    try {
      var launched = new ProcessBuilder(command).redirectErrorStream(true).start();
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
