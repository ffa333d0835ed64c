package dev.menagerie.server.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.menagerie.codec.Json;
import dev.menagerie.server.commandline.LocalServer;
import dev.menagerie.testkit.Ports;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Players who leave, emotes, muted and reported users, and turns in other games, on two nodes. */
class FairPlayTest {
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  @AutoClose private static final LocalServer OTHER = Servers.node();

  private static Map<String, Object> absence(int millis) {
    var timer = Map.of("turn_ms", 600_000, "absence_ms", millis, "timeouts_before_loss", 0);
    return Map.of("preset", "pocket", "timer", timer);
  }

  private static Map<String, Object> emote(String game, String emote) {
    return Map.of("message_id", Player.messageId(), "game_id", game, "emote", emote);
  }

  private static JsonNode timeout(Player player, String kind) {
    return player.next("game:turn_timeout", m -> m.path("kind").asString().equals(kind), PATIENCE);
  }

  private static @Nullable JsonNode pass(Table table) {
    for (var action : table.state(1).path("legal_actions")) {
      if (action.path("type").asString().equals("pass")) return action;
    }
    return null;
  }

  private static JsonNode absenceOf(JsonNode state, int seat) {
    return state.path("players").get(seat).path("absence");
  }

  @Test
  void whoLeavesHasLessTimeAndThenTheOtherOneClaimsTheWin() {
    try (var table = Table.by(absence(1_000))) {
      while (table.state(0).path("turn").isNull()) table.step();
      int gone = table.toAct();
      var there = table.player(1 - gone).passOver();
      var claim = Json.toTree(Map.of("type", "claim_win"));
      assertThat(
              there.act(table.game(), claim).path("error").path("details").path("rule").asString())
          .isEqualTo("nothing_to_claim");

      table.player(gone).leave();

      var shortened = timeout(there, "shortened");
      assertThat(shortened.path("player_id").asString()).isEqualTo(table.person(gone).id());
      assertThat(shortened.path("remaining_ms").asInt()).isLessThanOrEqualTo(1_000);
      assertThat(shortened.path("reason").asString()).isEqualTo("left");
      var expired = timeout(there, "expired");
      var state = there.stateAt(expired.path("event_id").asLong());
      assertThat(absenceOf(state, gone).asString()).isEqualTo("gone");
      assertThat(there.act(table.game(), claim).path("ok").asBoolean()).isTrue();
      var over = there.next("game:game_over");
      assertThat(over.path("end_reason").asString()).isEqualTo("left");
      assertThat(over.path("winner_id").asString()).isEqualTo(table.person(1 - gone).id());
      WholeGameTest.agrees(table.person(1 - gone), table.game(), over);
    }
  }

  @Test
  void theGameMayBeATieInsteadAndWhoLeftReadsIt() {
    try (var table = Table.by(absence(1_000))) {
      while (table.state(0).path("turn").isNull()) table.step();
      int gone = table.toAct();
      var there = table.player(1 - gone).passOver();
      table.player(gone).leave();
      timeout(there, "expired");
      assertThat(there.act(table.game(), Json.toTree(Map.of("type", "claim_draw"))).path("ok"))
          .isEqualTo(Json.toTree(true));
      assertThat(there.next("game:game_over").path("winner_id").isNull()).isTrue();
      for (int seat = 0; seat < 2; seat++) {
        var game = table.person(seat).api().get("/games/" + table.game()).ok();
        assertThat(game.path("status").asString()).isEqualTo("finished");
        assertThat(game.path("end_reason").asString()).isEqualTo("left");
      }
    }
  }

  @Test
  void whoComesBackInTimeHasTheirClockAgainAndEarnsNothing() {
    try (var table = Table.by(absence(300_000))) {
      while (table.state(0).path("turn").isNull()) table.step();
      int gone = table.toAct();
      var there = table.player(1 - gone).passOver();
      var deadline = Instant.parse(table.state(0).path("turn").path("deadline").asString());
      for (int i = 0; i < 2; i++) {
        table.player(gone).leave();
        var left = there.stateAt(timeout(there, "shortened").path("event_id").asLong());
        assertThat(absenceOf(left, gone).asString()).isEqualTo("away");
        table.player(gone).comeBack();
        var extended = timeout(there, "extended");
        var own = table.player(gone).stateAt(extended.path("event_id").asLong());
        assertThat(absenceOf(own, gone).isNull()).isTrue();
        assertThat(own.path("turn").path("deadline")).isEqualTo(extended.path("deadline"));
        assertThat(extended.path("reason").asString()).isEqualTo("returned");
        assertThat(Instant.parse(extended.path("deadline").asString())).isEqualTo(deadline);
        var back = there.stateAt(extended.path("event_id").asLong());
        assertThat(absenceOf(back, gone).isNull()).isTrue();
      }
    }
  }

