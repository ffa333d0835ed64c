package dev.menagerie.server.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Players learn who is connected, and a returning player gets extra time. */
class PresenceTest {
  @Test
  void playersHearOfEachOthersComingAndGoing() {
    var people = List.of(Person.guest(), Person.guest());
    var game =
        Table.open(Map.of("deck_id", Table.deck("pocket", 0), "rules_config", "pocket"), people);
    try (var first = Player.connect(people.getFirst())) {
      first.next("game:state");
      first.nextPresence("disconnected");
      try (var second = Player.connect(people.getLast())) {
        second.nextPresence("connected");
        var heard = first.nextPresence("connected");
        assertThat(heard.path("player_id").asString()).isEqualTo(people.getLast().id());
        second.leave();
        var left = Instant.now();
        first.nextPresence("disconnected");
        assertThat(Duration.between(left, Instant.now())).isGreaterThan(Duration.ofMillis(1_900));
        second.comeBack();
        first.nextPresence("reconnected");
        assertThat(second.all("game:opponent_connected"))
            .noneMatch(m -> m.path("player_id").asString().equals(people.getLast().id()));
      }
      assertThat(game).isNotEmpty();
    }
  }

  @Test
  void aFlapIsNotAnnounced() {
    try (var table = Table.by("pocket")) {
      table.player(0).passOver();
      var other = table.player(1);
      for (int i = 0; i < 3; i++) {
        long from = System.nanoTime();
        other.leave();
        other.comeBack();
        other.passOver().next("game:state");
        var away = Duration.ofNanos(System.nanoTime() - from);
        assumeThat(away).as("a machine too busy for a flap").isLessThan(Duration.ofMillis(1_800));
      }
      other.leave();
      table.player(0).nextPresence("disconnected");
      assertThat(table.player(0).all("game:opponent_connected"))
          .extracting(m -> m.path("status").asString())
          .containsSubsequence("connected", "disconnected")
          .doesNotContain("reconnected");
    }
  }

  @Test
  void everyoneKnowsHowManyWatch() {
    try (var table = Table.by("pocket");
        var one = Player.connect(Person.guest());
        var two = Player.connect(Person.guest())) {
      one.ask("game:spectate", Map.of("game_id", table.game()));
      two.ask("game:spectate", Map.of("game_id", table.game()));
      two.next("game:spectators", m -> m.path("count").asInt() == 2);
      for (var player : List.of(table.player(0), table.player(1), one)) {
        player.next("game:spectators", m -> m.path("count").asInt() == 2);
      }
      two.ask("game:leave", Map.of("game_id", table.game()));
      table.player(0).next("game:spectators", m -> m.path("count").asInt() == 1);
      one.leave();
      table.player(0).next("game:spectators", m -> m.path("count").asInt() == 0);
      int heard = two.heard().size();
      table.step();
      assertThat(two.heard()).hasSize(heard);
    }
  }

  @Test
  void aLostConnectionGetsGraceOnce() {
    try (var table = Table.by("pocket")) {
      while (table.state(0).path("turn").isNull()) table.step();
      int seat = table.toAct();
      var other = table.player(1 - seat);
      var person = table.person(seat);
      var known = table.state(seat);
      // Of this connection the server learns no more than that it is gone.
      try (var line = new RawSocket(person)) {
        line.await(frame -> frame.contains("game:state"));
        other.passOver();
      }
      other.nextPresence("disconnected");
      var back = back(person, table.game(), known);
      var extended =
          other.next("game:turn_timeout", m -> m.path("reason").asString("").equals("reconnected"));
      assertThat(extended.path("player_id").asString()).isEqualTo(person.id());
      assertThat(extended.path("reason").asString()).isEqualTo("reconnected");
      assertThat(deadline(back)).isAfter(deadline(known));
      assertThat(Instant.parse(extended.path("deadline").asString())).isEqualTo(deadline(back));
      assertThat(back.path("event_id").asLong()).isEqualTo(extended.path("event_id").asLong());
      var again = back(person, table.game(), back);
      assertThat(deadline(again)).isEqualTo(deadline(back));
      assertThat(again.path("event_id")).isEqualTo(back.path("event_id"));
    }
  }

  private static Instant deadline(JsonNode state) {
    return Instant.parse(state.path("turn").path("deadline").asString());
  }

  private static JsonNode back(Person person, String game, JsonNode known) {
    var resume =
        Map.of(
            "game_id", game,
            "last_event_id", known.path("event_id").asString(),
            "epoch", known.path("epoch").asString());
    try (var player = Player.connect(person, resume)) {
      return player.next("game:state").path("state");
    }
  }
}
