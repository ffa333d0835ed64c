package dev.menagerie.server.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.menagerie.server.commandline.LocalServer;
import dev.menagerie.testkit.Ports;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Two servers over the same stores act as one: clients cannot tell which node they use. */
class NodesTest {
  private static final int MANAGEMENT_PORT = Ports.free();

  private static LocalServer other;

  @BeforeAll
  static void start() {
    other =
        Servers.another(s -> s.jwtSecretFile(Servers.jwtFile()).managementPort(MANAGEMENT_PORT));
  }

  @AfterAll
  static void stop() {
    other.close();
  }

  /** The same person, on the other server. */
  private static Person there(Person person) {
    var api = Api.of(other.url()).as(person.token());
    return new Person(person.id(), person.token(), person.refreshToken(), api);
  }

  @Test
  void aReturnOnAnotherNodeIsAReconnection() {
    try (var table = Table.by("pocket")) {
      var stays = table.player(0).passOver();
      table.player(1).leave();
      stays.nextPresence("disconnected");
      try (var back = Player.connect(there(table.person(1)))) {
        back.next("game:state");
        assertThat(back.next("game:opponent_connected").path("status").asString())
            .isEqualTo("connected");
        assertThat(stays.next("game:opponent_connected").path("status").asString())
            .isEqualTo("reconnected");
      }
    }
  }

  @Test
  void aFlapFromNodeToNodeIsNotAnnounced() {
    try (var table = Table.by("pocket")) {
      var stays = table.player(0).passOver();
      try (var back = Player.connect(there(table.person(1)))) {
        back.next("game:state");
        assertThat(table.player(1).next("session:closed").path("code").asString())
            .isEqualTo("replaced");
        back.leave();
        stays.nextPresence("disconnected");
        assertThat(stays.all("game:opponent_connected"))
            .extracting(m -> m.path("status").asString())
            .doesNotContain("reconnected");
      }
    }
  }

  @Test
  void twoNodesPlayOneGameToItsEnd() {
    var people = List.of(Person.guest(), Person.guest());
    var deck = Table.deck("pocket", 0);
    var game = Table.open(Map.of("deck_id", deck, "rules_config", "pocket"), people);
    try (var first = Player.connect(people.getFirst());
        var second = Player.connect(there(people.getLast()));
        var watcher = Player.connect(there(Person.guest()))) {
      watcher.ask("game:spectate", Map.of("game_id", game));
      for (var player : List.of(first, second)) player.next("game:state");
      first.next("game:spectators", m -> m.path("count").asInt() == 1);
      var players = List.of(first, second);
      while (!first.state().path("status").asString().equals("finished")) {
        int seat = first.state().path("legal_actions").isEmpty() ? 1 : 0;
        var reply =
            players.get(seat).act(game, players.get(seat).state().path("legal_actions").get(0));
        assertThat(reply.path("ok").asBoolean()).as("%s", reply).isTrue();
        for (var each : List.of(first, second, watcher)) {
          each.stateAt(reply.path("event_id").asLong());
        }
      }
      var over = first.next("game:game_over");
      assertThat(second.next("game:game_over").path("winner_id")).isEqualTo(over.path("winner_id"));
      assertThat(watcher.next("game:game_over").path("rng_seed")).isEqualTo(over.path("rng_seed"));
    }
    for (var name :
        List.of("menagerie_actions_elsewhere_seconds_count", "menagerie_deadlines_set_total")) {
      assertThat(MetricsText.samples(MANAGEMENT_PORT, name).sum()).as(name).isPositive();
    }
  }

  @Test
  void signingOutClosesTheConnectionOnEveryNode() {
    var person = Person.guest();
    try (var player = Player.connect(there(person))) {
      player.next("session:ready");
      assertThat(person.api().post("/auth/logout").status()).isEqualTo(204);
      assertThat(player.next("session:closed").path("code").asString()).isEqualTo("logged_out");
      player.next("disconnect");
    }
  }

  /** A warning is committed once, and both nodes' players find it among the missed events. */
  @Test
  void aWarningIsOneVersionForPlayersOnTwoNodes() {
    var people = List.of(Person.guest(), Person.guest());
    var timer = Map.of("turn_ms", 5_000, "warning_ms", 3_000, "grace_ms", 0, "absence_ms", 0);
    var rules = Map.of("preset", "pocket", "timer", timer);
    var creation = Map.of("deck_id", Table.deck("pocket", 0), "rules_config", rules);
    var game = Table.open(creation, people);
    try (var first = Player.connect(people.getFirst());
        var second = Player.connect(there(people.getLast()))) {
      first.next("game:state");
      second.next("game:state");
      Predicate<JsonNode> warning = m -> m.path("kind").asString().equals("warning");
      var mine = first.next("game:turn_timeout", warning);
      var theirs = second.next("game:turn_timeout", warning);
      assertThat(theirs.path("event_id")).isEqualTo(mine.path("event_id"));
      assertThat(mine.path("remaining_ms").asLong()).isBetween(1L, 3_000L);
      long version = mine.path("event_id").asLong();
      first.ask("game:join", Map.of("game_id", game, "last_event_id", version - 1, "epoch", 1));
      var missed = first.next("game:state", s -> s.has("missed_events")).path("missed_events");
      assertThat(missed.get(0).path("action_type").asString()).isEqualTo("time_warning");
      assertThat(missed.get(0).path("player_id")).isEqualTo(mine.path("player_id"));
    }
  }
}
