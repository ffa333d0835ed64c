package dev.menagerie.cards.house;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.menagerie.codec.Json;
import dev.menagerie.codec.Limits;
import dev.menagerie.rules.config.Field;
import dev.menagerie.rules.config.RulesConfig;
import dev.menagerie.rules.config.RulesConfig.PrizeMode;
import dev.menagerie.rules.config.RulesFields;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class RulesJsonTest {
  @Test
  void aNameIsAPreset() {
    assertThat(RulesJson.read(json("\"pocket\""))).isEqualTo(Presets.POCKET);
    assertThat(RulesJson.read(json("{\"preset\":\"house\"}"))).isEqualTo(Presets.HOUSE);
    assertThat(RulesJson.read(json("{}"))).isEqualTo(Presets.STANDARD);
  }

  @Test
  void anyFieldMayBeLaidOverAPreset() {
    RulesConfig rules =
        RulesJson.read(
            json(
                """
                {"preset":"standard", "prizes":{"mode":"points","count":3}, "bench":{"max":3},
                 "timer":{"turn_ms":60000,"timeouts_before_loss":0}}\
                """));

    assertThat(rules.prizes().mode()).isEqualTo(PrizeMode.POINTS);
    assertThat(rules.prizes().count()).isEqualTo(3);
    assertThat(rules.prizes().ex()).isEqualTo(2);
    assertThat(rules.bench().max()).isEqualTo(3);
    assertThat(rules.timer().turnMs()).isEqualTo(60_000);
    assertThat(rules.timer().warningMs()).isEqualTo(30_000);
  }

  @Test
  void everyReasonIsGivenAtOnce() {
    var refused =
        catchThrowableOfType(
            InvalidRules.class,
            () ->
                RulesJson.read(
                    json(
                        """
                        {"preset":"tournament", "bench":{"max":99,"size":3}, "benches":{},
                         "prizes":{"mode":"stars","count":"6"}, "timer":null,
                         "energy":{"source":"energy_deck"}}\
                        """)));

    assertThat(refused.problems().stream().map(p -> p.path() + " " + p.message()))
        .containsExactlyInAnyOrder(
            "preset must be one of standard, pocket, house",
            "bench.max is 99, must be from 1 to 8",
            "bench.size is not known here",
            "benches is not known here",
            "prizes.mode must be one of cards, points",
            "prizes.count must be a whole number from 1 to 12",
            "timer must be an object",
            "deck.energy_deck_size is 0, but energy comes from that deck");
  }

  @Test
  void everyFieldHasItsPlaceInTheJsonOfEveryPreset() {
    for (RulesConfig preset : Presets.all()) {
      JsonNode tree = Json.toTree(preset);
      for (Field field : RulesFields.all()) {
        JsonNode value = tree.at("/" + field.path().replace('.', '/'));
        assertThat(value.asString()).as(field.path()).isEqualTo(field.valueIn(preset).toString());
      }
      assertThat(RulesJson.read(tree)).isEqualTo(preset);
      assertThat(RulesJson.describe(preset).get("fields")).hasSize(RulesFields.all().size());
    }
  }

  private static JsonNode json(String text) {
    return Json.tree(text.getBytes(StandardCharsets.UTF_8), Limits.DOCUMENT);
  }
}
