package dev.menagerie.server.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/** A server is killed in the middle of a game; its players finish it on the next one. */
class RestartTest {
  private static final Duration BACK = Duration.ofSeconds(60);

  @TempDir(cleanup = CleanupMode.NEVER)
  Path directory;

  @Test
  void killedInMidGameBothClientsComeBackAndFinishTheSameGame() throws Exception {
    int port = freePort();
    var origin = "http://127.0.0.1:" + port;
    var data = directory.resolve("data");
    var server = start(data, port);
    try {
      var people = List.of(Person.guest(origin), Person.guest(origin));
      var deck = deck(people.getFirst());
      try (var table = Table.created(Map.of("deck_id", deck, "rules_config", "pocket"), people)) {
        table.steps(12);
        var known = List.of(table.state(0), table.state(1));
        int actor = table.toAct();
        var message = Player.action(table.game(), "before", table.legal());
        var acknowledged = table.player(actor).ask("game:action", message);
        server.destroyForcibly().waitFor();
        for (int seat = 0; seat < 2; seat++) table.player(seat).next("disconnect", _ -> true, BACK);
        table.player(0).passOver();
        table.player(1).passOver();
        server = start(data, port);
        for (int seat = 0; seat < 2; seat++) {
          var state = table.player(seat).next("game:state", _ -> true, BACK).path("state");
          assertThat(state.path("event_id").asLong())
              .isGreaterThanOrEqualTo(acknowledged.path("event_id").asLong());
          assertThat(state.path("seed_commitment"))
              .isEqualTo(known.get(seat).path("seed_commitment"));
        }
        assertThat(table.player(actor).ask("game:action", message)).isEqualTo(acknowledged);
        long latest =
            Math.max(
                table.state(0).path("event_id").asLong(), table.state(1).path("event_id").asLong());
        for (int seat = 0; seat < 2; seat++) {
          table.player(seat).join(table.game());
          table.player(seat).next("game:state", s -> s.path("event_id").asLong() >= latest);
        }
        table.playToTheEnd();
        WholeGameTest.agrees(
            people.getFirst(), table.game(), table.player(0).next("game:game_over"));
      }
    } finally {
      server.destroy();
      assertThat(server.waitFor(30, TimeUnit.SECONDS)).isTrue();
      delete(directory);
    }
  }

  private static String deck(Person person) {
    return person
        .api()
        .get("/decks")
        .ok()
        .path("items")
        .valueStream()
        .filter(deck -> deck.path("rules").asString().equals("pocket"))
        .findFirst()
        .orElseThrow()
        .path("id")
        .stringValue();
  }

  private static Process start(Path data, int port) throws IOException {
    var process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                "-cp",
                System.getProperty("java.class.path"),
                "dev.menagerie.server.app.Menagerie",
                "serve",
                "--port",
                Integer.toString(port),
                "--data-dir",
                data.toString())
            .redirectErrorStream(true)
            .start();
    var said = new BufferedReader(process.inputReader(StandardCharsets.UTF_8));
    var all = new StringBuilder();
    for (var line = said.readLine(); line != null; line = said.readLine()) {
      all.append(line).append('\n');
      if (line.startsWith("Menagerie is ready")) {
        Thread.ofVirtual().start(() -> said.lines().forEach(_ -> {}));
        return process;
      }
    }
    throw new AssertionError("the server did not start: " + all);
  }

  private static int freePort() throws IOException {
    try (var probe = new ServerSocket(0)) {
      return probe.getLocalPort();
    }
  }

  private static void delete(Path root) throws IOException {
    try (var files = Files.walk(root)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) Files.deleteIfExists(file);
    }
  }
}
