package dev.menagerie.cards.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.menagerie.cards.set.CardSets;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every file in {@code src/test/scenarios} is a rule that the engine must keep. */
class ScenarioFilesTest {
  private static final Path FOLDER = Path.of("src/test/scenarios");

  private static final CardSets SETS = CardSets.load();
  private static final Scenarios SCENARIOS = new Scenarios(SETS);

  static Stream<Path> files() {
    return Scenarios.files(FOLDER).stream();
  }

  @ParameterizedTest
  @MethodSource("files")
  void theEngineKeepsTheRule(Path file) {
    ScenarioResult result = SCENARIOS.runFile(file);
    assertThat(result.passed()).as(result.toString()).isTrue();
  }

  @Test
  void thereAreManyAndEachSaysItsRule() throws IOException {
    List<Path> files = Scenarios.files(FOLDER);

    assertThat(files).hasSizeGreaterThanOrEqualTo(150);
    for (Path file : files) {
      Scenario scenario = ScenarioReader.read(file.toString(), Files.readString(file), SETS);
      assertThat(scenario.rule().orElse("")).as(file.toString()).isNotEmpty();
    }
  }
}
