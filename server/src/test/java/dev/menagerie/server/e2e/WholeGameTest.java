package dev.menagerie.server.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.menagerie.cards.set.CardSets;
import dev.menagerie.codec.Json;
import dev.menagerie.server.replay.ReplayDocument;
import dev.menagerie.server.replay.Replayer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** Two clients play a game from the first hand to its result, and its record agrees. */
class WholeGameTest {
  private static final Replayer REPLAYER = new Replayer(CardSets.load().catalog());

  @ParameterizedTest
  @ValueSource(strings = {"pocket", "house"})
  void theOfficialJavaClientPlays(String rules) {
    try (var table = Table.by(rules)) {
      table.playToTheEnd();
      var over = table.player(0).next("game:game_over");
      agrees(table.person(0), table.game(), over);
      assertThat(table.player(1).next("game:game_over").path("winner_id"))
          .isEqualTo(over.path("winner_id"));
    }
  }

  @Test
  void twoOfficialJavaScriptClientsPlayOverWebSocketAfterAnUpgrade() throws Exception {
    playsInJavaScript("websocket");
  }

  @Test
  void twoOfficialJavaScriptClientsPlayByPollingOnly() throws Exception {
    playsInJavaScript("polling");
  }

  private static void playsInJavaScript(String transport) throws Exception {
    var result = JavaScript.run("whole-game.mjs", Servers.shared(), transport);
    var game = result.path("game_id").stringValue();
    var person = Person.guest();
    agrees(person, game, result.path("game_over"));
    assertThat(result.path("transports").toString())
        .isEqualTo("[\"%s\",\"%s\"]".formatted(transport, transport));
  }

  /** The final message, the lists and the replay agree. */
  static void agrees(Person person, String game, JsonNode over) {
    var document = person.api().get("/games/" + game + "/replay").ok();
    assertThat(document.path("result").path("winner_id")).isEqualTo(over.path("winner_id"));
    assertThat(document.path("result").path("end_reason")).isEqualTo(over.path("end_reason"));
    assertThat(document.path("rng_seed")).isEqualTo(over.path("rng_seed"));
    assertThat(document.path("actions").size()).isEqualTo(over.path("event_id").asInt());
    assertThat(document.path("digests").size()).isEqualTo(over.path("event_id").asInt());
    var summary = person.api().get("/games/" + game).ok();
    assertThat(summary.path("event_id")).isEqualTo(over.path("event_id"));
    assertThat(summary.path("winner_id")).isEqualTo(over.path("winner_id"));
    assertThat(summary.path("status").asString()).isEqualTo("finished");
    var verdict = REPLAYER.verify(Json.bind(document, ReplayDocument.class));
    assertThat(verdict.ok()).as("%s", verdict).isTrue();
  }
}
