package dev.menagerie.cards.docs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.fail;

import dev.menagerie.cards.scenario.ScenarioCards;
import dev.menagerie.cards.scenario.Scenarios;
import dev.menagerie.cards.set.CardSets;
import dev.menagerie.cards.text.CardTextParser;
import dev.menagerie.cards.text.UnknownPhrase;
import dev.menagerie.codec.Json;
import dev.menagerie.codec.Limits;
import dev.menagerie.rules.card.Ability;
import dev.menagerie.rules.card.Attack;
import dev.menagerie.rules.card.CardDefinition;
import dev.menagerie.rules.card.Catalog;
import dev.menagerie.rules.card.EnergyType;
import dev.menagerie.rules.card.Stage;
import dev.menagerie.rules.card.TrainerKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Each kind of effect in {@code docs/cards-coverage.md} is played in a scenario, by cards that have
 * the words of its row, and each of the further kinds names its source.
 */
class CoverageTest {
  private static final Path PAGE = Path.of("../docs/cards-coverage.md");
  private static final Path ALL_SCENARIOS = Path.of("src/test/scenarios");
  private static final Path SCENARIOS = ALL_SCENARIOS.resolve("kinds");
  private static final CardSets SETS = CardSets.load();

  /** A common kind: its name, its words, and its scenarios. */
  private static final Pattern COMMON =
      Pattern.compile("(?m)^\\| ([^|]+) \\| yes \\| ([^|]+) \\| ([^|]+\\.json\\)) \\|$");

  /** A further kind: its card, the answer, the text, and the source. */
  private static final Pattern KIND =
      Pattern.compile(
          "(?m)^\\| [^|]+ \\| (attack|ability|item|stadium) \\| (yes|no) \\| (.*?) ?\\| ([^|]*) \\|$");

  private static final Pattern SOURCE =
      Pattern.compile("APR [B-E]-\\d\\d(, [B-E]-\\d\\d)*|card data");
  private static final Pattern ANSWER =
      Pattern.compile("(?m)^\\| [^|]+ \\|(?: \\w+ \\|)? (yes|no) \\|");
  private static final Pattern WORD = Pattern.compile("`([a-z_]+)`");
  private static final Pattern LINK = Pattern.compile("\\]\\(([^)]+)\\)");

  /** The plan asks for this part of all kinds. */
  private static final double WANTED = 0.95;

  private static final int COMMON_KINDS = 60;

  @Test
  void everyCommonKindIsPlayedByCardsWithItsWords() throws IOException {
    List<MatchResult> kinds = COMMON.matcher(Files.readString(PAGE)).results().toList();

    assertThat(kinds.stream().map(kind -> kind.group(1)).distinct()).hasSize(COMMON_KINDS);
    for (MatchResult kind : kinds) {
      Set<String> used = new HashSet<>();
      LINK.matcher(kind.group(3))
          .results()
          .map(link -> PAGE.resolveSibling(link.group(1)))
          .flatMap(file -> ScenarioCards.played(file, SETS).stream())
          .forEach(card -> words(Json.toTree(card), used));
      assertThat(used).as(kind.group(1)).containsAll(words(kind.group(2)));
    }
  }

  /** {@code ScenarioFilesTest} runs the scenarios below this folder. */
  @Test
  void everyLinkedScenarioIsOneThatIsRun() throws IOException {
    List<Path> run = Scenarios.files(ALL_SCENARIOS);
    List<Path> linked =
        COMMON
            .matcher(Files.readString(PAGE))
            .results()
            .flatMap(kind -> LINK.matcher(kind.group(3)).results())
            .map(link -> link.group(1).replaceFirst("^\\.\\./cards/", ""))
            .map(Path::of)
            .toList();

    assertThat(run).containsAll(linked);
  }

  @Test
  void everyFurtherKindNamesItsSource() throws IOException {
    List<String> sources =
        KIND.matcher(Files.readString(PAGE)).results().map(row -> row.group(4)).toList();

    assertThat(sources).hasSizeGreaterThanOrEqualTo(30);
    assertThat(sources).allMatch(source -> SOURCE.matcher(source).matches());
  }

