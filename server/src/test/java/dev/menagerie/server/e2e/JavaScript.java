package dev.menagerie.server.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.menagerie.codec.Json;
import dev.menagerie.codec.Limits;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import tools.jackson.databind.JsonNode;

/**
 * The official JavaScript client in Node. Without Node a developer's run skips it; in CI that is a
 * failure.
 */
final class JavaScript {
  private static final Path SOURCES = Path.of("src/test/js").toAbsolutePath();
  private static final Path WORK = Path.of("target/js-clients").toAbsolutePath();
  private static final long PATIENCE_SECONDS = 100;

  private JavaScript() {}

  /** Runs a script that must succeed; the answer is the JSON on the last line it prints. */
  static JsonNode run(String script, String... arguments) throws Exception {
    requires("node");
    requires("npm");
    install();
    var command = new ArrayList<>(List.of("node", script));
    command.addAll(List.of(arguments));
    var said = said(command);
    var last = said.strip().lines().reduce("", (_, line) -> line);
    return Json.tree(last.getBytes(java.nio.charset.StandardCharsets.UTF_8), Limits.DOCUMENT);
  }

  /** Runs a client of the documentation as its reader would; what it prints. */
  static String documented(Path client, String url) throws Exception {
    requires("node");
    requires("npm");
    install();
    var name = client.getFileName().toString();
    Files.copy(client, WORK.resolve(name), StandardCopyOption.REPLACE_EXISTING);
    return said(List.of("node", name, url));
  }

  private static void install() throws Exception {
    Files.createDirectories(WORK);
    try (var files = Files.list(SOURCES)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Files.copy(file, WORK.resolve(file.getFileName()), StandardCopyOption.REPLACE_EXISTING);
      }
    }
    var installed = WORK.resolve("node_modules/.package-lock.json");
    boolean current =
        Files.exists(installed)
            && Files.getLastModifiedTime(installed)
                    .compareTo(Files.getLastModifiedTime(SOURCES.resolve("package-lock.json")))
                >= 0;
    if (!current) said(List.of("npm", "ci", "--no-audit", "--no-fund"));
  }

  private static void requires(String program) throws InterruptedException {
    boolean there;
    try {
      var process =
          new ProcessBuilder(program, "--version")
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start();
      there = process.waitFor() == 0;
    } catch (IOException missing) {
      there = false;
    }
    if (!"true".equals(System.getenv("CI"))) {
      assumeTrue(there, () -> program + " is not installed, so its client is not tried");
    }
    assertThat(there).as("%s is installed", program).isTrue();
  }

  private static String said(List<String> command) throws IOException, InterruptedException {
    Path log = Files.createTempFile("client", ".log");
    var process =
        new ProcessBuilder(command)
            .directory(WORK.toFile())
            .redirectErrorStream(true)
            .redirectOutput(log.toFile())
            .start();
    try {
      boolean ended = process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS);
      var said = Files.readString(log);
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
