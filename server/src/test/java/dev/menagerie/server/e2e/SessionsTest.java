package dev.menagerie.server.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * The life of a connection: session:ready, token refresh, replacement, and the reason of its end.
 */
class SessionsTest {
  private static final Duration SOON = Duration.ofSeconds(20);

  @Test
  void aConnectionIsGreeted() {
    var person = Person.guest();
    try (var player = Player.connect(person)) {
      var ready = player.next("session:ready");
      assertThat(ready.path("user_id").asString()).isEqualTo(person.id());
      assertThat(ready.path("protocol_version").asInt()).isEqualTo(1);
      assertThat(ready.path("active_games").isArray()).isTrue();
      assertThat(Instant.parse(ready.path("server_time").asString()))
          .isBetween(Instant.now().minus(SOON), Instant.now().plus(SOON));
      var alive = player.ask("game:heartbeat", Map.of());
      assertThat(alive.path("ok").asBoolean()).isTrue();
      assertThat(Instant.parse(alive.path("server_time").asString())).isNotNull();
      assertThat(player.ask("game:heartbeat").path("ok").asBoolean()).isTrue();
    }
  }

  @Test
  void aNewConnectionReplacesTheOldOne() {
    var person = Person.guest();
    try (var old = Player.connect(person)) {
      old.next("session:ready");
      try (var young = Player.connect(person)) {
        young.next("session:ready");
        assertThat(old.next("session:closed").path("code").asString()).isEqualTo("replaced");
        old.next("disconnect");
        assertThat(young.ask("game:heartbeat").path("ok").asBoolean()).isTrue();
        assertThat(old.all("connect")).hasSize(1);
      }
    }
  }

  @Test
  void aReplacedConnectionHearsNoMoreOfTheGame() {
    try (var table = Table.by("pocket");
        var young = Player.connect(table.person(0))) {
      young.next("game:state");
      table.player(0).next("disconnect");
      int heard = table.player(0).heard().size();
      var actor = young.state().path("legal_actions").isEmpty() ? table.player(1) : young;
      var reply = actor.act(table.game(), actor.state().path("legal_actions").get(0));
      young.next("game:state", s -> s.path("event_id").equals(reply.path("event_id")));
      assertThat(table.player(0).heard()).hasSize(heard);
    }
  }

  @Test
  void signingOutClosesTheConnection() {
    var person = Person.guest();
    try (var player = Player.connect(person)) {
      player.next("session:ready");
      assertThat(person.api().post("/auth/logout").status()).isEqualTo(204);
      assertThat(player.next("session:closed").path("code").asString()).isEqualTo("logged_out");
      player.next("disconnect");
      try (var again = Player.connect(person)) {
        assertThat(again.next("connect_error").path("data").path("code").asString())
            .isEqualTo("unauthenticated");
      }
    }
  }

  @Test
  void anExpiredTokenClosesTheConnection() {
    var person = Person.guest();
    var token = Tokens.like(person.token()).expiringIn(Duration.ofSeconds(4));
    try (var player = Player.connect(person, Map.of("token", token))) {
      player.next("session:ready");
      assertThat(player.next("auth:expiring").path("expires_at").asString()).isNotEmpty();
      assertThat(player.next("session:closed", _ -> true, SOON).path("code").asString())
          .isEqualTo("expired");
      player.next("disconnect");
      assertThat(player.heard().get(1).event()).isEqualTo("session:ready");
    }
  }

  @Test
  void aClientIsWarnedAMinuteBeforeItsTokenExpires() {
    var person = Person.guest();
    var token = Tokens.like(person.token()).expiringIn(Duration.ofSeconds(63));
    try (var player = Player.connect(person, Map.of("token", token))) {
      player.next("session:ready");
      assertThat(player.all("auth:expiring")).isEmpty();
      var expiring = player.next("auth:expiring", _ -> true, SOON);
      assertThat(Instant.parse(expiring.path("expires_at").asString()))
          .isAfter(Instant.now().plusSeconds(40));
    }
  }

  @Test
  void aNewerTokenKeepsTheConnection() {
    var person = Person.guest();
    var tokens = Tokens.like(person.token());
    var token = tokens.expiringIn(Duration.ofSeconds(6));
    try (var player = Player.connect(person, Map.of("token", token))) {
      player.next("session:ready");
      for (var bad : List.of("nonsense", tokens.expired(), tokens.signedWith("x".repeat(40)))) {
        player.refused("unauthenticated", "auth:refresh", Map.of("token", bad));
      }
      player.refused("forbidden", "auth:refresh", Map.of("token", Person.guest().token()));
      player.refused("invalid_message", "auth:refresh", Map.of("token", 5));
      var later = Map.of("token", tokens.expiringIn(Duration.ofSeconds(66)));
      assertThat(player.ask("auth:refresh", later).path("ok").asBoolean()).isTrue();
      player.passOver().next("auth:expiring", _ -> true, SOON);
      assertThat(player.all("session:closed")).isEmpty();
      assertThat(player.ask("game:heartbeat").path("ok").asBoolean()).isTrue();
    }
  }

  @Test
  void aSenderOfInvalidMessagesIsClosedWithAReason() {
    try (var player = Player.connect(Person.guest())) {
      player.next("session:ready");
      for (int i = 0; i < 60; i++) player.tell("game:join", Map.of("nonsense", i));
      assertThat(player.next("session:closed").path("code").asString()).isEqualTo("flood");
      player.next("disconnect");
    }
  }
}
