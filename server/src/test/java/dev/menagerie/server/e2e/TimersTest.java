package dev.menagerie.server.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.menagerie.codec.Json;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/** Short clocks as players feel them: warned, passed for, and lost at the last. */
class TimersTest {
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private static Map<String, Object> rules(int turnMs, int timeoutsBeforeLoss) {
    return Map.of(
        "preset",
        "pocket",
        "timer",
        Map.of(
            "turn_ms",
            turnMs,
            "warning_ms",
            turnMs / 2,
            "choice_ms",
            1_000,
            "grace_ms",
            500,
            "timeouts_before_loss",
            timeoutsBeforeLoss));
  }

  private static JsonNode timeout(Player player, String kind) {
    return player.next("game:turn_timeout", m -> m.path("kind").asString().equals(kind), PATIENCE);
  }

  @Test
  void aGameWithoutActionsEnds() {
    try (var table = Table.by(rules(1_200, 3));
        var watcher = Player.connect(Person.guest())) {
      watcher.ask("game:spectate", Map.of("game_id", table.game()));
      var over = table.player(0).next("game:game_over", _ -> true, Duration.ofSeconds(60));
      assertThat(over.path("end_reason").asString()).isEqualTo("timeout");
      var used = new HashMap<String, Integer>();
      JsonNode last = MissingNode.getInstance();
      for (var told : table.player(0).all("game:turn_timeout")) {
        assertThat(told.path("timeouts_before_loss").asInt()).isEqualTo(3);
        if (!told.path("kind").asString().equals("expired")) continue;
        assertThat(told.path("remaining_ms").asInt()).isZero();
        int count = used.merge(told.path("player_id").asString(), 1, Integer::sum);
        assertThat(told.path("timeouts_used").asInt()).isEqualTo(count);
        last = told;
      }
      assertThat(last.path("consequence").asString()).isEqualTo("loss");
      assertThat(last.path("player_id")).isNotEqualTo(over.path("winner_id"));
      assertThat(used.get(last.path("player_id").asString())).isEqualTo(3);
      watcher.next("game:game_over");
      WholeGameTest.agrees(table.person(0), table.game(), over);
    }
  }

  /** The clock of setup decides the game, so its deadline is shown like that of a turn. */
  @Test
  void setupHasADeadlineUntilTheTurnsBegin() {
    var before = Instant.now();
    try (var table = Table.by(rules(60_000, 0))) {
      while (table.state(0).path("turn").isNull()) {
        for (int seat = 0; seat < 2; seat++) {
          var deadline = Instant.parse(table.state(seat).path("setup_deadline").asString());
          assertThat(deadline).isBetween(before, Instant.now().plusSeconds(600));
        }
        table.step();
      }
      for (int seat = 0; seat < 2; seat++) {
        assertThat(table.state(seat).path("setup_deadline").isNull()).isTrue();
      }
    }
  }

  @Test
  void awarningComesInTimeAndTheTurnIsPassedNotBeforeItsDeadline() {
    try (var table = Table.by(rules(2_000, 0))) {
      while (table.state(0).path("turn").isNull()) table.step();
      int seat = table.toAct();
      var player = table.player(seat);
      var deadline = Instant.parse(table.state(seat).path("turn").path("deadline").asString());
      var warning = timeout(player, "warning");
      assertThat(warning.path("player_id").asString()).isEqualTo(table.person(seat).id());
      assertThat(warning.path("consequence").asString()).isEqualTo("auto_pass");
      assertThat(warning.path("remaining_ms").asLong()).isBetween(1L, 1_000L);
      assertThat(warning.path("timeouts_used").asInt()).isZero();
      var expired = timeout(player, "expired");
      assertThat(Instant.parse(expired.path("timestamp").asString())).isAfterOrEqualTo(deadline);
      assertThat(expired.path("consequence").asString()).isEqualTo("auto_pass");
      assertThat(expired.path("timeouts_used").asInt()).isEqualTo(1);
      var other = timeout(table.player(1 - seat), "expired");
      assertThat(other.path("event_id")).isEqualTo(expired.path("event_id"));
      assertThat(
              table
                  .player(1 - seat)
                  .all("game:opponent_action")
                  .getLast()
                  .path("action_type")
                  .asString())
          .isEqualTo("timeout");
      table.player(seat).refused("not_participant", "game:action", stranger(table));
    }
  }

  private static Map<String, Object> stranger(Table table) {
    var people = List.of(Person.guest(), Person.guest());
    var other =
        Table.open(Map.of("deck_id", Table.deck("pocket", 0), "rules_config", "pocket"), people);
    assertThat(other).isNotEqualTo(table.game());
    return Player.action(other, "m", Json.toTree(Map.of("type", "pass")));
  }

  @Test
  void clocksRunWithoutAnySocket() {
    var people = List.of(Person.guest(), Person.guest());
    var game =
        Table.open(
            Map.of("deck_id", Table.deck("pocket", 0), "rules_config", rules(1_000, 1)), people);
    try (var late = Player.connect(people.getFirst())) {
      var over = late.next("game:game_over", _ -> true, PATIENCE);
      assertThat(over.path("end_reason").asString()).isEqualTo("timeout");
      WholeGameTest.agrees(people.getLast(), game, over);
    }
  }

  @Test
  void aTurnStartTellsItsDeadline() {
    try (var table = Table.by("pocket")) {
      while (table.player(0).all("game:turn_start").isEmpty()) table.step();
      var start = table.player(0).all("game:turn_start").getFirst();
      assertThat(start.path("time_limit_ms").asLong()).isPositive();
      var deadline = Instant.parse(start.path("deadline").asString());
      var at = Instant.parse(start.path("timestamp").asString());
      assertThat(Duration.between(at, deadline).toMillis())
          .isBetween(
              start.path("time_limit_ms").asLong() - 5_000,
              start.path("time_limit_ms").asLong() + 500);
      assertThat(start.path("player_id").asString())
          .isIn(table.person(0).id(), table.person(1).id());
    }
  }

  @Test
  void aCampaignTakesItsTimeUnlessItsRulesSayHowLongATurnIs() {
    for (var rules : List.of("pocket", rules(90_000, 3))) {
      var creation =
          Map.of(
              "deck_id", Table.deck("pocket", 0), "rules_config", rules, "game_type", "campaign");
      try (var table = Table.created(creation)) {
        while (table.player(0).all("game:turn_start").isEmpty()) table.step();
        var start = table.player(0).all("game:turn_start").getFirst();
        assertThat(start.path("time_limit_ms").asInt())
            .isEqualTo(rules.equals("pocket") ? 600_000 : 90_000);
      }
    }
  }
}
