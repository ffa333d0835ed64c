package dev.menagerie.server.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.menagerie.codec.Json;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** How games come to be, wait, begin, are given up and played again. */
class LobbyTest {
  private static Map<String, Object> pocket(Map<String, ?> more) {
    var body = new HashMap<String, Object>(more);
    body.put("deck_id", Table.deck("pocket", 0));
    body.putIfAbsent("rules_config", "pocket");
    return body;
  }

  private static JsonNode create(Person person, Map<String, ?> more) {
    var reply = person.api().post("/games", pocket(more));
    assertThat(reply.status()).as("%s", reply.body()).isEqualTo(201);
    return reply.body();
  }

  private static Map<String, Object> joining(JsonNode created) {
    return Map.of(
        "deck_id", Table.deck("pocket", 1),
        "invite_code", created.path("invite_code").asString(""));
  }

  @Test
  void aGameWaitsForItsSecondPlayer() {
    var creator = Person.guest();
    var created = create(creator, Map.of());
    var id = created.path("game_id").stringValue();
    assertThat(created.path("status").asString()).isEqualTo("waiting");
    assertThat(created.path("ws_url").asString()).isEqualTo(Servers.shared() + "/game");
    assertThat(created.path("invite_code").asString().length()).isGreaterThanOrEqualTo(22);
    try (var player = Player.connect(creator)) {
      var state = player.next("game:state").path("state");
      assertThat(state.path("status").asString()).isEqualTo("waiting");
      assertThat(state.path("players").get(1).isNull()).isTrue();
      assertThat(state.path("turn").isNull()).isTrue();
      assertThat(state.path("viewer").path("seat").asInt()).isZero();
      player.refused(
          "not_your_turn",
          "game:action",
          Player.action(id, "early", Json.toTree(Map.of("type", "pass"))));
      var guest = Person.guest();
      var path = "/games/" + id + "/join";
      var wrong = new HashMap<>(joining(created));
      wrong.put("invite_code", "guess");
      guest.api().post(path, wrong).refused(404, "game_not_found");
      guest.api().post(path, Map.of("deck_id", "x")).refused(404, "game_not_found");
      var bad = new HashMap<>(joining(created));
      bad.put("deck_id", Table.deck("standard", 0));
      assertThat(guest.api().post(path, bad).refused(422, "deck_invalid").path("errors").size())
          .isGreaterThan(1);
      var joined = guest.api().post(path, joining(created)).ok();
      assertThat(joined.path("status").asString()).isEqualTo("setup");
      assertThat(guest.api().post(path, joining(created)).status()).isEqualTo(200);
      Person.guest().api().post(path, joining(created)).refused(409, "game_full");
      var begun = player.next("game:state", s -> s.path("event_id").asLong() == 1).path("state");
      assertThat(begun.path("status").asString()).isEqualTo("setup");
      assertThat(begun.path("players").get(1).path("player_id").asString()).isEqualTo(guest.id());
      assertThat(begun.path("players").get(1).path("hand").isNull()).isTrue();
    }
  }

  @Test
  void onesOwnWaitingGameCanBeGivenUp() {
    var creator = Person.guest();
    var id = create(creator, Map.of()).path("game_id").stringValue();
    Person.guest().api().delete("/games/" + id).refused(404, "game_not_found");
    assertThat(creator.api().delete("/games/" + id).status()).isEqualTo(204);
    creator.api().get("/games/" + id).refused(404, "game_not_found");
    assertThat(creator.api().get("/games/me/active").ok().path("items").isEmpty()).isTrue();
    assertThat(ids(creator.api(), "/games/me/history")).isEmpty();
    try (var player = Player.connect(creator)) {
      assertThat(player.next("session:ready").path("active_games").isEmpty()).isTrue();
      player.refused("game_not_found", "game:join", Map.of("game_id", id));
    }
  }

