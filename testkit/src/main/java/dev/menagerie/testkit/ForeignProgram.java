package dev.menagerie.testkit;

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.WRITE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * Programs in other languages that talk to the server. A missing runtime skips the test on a
 * developer's machine and fails it in CI.
 */
public final class ForeignProgram {
  /** A first installation of packages takes most of it. */
  private static final long PATIENCE_SECONDS = 100;

  private static final long STOPS_WITHIN_SECONDS = 30;

  private ForeignProgram() {}

  /** Ends the test here when this command, which only looks, does not succeed. */
  public static void requires(String... command) throws InterruptedException {
    boolean there;
    try {
      there =
          new ProcessBuilder(command)
                  .redirectErrorStream(true)
                  .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                  .start()
                  .waitFor()
              == 0;
    } catch (IOException missing) {
      there = false;
    }
    if (!"true".equals(System.getenv("CI"))) {
      assumeTrue(there, () -> "not installed, so not tried: " + String.join(" ", command));
    }
    assertThat(there).as("installed: %s", String.join(" ", command)).isTrue();
  }

  /**
   * Copies scripts with their package files, and installs the locked packages if necessary; one
   * process at a time.
   */
  public static void installNode(Path sources, Path work) throws IOException, InterruptedException {
    requires("node", "--version");
    requires("npm", "--version");
    Files.createDirectories(work);
    var lock = work.resolveSibling(work.getFileName() + ".lock");
    try (var channel = FileChannel.open(lock, CREATE, WRITE);
        var _ = channel.lock()) {
      installLocked(sources, work);
    }
  }

  private static void installLocked(Path sources, Path work)
      throws IOException, InterruptedException {
    try (var files = Files.list(sources)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Files.copy(file, work.resolve(file.getFileName()), StandardCopyOption.REPLACE_EXISTING);
      }
    }
    if (!isInstalled(sources, work)) {
      run(work, Map.of(), List.of("npm", "ci", "--no-audit", "--no-fund"));
    }
  }

  private static boolean isInstalled(Path sources, Path work) throws IOException {
    var installed = work.resolve("node_modules/.package-lock.json");
    return Files.exists(installed)
        && Files.getLastModifiedTime(installed)
                .compareTo(Files.getLastModifiedTime(sources.resolve("package-lock.json")))
            >= 0;
  }

  /** Ends a program with a signal, and by force if that takes too long. */
  public static void stop(Process process) {
    process.destroy();
    try {
      if (!process.waitFor(STOPS_WITHIN_SECONDS, TimeUnit.SECONDS)) process.destroyForcibly();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Runs a command that must succeed; returns its output. */
  public static String run(Path directory, Map<String, String> environment, List<String> command)
      throws IOException, InterruptedException {
    Path log = Files.createTempFile("client", ".log");
    var builder =
        new ProcessBuilder(command)
            .directory(directory.toFile())
            .redirectErrorStream(true)
            .redirectOutput(log.toFile());
    builder.environment().putAll(environment);
    var process = builder.start();
    try {
      boolean ended = process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS);
      var said = Files.readString(log, StandardCharsets.UTF_8);
      assertThat(ended && process.exitValue() == 0)
          .as("%s says:%n%s", String.join(" ", command), said)
          .isTrue();
      return said;
    } finally {
      process.destroyForcibly();
      Files.delete(log);
    }
  }
}
