package dev.menagerie.server.attack;

import static org.assertj.core.api.Assertions.assertThat;

import dev.menagerie.server.e2e.Person;
import dev.menagerie.server.e2e.Player;
import dev.menagerie.server.e2e.Table;
import java.util.HashMap;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Ways around the delay of spectators, and around their place. */
class SpectatorsTest {
  private static final int LONG = 3_600_000;

  private static Table delayed() {
    var creation = new HashMap<String, Object>();
    creation.put("deck_id", Table.deck("pocket", 0));
    creation.put("rules_config", "pocket");
    creation.put("spectator_delay_ms", LONG);
    return Table.created(creation);
  }

  @Test
  void aStrangerLearnsNothingOfADelayedGameBeforeItsTime() {
    var stranger = Person.guest();
    try (var table = delayed();
        var watcher = Player.connect(stranger)) {
      table.steps(6);
      var path = "/games/" + table.game();
      assertHidden(stranger.api().get(path).ok());
      assertThat(table.person(0).api().get(path).ok().path("event_id").asLong()).isPositive();
      for (var game : stranger.api().get("/games/live").ok().path("items")) {
        if (game.path("game_id").asString().equals(table.game())) assertHidden(game);
      }
      var reply = watcher.ask("game:spectate", Map.of("game_id", table.game()));
      assertThat(reply.path("ok").asBoolean()).isTrue();
      assertThat(reply.path("event_id").asLong()).isZero();
      assertThat(watcher.next("game:spectators").path("event_id").asLong()).isZero();

      table.person(0).api().post(path + "/resign").ok();
      Awaitility.await()
          .until(() -> table.person(0).api().get(path + "/replay").status() == 200);
      assertHidden(stranger.api().get(path).ok());
      stranger.api().get(path + "/replay").refused(404, "game_not_found");
      stranger.api().get(path + "/replay/frames").refused(404, "game_not_found");
      stranger.api().post(path + "/replay/verify").refused(404, "game_not_found");
      assertThat(watcher.all("game:state")).isEmpty();
      assertThat(watcher.all("game:game_over")).isEmpty();
    }
  }

  private static void assertHidden(JsonNode game) {
    assertThat(game.path("turn").asInt()).isZero();
    assertThat(game.path("event_id").asLong()).isZero();
    assertThat(game.path("status").asString()).isNotEqualTo("finished");
    assertThat(game.path("winner_id").isNull()).isTrue();
    assertThat(game.path("end_reason").isNull()).isTrue();
  }

  @Test
  void aSpectatorWhoTakesASeatStopsWatching() {
    var creator = Person.guest();
    var joiner = Person.guest();
    var deck = Table.deck("pocket", 0);
    var created =
        creator.api().post("/games", Map.of("deck_id", deck, "rules_config", "pocket")).ok();
    var game = created.path("game_id").stringValue();
    try (var player = Player.connect(joiner);
        var first = Player.connect(creator)) {
      player.next("session:ready");
      first.next("game:state");
      assertThat(player.ask("game:spectate", Map.of("game_id", game)).path("ok").asBoolean())
          .isTrue();
      first.next("game:spectators", m -> m.path("count").asInt() == 1);
      joiner
          .api()
          .post(
              "/games/" + game + "/join",
              Map.of("deck_id", deck, "invite_code", created.path("invite_code").stringValue()))
          .ok();
      first.next("game:spectators", m -> m.path("count").asInt() == 0);
      player.refused("forbidden", "game:spectate", Map.of("game_id", game));
    }
  }
}