  @Test
  void listsShowOpenAndRunningGames() {
    var listed = create(Person.guest(), Map.of("opponent", Map.of("kind", "open", "listed", true)));
    var hidden = create(Person.guest(), Map.of());
    var api = Person.guest().api();
    var id = listed.path("game_id").stringValue();
    assertThat(ids(api, "/games/open"))
        .contains(id)
        .doesNotContain(hidden.path("game_id").asString());
    api.post("/games/" + id + "/join", Map.of("deck_id", Table.deck("pocket", 0))).ok();
    await().untilAsserted(() -> assertThat(ids(api, "/games/open")).doesNotContain(id));
    assertThat(ids(api, "/games/live")).contains(id);
    assertThat(ids(api, "/games/me/active")).containsExactly(id);
    api.post("/games/" + id + "/resign").ok();
    assertThat(ids(api, "/games/live")).doesNotContain(id);
    assertThat(ids(api, "/games/me/active")).isEmpty();
    assertThat(ids(api, "/games/me/history")).containsExactly(id);
  }

  private static List<String> ids(Api api, String path) {
    var ids = new ArrayList<String>();
    var cursor = "";
    do {
      var page = api.get(path + cursor).ok();
      page.path("items").forEach(item -> ids.add(item.path("game_id").stringValue()));
      cursor = page.has("next_cursor") ? "?cursor=" + page.path("next_cursor").asString() : "";
    } while (!cursor.isEmpty());
    return ids;
  }

  @Test
  void anInvitationIsForOneUser() {
    var creator = Person.guest();
    var invited = Person.guest();
    var created =
        create(
            creator,
            Map.of(
                "opponent",
                Map.of("kind", "user", "user_id", invited.id()),
                "spectators",
                "private"));
    var path = "/games/" + created.path("game_id").stringValue();
    assertThat(created.has("invite_code")).isFalse();
    Person.guest().api().post(path + "/join", joining(created)).refused(404, "game_not_found");
    assertThat(invited.api().get(path).ok().path("status").asString()).isEqualTo("waiting");
    assertThat(
            invited
                .api()
                .post(path + "/join", Map.of("deck_id", Table.deck("pocket", 0)))
                .ok()
                .path("status")
                .asString())
        .isEqualTo("setup");
    for (var nobody : List.of("nobody", creator.id())) {
      creator
          .api()
          .post("/games", pocket(Map.of("opponent", Map.of("kind", "user", "user_id", nobody))))
          .refused(400, "invalid_message");
    }
  }

  @Test
  void aRankedGameTakesPresetsOnly() {
    var api = Person.guest().api();
    var own = Map.of("preset", "pocket", "bench", Map.of("max", 4));
    api.post("/games", pocket(Map.of("game_type", "ranked", "rules_config", own)))
        .refused(400, "invalid_message");
    assertThat(api.post("/games", pocket(Map.of("game_type", "ranked"))).status()).isEqualTo(201);
    assertThat(api.post("/games", pocket(Map.of("rules_config", own))).status()).isEqualTo(201);
    api.post("/games", pocket(Map.of("game_type", "friendly"))).refused(400, "invalid_message");
  }

  @ParameterizedTest
  @ValueSource(strings = {"random", "greedy"})
  void aBotPlaysToTheEnd(String bot) {
    var person = Person.guest();
    var created = create(person, Map.of("opponent", Map.of("kind", "bot", "bot", bot)));
    assertThat(created.path("status").asString()).isEqualTo("setup");
    try (var player = Player.connect(person)) {
      player.next("session:ready");
      assertThat(player.next("game:opponent_connected").path("status").asString())
          .isEqualTo("connected");
      while (player.all("game:game_over").isEmpty()) {
        var state = player.state();
        var legal = state.path("legal_actions");
        if (!legal.isEmpty()) {
          var reply = player.act(created.path("game_id").stringValue(), legal.get(0));
          assertThat(reply.path("ok").asBoolean()).as("%s", reply).isTrue();
        }
        player.next(
            "game:state",
            s ->
                s.path("event_id").asLong() > state.path("event_id").asLong()
                    && (!s.path("state").path("legal_actions").isEmpty()
                        || s.path("state").path("status").asString().equals("finished")));
        if (player.state().path("status").asString().equals("finished")) {
          player.next("game:game_over");
        }
      }
      WholeGameTest.agrees(
          person, created.path("game_id").stringValue(), player.all("game:game_over").getFirst());
    }
  }

