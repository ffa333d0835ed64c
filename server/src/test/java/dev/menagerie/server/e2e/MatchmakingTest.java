package dev.menagerie.server.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.menagerie.server.commandline.LocalServer;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Queueing for an opponent on two nodes. */
class MatchmakingTest {
  @AutoClose private static final LocalServer OTHER = Servers.node();

  private static Map<String, Object> ticket(String preset, String type) {
    return Map.of("deck_id", Table.deck(preset, 0), "preset", preset, "game_type", type);
  }

  private static JsonNode queue(Person person, Map<String, ?> ticket) {
    return person.api().post("/matchmaking", ticket).ok();
  }

  @Test
  void ticketsOfTwoNodesAreMatched() {
    var robin = Person.guest();
    var sam = Person.guest().at(OTHER.url());
    try (var first = Player.connect(robin);
        var second = Player.inLobby(sam)) {
      first.next("session:ready");
      second.next("lobby:ready");
      var waiting = queue(robin, ticket("pocket", "casual"));
      assertThat(waiting.path("status").asString()).isEqualTo("waiting");
      queue(sam, ticket("pocket", "casual"));
      var told = first.next("user:match");
      assertThat(told.path("opponent_id").asString()).isEqualTo(sam.id());
      assertThat(second.next("user:match").path("game_id")).isEqualTo(told.path("game_id"));
      var game = told.path("game_id").stringValue();
      assertThat(sam.api().get("/matchmaking").ok().path("game_id").asString()).isEqualTo(game);
      var summary = robin.api().get("/games/" + game).ok();
      assertThat(summary.path("status").asString()).isEqualTo("setup");
      assertThat(summary.path("game_type").asString()).isEqualTo("casual");
      assertThat(first.join(game).path("ok").asBoolean()).isTrue();
      first.next("game:state");
      robin.api().post("/games/" + game + "/resign").ok();
      var again = queue(robin, ticket("pocket", "casual"));
      assertThat(again.path("status").asString()).isEqualTo("waiting");
      // Both have just waited for a moment.
      assertThat(again.path("estimated_wait_ms").asLong(-1)).isBetween(0L, 60_000L);
      assertThat(robin.api().delete("/matchmaking").status()).isEqualTo(204);
    }
  }

  @Test
  void queuesAreApart() {
    var robin = Person.guest();
    var sam = Person.guest();
    queue(robin, ticket("standard", "casual"));
    queue(sam, ticket("standard", "ranked"));
    await().pollDelay(Duration.ofSeconds(3)).until(() -> true);
    for (var person : java.util.List.of(robin, sam)) {
      assertThat(person.api().get("/matchmaking").ok().path("status").asString())
          .isEqualTo("waiting");
      assertThat(person.api().delete("/matchmaking").status()).isEqualTo(204);
      person.api().get("/matchmaking").refused(404, "not_found");
    }
  }

  @Test
  void aBotFillsInWhenNoPlayerComes() {
    var robin = Person.guest();
    var body = new HashMap<>(ticket("house", "casual"));
    body.put("bot_after_ms", 500);
    queue(robin, body);
    await()
        .atMost(Duration.ofSeconds(15))
        .until(() -> robin.api().get("/matchmaking").ok().has("game_id"));
    var game = robin.api().get("/matchmaking").ok().path("game_id").stringValue();
    await()
        .atMost(Duration.ofSeconds(15))
        .until(() -> robin.api().get("/games/" + game).status() == 200);
    var players = robin.api().get("/games/" + game).ok().path("players");
    await().until(() -> robin.api().get("/games/" + game).ok().path("players").size() == 2);
    assertThat(players.get(0).path("player_id").asString()).isEqualTo(robin.id());
    robin.api().post("/games/" + game + "/resign");
  }

  @Test
  void unplayableDecksAreNotQueued() {
    var api = Person.guest().api();
    var deck = Table.deck("pocket", 0);
    api.post("/matchmaking", Map.of("deck_id", deck, "preset", "nothing"))
        .refused(400, "invalid_message");
    api.post("/matchmaking", Map.of("deck_id", deck, "preset", "pocket", "game_type", "campaign"))
        .refused(400, "invalid_message");
    api.post("/matchmaking", Map.of("deck_id", "none", "preset", "pocket"))
        .refused(404, "deck_not_found");
    api.post("/matchmaking", Map.of("deck_id", deck, "preset", "standard"))
        .refused(422, "deck_invalid");
    var ranked = new HashMap<>(ticket("pocket", "ranked"));
    ranked.put("bot_after_ms", 100);
    api.post("/matchmaking", ranked).refused(400, "invalid_message");
    api.get("/matchmaking").refused(404, "not_found");
    assertThat(api.delete("/matchmaking").status()).isEqualTo(204);
  }
}
