package dev.menagerie.cards.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.menagerie.codec.Json;
import dev.menagerie.codec.Limits;
import dev.menagerie.rules.config.Field;
import dev.menagerie.rules.config.RulesFields;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** For every house rule, some scenario changes it and shows the effect. */
class FieldCoverageTest {
  /** About deck lists before a game, for {@code DeckRulesTest}; warnings are the service's. */
  private static final Set<String> ELSEWHERE =
      Set.of(
          "deck.copies_per_name",
          "deck.min_basics",
          "deck.energy_cards",
          "deck.energy_types",
          "timer.warning_ms");

  @Test
  void everyFieldHasAScenario() throws IOException {
    Set<String> shown = new HashSet<>(ELSEWHERE);
    for (Path file : Scenarios.files(Path.of("src/test/scenarios"))) {
      JsonNode rules = Json.tree(Files.readAllBytes(file), Limits.DOCUMENT).path("rules");
      rules.forEachEntry(
          (group, fields) -> fields.forEachEntry((field, value) -> shown.add(group + "." + field)));
    }
    Set<String> missing = new TreeSet<>();
    RulesFields.all().stream().map(Field::path).forEach(missing::add);
    missing.removeAll(shown);

    assertThat(missing).isEmpty();
  }
}
