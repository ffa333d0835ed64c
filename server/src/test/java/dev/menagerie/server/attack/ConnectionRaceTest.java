package dev.menagerie.server.attack;

import static org.assertj.core.api.Assertions.assertThat;

import dev.menagerie.server.e2e.Person;
import dev.menagerie.server.e2e.Player;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** Several connections of one user at once: exactly one of them lives. */
class ConnectionRaceTest {
  private static final Duration SOON = Duration.ofSeconds(20);
  private static final int ROUNDS = 8;
  private static final int AT_ONCE = 3;

  @Test
  void ofThreeAtOnceExactlyOneLives() {
    for (int i = 0; i < ROUNDS; i++) {
      var person = Person.guest();
      var players =
          IntStream.range(0, AT_ONCE)
              .mapToObj(_ ->
                  CompletableFuture.supplyAsync(
                      () -> Player.connect(person, Map.of(), "websocket")))
              .toList()
              .stream()
              .map(CompletableFuture::join)
              .toList();
      try {
        Awaitility.await()
            .atMost(SOON)
            .until(() ->
                players.stream().filter(p -> !p.all("disconnect").isEmpty()).count()
                    == AT_ONCE - 1);
        var living = players.stream().filter(p -> p.all("disconnect").isEmpty()).toList();
        assertThat(living).hasSize(1);
        living.getFirst().next("session:ready");
        assertThat(living.getFirst().ask("game:heartbeat").path("ok").asBoolean()).isTrue();
        assertThat(living.getFirst().all("session:closed")).isEmpty();
      } finally {
        players.forEach(Player::close);
      }
    }
  }
}