  @Test
  void emotesReachWhoFollowsTheGameUnlessTheyMutedThePlayer() {
    try (var table = Table.by("pocket");
        var watcher = Player.connect(Person.guest().at(OTHER.url()));
        var deaf = Player.connect(Person.guest().at(OTHER.url()))) {
      watcher.ask("game:spectate", Map.of("game_id", table.game()));
      deaf.ask("game:spectate", Map.of("game_id", table.game()));
      watcher.refused("not_participant", "game:emote", emote(table.game(), "hello"));
      table.player(0).refused("invalid_message", "game:emote", emote(table.game(), "you_idiot"));

      assertThat(table.player(0).ask("game:emote", emote(table.game(), "hello")).path("ok"))
          .isEqualTo(Json.toTree(true));

      for (var player : List.of(table.player(1), watcher)) {
        var shown = player.next("game:player_emote");
        assertThat(shown.path("emote").asString()).isEqualTo("hello");
        assertThat(shown.path("player_id").asString()).isEqualTo(table.person(0).id());
      }
      var mute = "/users/me/mutes/" + table.person(0).id();
      assertThat(table.person(1).api().put(mute, Map.of()).status()).isEqualTo(204);
      table.player(0).ask("game:emote", emote(table.game(), "oops"));
      watcher.next("game:player_emote", m -> m.path("emote").asString().equals("oops"));
      assertThat(table.person(1).api().delete(mute).status()).isEqualTo(204);
      table.player(0).ask("game:emote", emote(table.game(), "thanks"));
      var next = table.player(1).next("game:player_emote");
      assertThat(next.path("emote").asString()).isEqualTo("thanks");
      assertThat(table.player(0).all("game:player_emote")).isEmpty();
      for (int i = 0; i < 2; i++) table.player(0).ask("game:emote", emote(table.game(), "wow"));
      table.player(0).refused("rate_limited", "game:emote", emote(table.game(), "wow"));
    }
  }

  @Test
  void aPlayerHearsOfTheTurnInTheirOtherGame() {
    var people = List.of(Person.guest(), Person.guest());
    var game = Map.of("deck_id", Table.deck("pocket", 0), "rules_config", "pocket");
    try (var table = Table.created(game, people);
        var elsewhere = Player.inLobby(people.getFirst().at(OTHER.url()))) {
      elsewhere.next("lobby:ready");
      while (table.state(0).path("turn").isNull() || table.toAct() != 1 || pass(table) == null) {
        table.step();
      }
      table.player(0).join(Table.open(game, people));
      int before = table.player(1).all("user:turn").size();

      table.player(1).act(table.game(), Objects.requireNonNull(pass(table)));

      for (var connection : List.of(table.player(0), elsewhere)) {
        var turn =
            connection.next("user:turn", m -> m.path("game_id").asString().equals(table.game()));
        assertThat(turn.path("player_id").asString()).isEqualTo(people.getFirst().id());
        assertThat(Instant.parse(turn.path("deadline").asString())).isAfter(Instant.EPOCH);
      }
      assertThat(table.player(1).all("user:turn")).hasSize(before);
      var active = people.getFirst().api().get("/games/me/active").ok().path("items");
      assertThat(active).hasSize(2);
      for (var one : active) {
        assertThat(one.path("to_act_id").asString())
            .isIn(people.getFirst().id(), people.getLast().id());
        assertThat(Instant.parse(one.path("deadline").asString())).isAfter(Instant.EPOCH);
      }
    }
  }

  @Test
  void operatorsSeeReportsAndMuteUsers(@TempDir Path directory) {
    int port = Ports.free();
    var tokens = Operator.tokens(directory);
    try (var server = Servers.another(s -> s.managementPort(port).managementTokens(tokens))) {
      var oda = Operator.oda(directory, port);
      var vera = Operator.vera(directory, port);
      var people = List.of(Person.guest(server.url()), Person.guest(server.url()));
      var game = Map.of("deck_id", Table.deck("pocket", 0), "rules_config", "pocket");
      try (var table = Table.created(game, people)) {
        var rude = table.person(0);
        var report =
            Map.of(
                "user_id", rude.id(), "reason", "abuse", "game_id", table.game(), "details", "x");
        var id = people.getLast().api().post("/reports", report).ok().path("report_id").asString();
        assertThat(
                people.getLast().api().post("/reports", report).ok().path("report_id").asString())
            .as("the same again is the same report")
            .isEqualTo(id);
        var open = vera.does("reports", "user=" + rude.id()).path("items");
        assertThat(open).hasSize(1);
        assertThat(open.get(0).path("reason").asString()).isEqualTo("abuse");
        assertThat(open.get(0).path("game_id").asString()).isEqualTo(table.game());
        assertThat(vera.refused("close-report", id)).contains("role OPERATOR");

        oda.does("mute", rude.id(), "hours=2", "reason=rude");
        oda.does("close-report", id, "note=muted");

        assertThat(oda.refused("close-report", id)).contains("no report");
        var closed = vera.does("reports", "state=closed", "user=" + rude.id()).path("items").get(0);
        assertThat(closed.path("note").asString()).isEqualTo("muted");
        assertThat(closed.path("closed_by").asString()).isEqualTo("oda");
        var mine = people.getLast().api().get("/reports/me").ok().path("items").get(0);
        assertThat(mine.path("closed_at").isMissingNode()).isFalse();
        var refusal =
            table.player(0).refused("forbidden", "game:emote", emote(table.game(), "hello"));
        var until = refusal.path("error").path("details").path("muted_until").asString();
        assertThat(Instant.parse(until)).isAfter(Instant.EPOCH);
        assertThat(vera.does("mutes").path("items").toString()).contains(rude.id());
        assertThat(vera.does("audit", "subject=" + rude.id()).toString()).contains("\"mute\"");
        oda.does("unmute", rude.id());
        assertThat(table.player(0).ask("game:emote", emote(table.game(), "hello")).path("ok"))
            .isEqualTo(Json.toTree(true));
      }
    }
  }
}
