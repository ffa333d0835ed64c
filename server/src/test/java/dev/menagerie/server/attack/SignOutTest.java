package dev.menagerie.server.attack;

import static org.assertj.core.api.Assertions.assertThat;

import dev.menagerie.server.e2e.Api;
import dev.menagerie.server.e2e.Person;
import dev.menagerie.server.e2e.Player;
import dev.menagerie.server.e2e.Servers;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Sockets that try to outlive the end of their sign-in. */
class SignOutTest {
  private static final Duration SOON = Duration.ofSeconds(20);
  private static final int ROUNDS = 15;

  @Test
  void aConnectionThatMeetsASignOutDoesNotStay() {
    for (int i = 0; i < ROUNDS; i++) {
      var person = Person.guest();
      try (var player = Player.connect(person, Map.of(), "websocket")) {
        var out = CompletableFuture.runAsync(() -> person.api().post("/auth/logout"));
        out.join();
        Awaitility.await().atMost(SOON).until(() -> hasEnded(player) && !player.isConnected());
      }
    }
  }

  private static boolean hasEnded(Player player) {
    return !player.all("disconnect").isEmpty() || !player.all("connect_error").isEmpty();
  }

  @Test
  void aSignOutOnOneNodeHoldsOnAnotherThatHasTheTokenInItsCache() {
    try (var node = Servers.node()) {
      var person = Person.guest();
      var there = person.at(node.url());
      there.api().get("/decks").ok();
      person.api().post("/auth/logout");
      try (var player = Player.connect(there, Map.of(), "websocket")) {
        Awaitility.await().atMost(SOON).until(() -> hasEnded(player) && !player.isConnected());
      }
    }
  }

  @Test
  void aSignOutIsNoticedThoughItsMessageIsLost() {
    var person = Person.guest();
    try (var player = Player.connect(person)) {
      player.next("session:ready");
      Servers.endSessionsOf(person.id());
      assertThat(player.next("session:closed", _ -> true, SOON).path("code").asString())
          .isEqualTo("logged_out");
      player.next("disconnect");
    }
  }

  @Test
  void aSignOutClosesTheSocketsOfItsOwnSessionUnlessAllAreMeant() {
    var name = "P" + UUID.randomUUID().toString().substring(0, 18);
    var api = Api.of(Servers.shared());
    var credentials = Map.of("name", name, "password", "correct horse");
    var first = person(api.post("/auth/register", credentials).ok());
    var second = person(api.post("/auth/login", credentials).ok());
    try (var player = Player.connect(first)) {
      player.next("session:ready");
      assertThat(second.api().post("/auth/logout").status()).isEqualTo(204);
      assertThat(player.ask("game:heartbeat").path("ok").asBoolean()).isTrue();
      var third = person(api.post("/auth/login", credentials).ok());
      assertThat(third.api().post("/auth/logout", Map.of("all", true)).status()).isEqualTo(204);
      assertThat(player.next("session:closed").path("code").asString()).isEqualTo("logged_out");
      player.next("disconnect");
    }
  }

  private static Person person(JsonNode signedIn) {
    var token = signedIn.path("access_token").stringValue();
    return new Person(
        signedIn.path("user").path("id").stringValue(),
        token,
        signedIn.path("refresh_token").stringValue(),
        Api.of(Servers.shared()).as(token));
  }
}