  private static List<String> words(String cell) {
    return WORD.matcher(cell).results().map(word -> word.group(1)).toList();
  }

  /** The members of a card's programs and their values, but no names or texts. */
  private static void words(JsonNode node, Set<String> found) {
    if (node.isString()) {
      found.add(node.asString());
    }
    if (node instanceof ObjectNode object) {
      object
          .properties()
          .forEach(member -> {
            found.add(member.getKey());
            if (!member.getKey().equals("name") && !member.getKey().equals("id")) {
              words(member.getValue(), found);
            }
          });
    } else {
      node.forEach(part -> words(part, found));
    }
  }

  @Test
  void everyTextOfTheTableIsAProgram() throws IOException {
    List<String> texts =
        KIND.matcher(Files.readString(PAGE))
            .results()
            .filter(row -> row.group(2).equals("yes"))
            .map(row -> row.group(1) + ": " + row.group(3))
            .toList();

    assertThat(texts).hasSizeGreaterThanOrEqualTo(30);
    for (String text : texts) {
      String on = text.substring(0, text.indexOf(':'));
      CardDefinition card = card(on, text.substring(on.length() + 2));
      assertThat(Catalog.problems(List.of(card))).as(text).isEmpty();
    }
  }

  @Test
  void everyTextOfTheTableIsPlayedInAScenario() throws IOException {
    Set<String> played = new HashSet<>();
    for (Path file : Scenarios.files(SCENARIOS)) {
      JsonNode scenario = Json.tree(Files.readAllBytes(file), Limits.DOCUMENT);
      played.addAll(scenario.findValuesAsString("text"));
    }
    assertThat(played)
        .containsAll(
            KIND.matcher(Files.readString(PAGE))
                .results()
                .filter(row -> row.group(2).equals("yes"))
                .map(row -> row.group(3))
                .toList());
  }

  @Test
  void nearlyAllKindsCanBeWritten() throws IOException {
    List<String> answers =
        ANSWER.matcher(Files.readString(PAGE)).results().map(row -> row.group(1)).toList();
    long yes = answers.stream().filter("yes"::equals).count();

    assertThat(answers).hasSizeGreaterThan(COMMON_KINDS);
    assertThat((double) yes / answers.size()).isGreaterThanOrEqualTo(WANTED);
  }

  private static CardDefinition card(String on, String text) {
    try {
      return switch (on) {
        case "item" -> {
          CardTextParser.PlayProgram play = CardTextParser.play(text);
          yield new CardDefinition.Trainer(
              "x",
              "Lever",
              TrainerKind.ITEM,
              play.playable(),
              play.effects(),
              List.of(),
              List.of(),
              List.of());
        }
        case "stadium" ->
            new CardDefinition.Trainer(
                "x",
                "Hall",
                TrainerKind.STADIUM,
                Optional.empty(),
                List.of(),
                CardTextParser.inPlay(TrainerKind.STADIUM, "Hall", text),
                List.of(),
                List.of());
        case "ability" -> pokemon(List.of(CardTextParser.ability("Knack", text)), List.of());
        default -> {
          CardTextParser.AttackProgram program = CardTextParser.attack(text);
          yield pokemon(
              List.of(),
              List.of(
                  new Attack("Hit", List.of(), program.pre(), program.damage(), program.post())));
        }
      };
    } catch (UnknownPhrase unknown) {
      return fail(text + ": " + unknown.getMessage());
    }
  }

  private static CardDefinition pokemon(List<Ability> abilities, List<Attack> attacks) {
    return new CardDefinition.Pokemon(
        "x",
        "Quiltbear",
        Stage.BASIC,
        Optional.empty(),
        Optional.empty(),
        60,
        List.of(EnergyType.FIRE),
        Optional.empty(),
        Optional.empty(),
        1,
        abilities,
        attacks,
        List.of(),
        Optional.empty());
  }
}
