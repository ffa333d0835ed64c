package dev.menagerie.cards.puzzle;

import static org.assertj.core.api.Assertions.assertThat;

import dev.menagerie.cards.scenario.Scenarios;
import dev.menagerie.cards.set.CardSets;
import dev.menagerie.cards.set.Resource;
import dev.menagerie.codec.Json;
import dev.menagerie.rules.card.CardDefinition;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The puzzles that come with the game, and what a proof refuses. */
class PuzzlesTest {
  private static final CardSets SETS = CardSets.load();
  private static final Puzzles PUZZLES = Puzzles.shipped();

  static Stream<Puzzle> puzzles() {
    return PUZZLES.all().stream();
  }

  private static JsonNode file() {
    return Json.read(Resource.text("/menagerie/puzzles.json"), JsonNode.class).path("puzzles");
  }

  @ParameterizedTest
  @MethodSource("puzzles")
  void everyPuzzleIsProved(Puzzle puzzle) {
    assertThat(PuzzleProof.problem(puzzle)).as(puzzle.name()).isEmpty();
    assertThat(puzzle.line()).hasSizeGreaterThanOrEqualTo(PuzzleMaker.LEAST_MOVES);
  }

  @Test
  void everyPuzzleIsAScenarioThatPasses() {
    Scenarios scenarios = new Scenarios(SETS);
    for (JsonNode puzzle : file()) {
      var result = scenarios.run("puzzles.json", Json.text(puzzle));
      assertThat(result.passed()).as(result.toString()).isTrue();
    }
  }

  @Test
  void aMonthHasADifferentPuzzleEveryDay() {
    LocalDate first = LocalDate.of(2026, 12, 1);

    var month = IntStream.range(0, 31).mapToObj(day -> PUZZLES.of(first.plusDays(day)).name());

    assertThat(new HashSet<>(month.toList())).hasSize(31);
    assertThat(PUZZLES.of(first).name())
        .isEqualTo(PUZZLES.of(first.plusDays(PUZZLES.all().size())).name());
  }

  @Test
  void aLineThatDoesNotWinIsNotProved() {
    Puzzle puzzle = PUZZLES.all().getFirst();
    List<JsonNode> shorter = puzzle.line().subList(0, puzzle.line().size() - 1);

    assertThat(PuzzleProof.problem(new Puzzle("short", puzzle.start(), shorter))).isPresent();
    assertThat(PuzzleProof.isSafe(new Puzzle("short", puzzle.start(), shorter))).isFalse();
  }

  @Test
  void aPositionThatAShorterLineWinsIsNoPuzzle() {
    ObjectNode scenario = (ObjectNode) file().get(0).deepCopy();
    int opponent = PUZZLES.all().getFirst().start().solver().other().index();
    JsonNode side = scenario.path("players").get(opponent);
    almostKnockedOut(side.path("active"));
    side.path("bench").forEach(PuzzlesTest::almostKnockedOut);
    scenario.path("players").forEach(player -> ((ObjectNode) player).put("points", 2));

    assertThat(PuzzleProof.problem(Puzzle.of("puzzle", scenario, SETS))).isPresent();
  }

  private static void almostKnockedOut(JsonNode pokemon) {
    String card = pokemon.path("card").asString();
    if (SETS.catalog().find(card).orElseThrow() instanceof CardDefinition.Pokemon printed) {
      ((ObjectNode) pokemon).put("damage", printed.hp() - 10);
    }
  }
}
