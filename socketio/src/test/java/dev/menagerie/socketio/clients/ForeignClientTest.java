package dev.menagerie.socketio.clients;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.menagerie.socketio.SocketIoServer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/**
 * The official JavaScript client and the Python client, each in its own runtime. What is not
 * installed is skipped on a developer's machine and a failure in CI.
 */
class ForeignClientTest {
  private static final Path JS = Path.of("src/test/js").toAbsolutePath();
  private static final Path PYTHON = Path.of("src/test/python/official_client.py").toAbsolutePath();
  private static final long PATIENCE_SECONDS = 90;

  @AutoClose private final SocketIoServer server = TestServer.start();

  ForeignClientTest() throws IOException {}

  @Test
  void javaScript() throws Exception {
    requires("node", "--version");
    requires("npm", "--version");
    Path work = Files.createDirectories(Path.of("target/js-clients").toAbsolutePath());
    for (String file : List.of("package.json", "package-lock.json", "official-client.test.mjs")) {
      Files.copy(JS.resolve(file), work.resolve(file), StandardCopyOption.REPLACE_EXISTING);
    }
    if (!isInstalled(work)) {
      run(work, "npm", "ci", "--no-audit", "--no-fund");
    }
    run(work, "node", "--test", "--test-reporter=tap", "official-client.test.mjs");
  }

  private static boolean isInstalled(Path work) throws IOException {
    Path installed = work.resolve("node_modules/.package-lock.json");
    return Files.exists(installed)
        && Files.getLastModifiedTime(installed)
                .compareTo(Files.getLastModifiedTime(JS.resolve("package-lock.json")))
            >= 0;
  }

  @Test
  void python() throws Exception {
    // Debian's own interpreter: the one that Debian's python3-socketio is installed for.
    requires("/usr/bin/python3", "-c", "import socketio, websocket, requests");
    run(Path.of("").toAbsolutePath(), "/usr/bin/python3", PYTHON.toString());
  }

  private static void requires(String... command) throws InterruptedException {
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

  private void run(Path directory, String... command) throws IOException, InterruptedException {
    var builder =
        new ProcessBuilder(command).directory(directory.toFile()).redirectErrorStream(true);
    builder.environment().putAll(Map.of("PORT", Integer.toString(server.port())));
    Path log = Files.createTempFile("client", ".log");
    Process process = builder.redirectOutput(log.toFile()).start();
    boolean ended = process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS);
    if (!ended) {
      process.destroyForcibly();
    }
    assertThat(ended && process.exitValue() == 0)
        .as(
            "%s says:%n%s",
            String.join(" ", command), Files.readString(log, StandardCharsets.UTF_8))
        .isTrue();
    Files.delete(log);
  }
}
