package dev.menagerie.cards.set;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CardCheckTest {
  private static final Path BUILT_IN = Path.of("src/main/resources/menagerie/sets");

  @TempDir Path folder;

  @Test
  void aBuiltInSetStandsInItsOwnPlace() {
    assertThat(CardCheck.problems(List.of(BUILT_IN.resolve("undertow.json")))).isEmpty();
  }

  @Test
  void aSetMayBuildOnTheBuiltInOnes() throws IOException {
    Path file = folder.resolve("moorland.json");
    Files.writeString(
        file,
        """
        {"set":{"id":"moorland","name":"Moorland","version":"0.1.0"},
         "cards":[{"type":"pokemon","id":"moorhound","name":"Moorhound","stage":"stage_1",
                   "evolves_from":"Thistlepup","hp":90,"types":["grass"],"retreat":1,"attacks":[]},
                  {"type":"pokemon","id":"fuzzspark","name":"Fuzzspark","stage":"basic",
                   "hp":60,"types":["grass"],"retreet":1,"attacks":[]}]}\
        """);

    assertThat(CardCheck.problems(List.of(file, folder.resolve("missing.json"))))
        .extracting(FileProblem::toString)
        .containsExactly(
            folder.resolve("missing.json") + ": $: cannot be read",
            file + ": cards[1].retreet: is not known here",
            file + ": cards[1].retreat: is missing");
  }
}
