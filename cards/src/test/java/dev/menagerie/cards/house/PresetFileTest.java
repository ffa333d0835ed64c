package dev.menagerie.cards.house;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.menagerie.cards.set.FileProblem;
import dev.menagerie.cards.set.InvalidFiles;
import dev.menagerie.cards.set.Resource;
import dev.menagerie.codec.Json;
import dev.menagerie.rules.config.RulesConfig;
import dev.menagerie.rules.config.RulesConfig.EnergySource;
import java.util.List;
import org.junit.jupiter.api.Test;

class PresetFileTest {
  private static final String BUILT_IN = Resource.text("/menagerie/presets.json");

  @Test
  void theThreePresetsAreThose() {
    assertThat(Presets.names()).startsWith("standard", "pocket", "house");
    assertThat(Presets.HOUSE.deck().energyDeckSize()).isEqualTo(20);
    assertThat(Presets.HOUSE.opening()).isEqualTo(Presets.STANDARD.opening());
    assertThat(Presets.POCKET.energy().source()).isEqualTo(EnergySource.ZONE);
  }

  @Test
  void anotherPresetIsAnotherEntry() {
    List<RulesConfig> presets =
        PresetFile.read(
            "presets.json",
            withMore("{\"name\":\"quick\",\"preset\":\"house\",\"prizes\":{\"count\":2}}"),
            List.of());

    RulesConfig quick = presets.getLast();
    assertThat(quick.preset()).isEqualTo("quick");
    assertThat(quick.prizes().count()).isEqualTo(2);
    assertThat(quick.deck()).isEqualTo(Presets.HOUSE.deck());
    assertThat(presets).startsWith(Presets.STANDARD, Presets.POCKET, Presets.HOUSE);
    assertThat(RulesJson.read(Json.toTree("quick"), presets)).isEqualTo(quick);
  }

  @Test
  void everyProblemIsReportedWithFileAndPath() {
    String more =
        """
        {"name":"No Name","preset":"standard"}, {"name":"house","preset":"standard"},
        {"name":"later","preset":"sooner"},
        {"name":"wide","preset":"pocket","bench":{"max":9},"benches":{},"energy":{"source":"hand"}},
        {"name":"half","deck":{"size":60}}\
        """;

    InvalidFiles refused =
        catchThrowableOfType(
            InvalidFiles.class, () -> PresetFile.read("presets.json", withMore(more), List.of()));

    assertThat(refused.problems().stream().map(FileProblem::toString))
        .contains(
            "presets.json: presets[3].name: must be lower-case letters, digits, '-' or '_', at most"
                + " 32",
            "presets.json: presets[4].name: is given twice: house",
            "presets.json: presets[5].preset: must be one of standard, pocket, house",
            "presets.json: presets[6].bench.max: is 9, must be from 1 to 8",
            "presets.json: presets[6].benches: is not known here",
            "presets.json: presets[6].deck.energy_cards: is false, but energy comes from the hand",
            "presets.json: presets[7].deck.copies_per_name: is missing",
            "presets.json: presets[7].timer: is missing");
  }

  @Test
  void aFileWithoutPresetsIsRefused() {
    assertThat(
            catchThrowableOfType(
                    InvalidFiles.class, () -> PresetFile.read("p.json", "{}", List.of()))
                .getMessage())
        .isEqualTo("p.json: presets: must be an array of at least one preset");
    assertThat(
            catchThrowableOfType(
                    InvalidFiles.class, () -> PresetFile.read("p.json", "{", List.of()))
                .getMessage())
        .startsWith("p.json: $: not well-formed JSON");
  }

  @Test
  void aHouseMayHavePresetsOfItsOwn() {
    HouseRules rules =
        HouseRules.shipped()
            .and(
                "own.json",
                """
                {"presets":[{"name":"quick","preset":"pocket","prizes":{"count":1}},
                            {"name":"quicker","preset":"quick","timer":{"turn_ms":60000}}]}\
                """);

    assertThat(rules.names()).containsExactly("standard", "pocket", "house", "quick", "quicker");
    RulesConfig quicker = rules.named("quicker").orElseThrow();
    assertThat(quicker.prizes().count()).isEqualTo(1);
    assertThat(quicker.deck()).isEqualTo(Presets.POCKET.deck());
    assertThat(rules.read(Json.toTree("quicker"))).isEqualTo(quicker);
    assertThat(HouseRules.shipped().named("quick")).isEmpty();
  }

  @Test
  void aPresetOfTheHouseDoesNotReplaceOneThatComesWithTheGame() {
    String own = "{\"presets\":[{\"name\":\"pocket\",\"preset\":\"standard\"}]}";

    InvalidFiles refused =
        catchThrowableOfType(InvalidFiles.class, () -> HouseRules.shipped().and("own.json", own));

    assertThat(refused.getMessage()).isEqualTo("own.json: presets[0].name: is given twice: pocket");
  }

  private static String withMore(String presets) {
    return BUILT_IN
        .stripTrailing()
        .replaceFirst("]\\s*}$", ", " + presets.replace("\\", "\\\\") + "]}");
  }
}
