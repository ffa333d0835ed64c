package dev.menagerie.server.embedded;

import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/** Runs programs of the system and reads facts about it. */
final class ProgramRunner {
  /** The slowest of them creates a database cluster, well under a second on a small machine. */
  private static final int RUN_LIMIT_SECONDS = 60;

  private ProgramRunner() {}

  static boolean has(String program) {
    return find(program).isPresent();
  }

  /** The program of this name that the shell would run. */
  static Optional<Path> find(String program) {
    String path = System.getenv("PATH");
    if (path == null) return Optional.empty();
    return Pattern.compile(Pattern.quote(File.pathSeparator))
        .splitAsStream(path)
        .filter(directory -> !directory.isBlank())
        .map(directory -> Path.of(directory, program))
        .filter(Files::isExecutable)
        .findFirst();
  }

  /** The shell's own kill knows every signal on every system; Java knows two. */
  static void signal(ProcessHandle process, String signal) {
    try {
      var kill =
          new ProcessBuilder("/bin/sh", "-c", "kill -" + signal + " " + process.pid())
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start();
      kill.waitFor(RUN_LIMIT_SECONDS, TimeUnit.SECONDS);
    } catch (IOException e) {
      throw new EmbeddedStoreFailed("cannot signal process " + process.pid(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /**
   * Runs a program to its end.
   *
   * @throws EmbeddedStoreFailed with its output when it does not succeed, does not end in time, or
   *     the thread is interrupted; the program and its children are ended then
   */
  static void run(List<String> command) {
    try {
      var builder =
          new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectInput(Path.of("/dev/null").toFile());
      builder.environment().put("LC_ALL", "C");
      var process = builder.start();
      var output = new FutureTask<>(() -> process.getInputStream().readAllBytes());
      Thread.ofVirtual().name("program-output").start(output);
      try {
        if (!process.waitFor(RUN_LIMIT_SECONDS, TimeUnit.SECONDS)) {
          throw new EmbeddedStoreFailed(command.getFirst() + " did not end in time");
        }
        requireSuccess(command, process.exitValue(), output.get());
      } finally {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
      }
    } catch (IOException | ExecutionException e) {
      throw new EmbeddedStoreFailed("cannot run " + command.getFirst(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new EmbeddedStoreFailed("interrupted while running " + command.getFirst(), e);
    }
  }

  private static void requireSuccess(List<String> command, int exitCode, byte[] output) {
    if (exitCode == 0) return;
    String text = new String(output, StandardCharsets.UTF_8).strip();
    throw new EmbeddedStoreFailed(String.join(" ", command) + " failed: " + text);
  }

  /** A loopback port that is free now. Another process may bind it first, so callers must retry. */
  static int freePort() {
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new EmbeddedStoreFailed("no free loopback port", e);
    }
  }
}
