package dev.menagerie.cards.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.menagerie.cards.set.CardSets;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Every file in {@code src/test/scenarios} is a rule that the engine must keep. */
class ScenarioFilesTest {
  private static final Path FOLDER = Path.of("src/test/scenarios");

  private final CardSets sets = CardSets.load();
  private final Scenarios scenarios = new Scenarios(sets);

  @TestFactory
  Stream<DynamicTest> theEngineKeepsTheRule() {
    return Scenarios.files(FOLDER).stream()
        .map(file ->
            DynamicTest.dynamicTest(
                FOLDER.relativize(file).toString(),
                () -> {
                  ScenarioResult result = scenarios.runFile(file);
                  assertThat(result.passed()).as(result.toString()).isTrue();
                }));
  }

  @Test
  void thereAreManyAndEachSaysItsRule() throws IOException {
    List<Path> files = Scenarios.files(FOLDER);

    assertThat(files).hasSizeGreaterThanOrEqualTo(150);
    for (Path file : files) {
      Scenario scenario = ScenarioReader.read(file.toString(), Files.readString(file), sets);
      assertThat(scenario.rule().orElse("")).as(file.toString()).isNotEmpty();
    }
  }
}
