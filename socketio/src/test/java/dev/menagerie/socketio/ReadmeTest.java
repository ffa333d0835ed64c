package dev.menagerie.socketio;

import static org.assertj.core.api.Assertions.assertThat;

import dev.menagerie.socketio.clients.JavaClient;
import dev.menagerie.testkit.Ports;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The server of the README compiles and serves. */
class ReadmeTest {
  @TempDir private Path directory;

  private static String example() throws IOException {
    String readme = Files.readString(Path.of("README.md"));
    int start = readme.indexOf("```java\n") + "```java\n".length();
    return readme.substring(start, readme.indexOf("```", start));
  }

  @Test
  void theTenLineServerServes() throws Exception {
    int port = Ports.free();
    Path source = directory.resolve("Server.java");
    Files.writeString(source, example().replace("3000", Integer.toString(port)));
    Process server =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                source.toString())
            .inheritIO()
            .start();
    try {
      Awaitility.await().atMost(60, TimeUnit.SECONDS).until(() -> isOpen(port));
      speaksAsWritten(port);
    } finally {
      server.destroy();
      assertThat(server.waitFor(10, TimeUnit.SECONDS)).isTrue();
    }
  }

  private static boolean isOpen(int port) throws InterruptedException {
    var open =
        HttpRequest.newBuilder(
                URI.create("http://127.0.0.1:" + port + "/socket.io/?EIO=4&transport=polling"))
            .build();
    try (var client = HttpClient.newHttpClient()) {
      return client.send(open, BodyHandlers.discarding()).statusCode() == 200;
    } catch (IOException notYet) {
      return false;
    }
  }

  private static void speaksAsWritten(int port) throws Exception {
    try (var stranger = new JavaClient(port, "/", Map.of(), "websocket")) {
      assertThat(stranger.life()).contains("who are you?");
    }
    try (var client = new JavaClient(port, "/", Map.of("token", "any"), "websocket")) {
      assertThat(client.life()).isEqualTo("connect");
      assertThat(client.ask("add", 2, 3)).containsExactly(5);
      client.emit("say", "hello");
      assertThat(client.heard()).containsExactly("said", "hello");
    }
  }
}
