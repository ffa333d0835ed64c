package dev.menagerie.server.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.menagerie.codec.Json;
import dev.menagerie.server.commandline.LocalServer;
import dev.menagerie.testkit.Ports;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** At its bounds the server says so; it never grows and never falls silent. */
class OverloadTest {
  private static Table pocket(LocalServer server) {
    var people = List.of(Person.guest(server.url()), Person.guest(server.url()));
    var decks = people.getFirst().api().get("/decks").ok().path("items").valueStream();
    var deck = decks.filter(d -> d.path("rules").asString().equals("pocket")).findFirst();
    var id = deck.orElseThrow().path("id").stringValue();
    return Table.created(Map.of("deck_id", id, "rules_config", "pocket"), people);
  }

  @Test
  void aCommitBeyondTheBoundIsBusyAndChangesNothing() {
    try (var server = Servers.another(s -> s.actionsAtOnce(0));
        var table = pocket(server)) {
      var before = table.state(0).path("event_id");
      var player = table.player(table.toAct());
      player.refused("busy", "game:action", Player.action(table.game(), "m", table.legal()));
      var resign = Map.<String, Object>of("message_id", "r", "game_id", table.game());
      player.refused("busy", "game:resign", resign);
      player.join(table.game());
      assertThat(player.next("game:state").path("event_id")).isEqualTo(before);
    }
  }

  @Test
  void aFastSenderIsToldToWaitAndThenClosed() {
    // Fifty refusals in a row: one message a second that is taken leaves time for them.
    int port = Ports.free();
    try (var server = Servers.another(s -> s.messagesPerSecond(1).managementPort(port));
        var player = Player.connect(Person.guest(server.url()))) {
      player.next("session:ready");
      for (int i = 0; i < 200; i++) {
        player.tell("game:leave", Map.of("message_id", "m" + i, "game_id", "g"));
      }
      var refused = player.next("game:error");
      assertThat(refused.path("error").path("code").asString()).isEqualTo("rate_limited");
      assertThat(refused.path("request_id").asString()).startsWith("m");
      assertThat(refused.path("error").path("details").path("retry_after_ms").asInt()).isPositive();
      assertThat(player.next("session:closed").path("code").asString()).isEqualTo("flood");
      player.next("disconnect");
      var metrics = Api.of("http://127.0.0.1:" + port);
      Awaitility.await()
          .untilAsserted(() ->
              assertThat(metrics.text("/metrics"))
                  .contains("menagerie_players_closed_total{code=\"flood\"} 1.0"));
    }
  }

  @Test
  void messagesThatAreNotValidAreCountedToo() {
    try (var server = Servers.another(s -> s.messagesPerSecond(20));
        var player = Player.connect(Person.guest(server.url()))) {
      player.next("session:ready");
      for (int i = 0; i < 30; i++) player.tell("game:join", Map.of("nonsense", i));
      player.refused("rate_limited", "game:leave", Map.of("game_id", "g"));
    }
  }

  /**
   * Seven messages fit into what a user may send at once, but not into half of it, which a seat
   * may: slower than ten a second would they be within both.
   */
  @Test
  void oneSeatOfOneGameHasABoundOfItsOwn() {
    try (var table = Table.by("pocket");
        var strict =
            Servers.another(s -> s.jwtSecretFile(Servers.jwtFile()).messagesPerSecond(8))) {
      int seat = table.toAct();
      var action = Player.action(table.game(), "once", table.legal());
      try (var player = Player.connect(table.person(seat).at(strict.url()))) {
        player.next("session:ready");
        var replies = Stream.generate(() -> player.asking("game:action", action)).limit(7).toList();
        var codes = new HashSet<String>();
        for (var reply : replies) {
          codes.add(reply.join().path("error").path("code").asString("ok"));
        }
        assertThat(codes).containsExactlyInAnyOrder("ok", "rate_limited");
      }
    }
  }

  /** It takes some megabytes until the buffers on the way are full. */
  @Tag("long")
  @Test
  void aSlowConsumerIsClosedWithAReasonItCanStillRead() {
    try (var server = Servers.another(s -> s.messagesPerSecond(1_000_000));
        var table = pocket(server);
        var slow = new RawSocket(table.person(0))) {
      slow.await(frame -> frame.contains("game:state"));
      slow.stopReading();
      var join = Json.text(List.of("game:join", Map.of("game_id", table.game())));
      for (int i = 0; i < 10_000; i++) slow.send("42/game," + join);
      table.player(1).nextPresence("disconnected", Duration.ofMinutes(2));
      slow.readOn();
      var closed = slow.await(frame -> frame.contains("session:closed"));
      assertThat(closed).contains("\"code\":\"too_slow\"");
    }
  }

  @Test
  void aServerThatStopsSaysSo() {
    var server = Servers.another(_ -> {});
    try (var player = Player.connect(Person.guest(server.url()), Map.of(), "websocket")) {
      player.next("session:ready");
      server.close();
      assertThat(player.next("session:closed").path("code").asString()).isEqualTo("draining");
    }
  }
}
