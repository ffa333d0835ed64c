package dev.menagerie.server.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.menagerie.codec.Json;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** However often something is sent, it happens once and is answered alike. */
class DuplicatesTest {
  @Test
  void theSameMessageAgainGetsTheSameReplyAndHappensOnce() {
    try (var table = Table.by("pocket")) {
      table.steps(3);
      int seat = table.toAct();
      var message = Player.action(table.game(), "once", table.legal());
      var first = table.player(seat).ask("game:action", message);
      assertThat(first.path("ok").asBoolean()).isTrue();
      long version = first.path("event_id").asLong();
      table.bothKnow(version);
      assertThat(table.player(seat).ask("game:action", message)).isEqualTo(first);
      table.steps(5);
      assertThat(table.player(seat).ask("game:action", message)).isEqualTo(first);
      var heard =
          table.player(1 - seat).all("game:opponent_action").stream()
              .filter(action -> action.path("event_id").asLong() == version);
      assertThat(heard).hasSize(1);
      try (var again = Player.connect(table.person(seat))) {
        assertThat(again.ask("game:action", message)).isEqualTo(first);
      }
    }
  }

  @Test
  void theRepliesAfterTheGameAreStillTheSame() {
    try (var table = Table.by("pocket")) {
      table.steps(2);
      int seat = table.toAct();
      var message = Player.action(table.game(), "last", table.legal());
      var first = table.player(seat).ask("game:action", message);
      var resign = Map.of("message_id", "enough", "game_id", table.game());
      var resigned = table.player(0).ask("game:resign", resign);
      assertThat(resigned.path("action_type").asString()).isEqualTo("resign");
      assertThat(table.player(seat).ask("game:action", message)).isEqualTo(first);
      assertThat(table.player(0).ask("game:resign", resign)).isEqualTo(resigned);
      table
          .player(seat)
          .refused(
              "game_over", "game:action", Player.action(table.game(), "new", message(message)));
      table.player(1).refused("game_over", "game:resign", resign);
      table.player(0).passOver();
      assertThat(table.player(0).join(table.game()).path("status").asString())
          .isEqualTo("finished");
      table.player(0).next("game:state");
      assertThat(table.player(0).next("game:game_over").path("end_reason").asString())
          .isEqualTo("resigned");
    }
  }

  private static tools.jackson.databind.JsonNode message(Map<String, Object> message) {
    return Json.toTree(message).path("action");
  }

  @Test
  void anIdIsGoodForOneThingOnly() {
    try (var table = Table.by("pocket")) {
      int seat = table.toAct();
      var actor = table.player(seat);
      var action = table.legal();
      assertThat(
              actor
                  .ask("game:action", Player.action(table.game(), "one", action))
                  .path("ok")
                  .asBoolean())
          .isTrue();
      actor.refused(
          "message_id_reused",
          "game:action",
          Player.action(
              table.game(), "one", Json.toTree(Map.of("type", "attack", "attack_index", 3))));
      actor.refused(
          "message_id_reused", "game:resign", Map.of("message_id", "one", "game_id", table.game()));
    }
  }

  @Test
  void aRefusalIsNotRemembered() {
    try (var table = Table.by("pocket")) {
      int waiting = 1 - table.toAct();
      var action = Json.toTree(Map.of("type", "pass"));
      var message = Player.action(table.game(), "early", action);
      table.player(waiting).refused("not_your_turn", "game:action", message);
      table.player(waiting).refused("not_your_turn", "game:action", message);
    }
  }

  @Test
  void resigningByRestAndBySocketIsTheSame() {
    try (var table = Table.by("pocket")) {
      table.steps(3);
      var first = table.person(0).api().post("/games/" + table.game() + "/resign").ok();
      assertThat(table.person(0).api().post("/games/" + table.game() + "/resign").ok())
          .isEqualTo(first);
      for (int seat = 0; seat < 2; seat++) {
        var over = table.player(seat).next("game:game_over");
        assertThat(over.path("end_reason").asString()).isEqualTo("resigned");
        assertThat(over.path("winner_id").asString()).isEqualTo(table.person(1).id());
        assertThat(over.path("event_id")).isEqualTo(first.path("event_id"));
        assertThat(table.state(seat).path("status").asString()).isEqualTo("finished");
      }
      WholeGameTest.agrees(
          table.person(1), table.game(), table.player(1).all("game:game_over").getFirst());
    }
  }

  @Test
  void oneKeyMakesOneGame() {
    var person = Person.guest();
    var api = person.api().with("Idempotency-Key", "mine");
    var body = Map.of("deck_id", Table.deck("pocket", 0), "rules_config", "pocket");
    var first = api.post("/games", body);
    assertThat(first.status()).isEqualTo(201);
    var second = api.post("/games", body);
    assertThat(second.body()).isEqualTo(first.body());
    assertThat(person.api().get("/games/me/active").ok().path("items").size()).isEqualTo(1);
  }
}
