package dev.menagerie.server.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
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
    try (var server = ServerProcess.start(directory.resolve("data"))) {
      var origin = server.origin();
      var people = List.of(Person.guest(origin), Person.guest(origin));
      var deck = deck(people.getFirst());
      try (var table = Table.created(Map.of("deck_id", deck, "rules_config", "pocket"), people)) {
        table.steps(12);
        var known = List.of(table.state(0), table.state(1));
        int actor = table.toAct();
        var message = Player.action(table.game(), "before", table.legal());
        var acknowledged = table.player(actor).ask("game:action", message);
        server.kill();
        for (int seat = 0; seat < 2; seat++) table.player(seat).next("disconnect", _ -> true, BACK);
        table.player(0).passOver();
        table.player(1).passOver();
        server.startAgain();
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
      delete(directory);
    }
  }

  /** If the kernel kills an embedded store, the server starts it again and games go on. */
  @Test
  void storesOfItsOwnThatAreKilledComeBackAndPlayGoesOn() throws Exception {
    var home = directory.resolve("data");
    try (var server = ServerProcess.start(home);
        var duel = Duel.on(server.origin(), server.origin())) {
      for (var process : List.of("redis/redis.process", "postgres/postgres.process")) {
        duel.steps(3);
        long pid = Long.parseLong(Files.readString(home.resolve(process)).split(" ", 2)[0]);
        ProcessHandle.of(pid).orElseThrow().destroyForcibly();
        server.awaitSaid("has ended by itself", 10);
        duel.steps(3);
      }
      server.awaitSaid("Postgres runs again", 30);
      duel.everyAnswerIsTheSameAgain();
    } finally {
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

  private static void delete(Path root) throws IOException {
    try (var files = Files.walk(root)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) Files.deleteIfExists(file);
    }
  }
}