  @Test
  void theSamePlayersPlayAgain() {
    try (var table = Table.by("pocket")) {
      table.person(0).api().post("/games/" + table.game() + "/resign").ok();
      var path = "/games/" + table.game() + "/rematch";
      var asked = table.person(0).api().post(path).ok();
      assertThat(asked.path("status").asString()).isEqualTo("waiting");
      assertThat(table.person(0).api().post(path).ok().path("status").asString())
          .isEqualTo("waiting");
      var accepted = table.person(1).api().post(path).ok();
      assertThat(accepted.path("status").asString()).isEqualTo("setup");
      assertThat(accepted.path("game_id")).isEqualTo(asked.path("game_id"));
      Person.guest().api().post(path).refused(403, "not_participant");
    }
  }

  @Test
  void creatingTooManyGamesIsRefusedForAWhile() {
    try (var strict = Servers.another(s -> s.gamesPerMinute(3))) {
      var api = Person.guest(strict.url()).api();
      for (int i = 0; i < 3; i++)
        assertThat(api.post("/games", pocket(Map.of())).status()).isEqualTo(201);
      var refused = api.post("/games", pocket(Map.of()));
      refused.refused(429, "rate_limited");
      assertThat(refused.response().headers().firstValue("retry-after"))
          .hasValueSatisfying(s -> assertThat(Integer.parseInt(s)).isBetween(1, 60));
    }
  }

  @Test
  void spectatorsOfADelayedGameSeeItLater() {
    var people = List.of(Person.guest(), Person.guest());
    try (var table = Table.created(pocket(Map.of("spectator_delay_ms", 1_500)), people);
        var watcher = Player.connect(Person.guest())) {
      table.steps(3);
      assertThat(
              watcher.ask("game:spectate", Map.of("game_id", table.game())).path("ok").asBoolean())
          .isTrue();
      long from = System.nanoTime();
      watcher.next("game:state");
      assertThat(Duration.ofNanos(System.nanoTime() - from))
          .isGreaterThan(Duration.ofMillis(1_300));
      long acted = System.nanoTime();
      var reply = table.step();
      watcher.next("game:state", s -> s.path("event_id").equals(reply.path("event_id")));
      assertThat(Duration.ofNanos(System.nanoTime() - acted))
          .isGreaterThan(Duration.ofMillis(1_300));
    }
  }

  /** A delayed message to a spectator is not sent to the seat that they have taken since. */
  @Test
  void aSpectatorWhoJoinsOnAnotherNodeStopsWatching() {
    var people = List.of(Person.guest(), Person.guest());
    try (var table = Table.created(pocket(Map.of("spectator_delay_ms", 1_000)), people);
        var own = Table.by("pocket")) {
      var watcher = own.player(0);
      watcher.ask("game:spectate", Map.of("game_id", table.game()));
      watcher.next("game:state", s -> s.path("game_id").asString().equals(table.game()));
      table.steps(2);
      watcher.join(own.game());
      watcher.passOver();
      table.steps(2);
      var told = own.step();
      watcher.next("game:state", s -> s.path("event_id").equals(told.path("event_id")));
      try (var other = Player.connect(Person.guest())) {
        other.ask("game:spectate", Map.of("game_id", table.game()));
        other.next("game:state");
      }
      assertThat(watcher.all("game:state"))
          .filteredOn(s -> s.path("game_id").asString().equals(table.game()))
          .hasSize(1);
    }
  }
}
