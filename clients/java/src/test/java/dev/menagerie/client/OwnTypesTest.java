package dev.menagerie.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;

/** Records of a program read what they need from a state, as the README shows. */
class OwnTypesTest {
  private static final Path EXAMPLE =
      Path.of("../../protocol/src/main/resources/examples/server/game-state.json");

  record Pokemon(String card, int hp, int damage) {}

  record Side(String name, int points, List<Pokemon> bench) {}

  record View(long eventId, String status, List<Side> players) {}

  @Test
  void aStateIsReadIntoRecordsOfTheProgramsOwn() throws IOException {
    var message = Json.read(Files.readString(EXAMPLE));
    var state = new GameState(message.path("state"));
    var mapper =
        JsonMapper.builder().propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE).build();

    var view = mapper.treeToValue(state.json(), View.class);

    assertThat(view.eventId()).isEqualTo(state.eventId()).isPositive();
    assertThat(view.status()).isEqualTo(state.status());
    assertThat(view.players()).hasSize(2).allMatch(side -> !side.name().isEmpty());
  }
}
