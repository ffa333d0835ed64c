package dev.menagerie.cards.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.menagerie.cards.set.CardSets;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every file in {@code src/test/scenarios} is a rule that the engine must keep. */
class ScenarioFilesTest {
  private static final Path FOLDER = Path.of("src/test/scenarios");
  private static final Path DOCS = Path.of("..");

  /** A page, or a heading of it, or several of its headings; then what of it is meant. */
  private static final Pattern CITED =
      Pattern.compile("(docs/[a-z-]+\\.md)(?:, ([^:]+)(?:: .+)?)?");

  private static final Pattern HEADING = Pattern.compile("(?m)^#{2,3} ([^:\n]+)");

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

  @Test
  void eachRuleIsAHeadingOfAPageThatIsThere() throws IOException {
    for (Path file : Scenarios.files(FOLDER)) {
      Scenario scenario = ScenarioReader.read(file.toString(), Files.readString(file), SETS);
      Matcher cited = CITED.matcher(scenario.rule().orElse(""));
      assertThat(cited.matches()).as("%s cites %s", file, scenario.rule()).isTrue();

      Path page = DOCS.resolve(cited.group(1));
      assertThat(page).as(file.toString()).exists();
      String heading = cited.group(2);
      if (heading != null) {
        Set<String> headings = headings(page);
        assertThat(
                headings.contains(heading)
                    || headings.containsAll(List.of(heading.split(" and ", -1))))
            .as("%s cites %s", file, scenario.rule())
            .isTrue();
      }
    }
  }

  private static Set<String> headings(Path page) throws IOException {
    return HEADING
        .matcher(Files.readString(page))
        .results()
        .map(heading -> heading.group(1))
        .collect(Collectors.toSet());
  }
}
