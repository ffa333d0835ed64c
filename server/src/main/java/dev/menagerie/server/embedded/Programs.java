package dev.menagerie.server.embedded;

import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/** Running the programs of the system, and what the system says about itself. */
final class Programs {
  /** The slowest of them creates a database cluster, well under a second on a small machine. */
  private static final int RUN_LIMIT_SECONDS = 60;

  private Programs() {}

  static boolean has(String program) {
    String path = System.getenv("PATH");
    if (path == null) return false;
    return Pattern.compile(Pattern.quote(File.pathSeparator))
        .splitAsStream(path)
        .filter(directory -> !directory.isBlank())
        .anyMatch(directory -> Files.isExecutable(Path.of(directory, program)));
  }

  /** Whether a file of ours belongs to the superuser. */
  static boolean runsAsRoot(Path ownFile) {
    try {
      return Files.getAttribute(ownFile, "unix:uid") instanceof Integer uid && uid == 0;
    } catch (IOException e) {
      throw new EmbeddedStoreFailed("cannot tell the user of this process", e);
    }
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

  /** Runs a program to its end; anything but success is an error that carries its output. */
  static void run(List<String> command) {
    try {
      var process =
          new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectInput(Path.of("/dev/null").toFile())
              .start();
      String output =
          new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
      if (!process.waitFor(RUN_LIMIT_SECONDS, TimeUnit.SECONDS)) {
        process.destroyForcibly();
        throw new EmbeddedStoreFailed(command.getFirst() + " did not end in time: " + output);
      }
      if (process.exitValue() != 0) {
        throw new EmbeddedStoreFailed(String.join(" ", command) + " failed: " + output);
      }
    } catch (IOException e) {
      throw new EmbeddedStoreFailed("cannot run " + command.getFirst(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new EmbeddedStoreFailed("interrupted while running " + command.getFirst(), e);
    }
  }

  /** A loopback port that is free now; whoever binds it first has it, so users must retry. */
  static int freePort() {
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new EmbeddedStoreFailed("no free loopback port", e);
    }
  }
}
