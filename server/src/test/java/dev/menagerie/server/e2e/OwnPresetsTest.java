package dev.menagerie.server.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A server with presets of its own plays by them like by those that come with the game. */
class OwnPresetsTest {
  @TempDir Path directory;

  @Test
  void aPresetOfTheHouseIsListedAndPlayed() throws IOException {
    var file = directory.resolve("own.json");
    Files.writeString(
        file,
        "{\"presets\":[{\"name\":\"quick\",\"preset\":\"pocket\",\"prizes\":{\"count\":1}}]}");
    try (var server = Servers.another(s -> s.presets(file))) {
      var ada = Person.guest(server.url());
      var listed = ada.api().get("/rules").ok().path("items");
      assertThat(listed.findValuesAsString("preset"))
          .containsExactly("standard", "pocket", "house", "quick");
      var fields = ada.api().get("/rules/quick").ok().path("fields");
      assertThat(fields.path("prizes.count").path("default").intValue()).isEqualTo(1);

      var game =
          Map.of(
              "deck_id",
              Table.deck("pocket", 0),
              "rules_config",
              "quick",
              "opponent",
              Map.of("kind", "bot", "bot", "random"));
      var created = ada.api().post("/games", game).ok();
      var shown = ada.api().get("/games/" + created.path("game_id").stringValue()).ok();
      assertThat(shown.path("rules").asString()).isEqualTo("quick");

      var unknown = ada.api().post("/games", Map.of("deck_id", "x", "rules_config", "quicker"));
      assertThat(unknown.refused(400, "invalid_message").toString())
          .contains("must be one of standard, pocket, house, quick");
    }
  }
}
