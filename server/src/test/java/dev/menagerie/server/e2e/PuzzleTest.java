package dev.menagerie.server.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.menagerie.cards.puzzle.Puzzles;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** The puzzle of today on a running server. */
class PuzzleTest {
  private static final String TODAY = "/puzzles/today";

  private final Person person = Person.guest(Servers.shared());

  private JsonNode tried(Object actions) {
    return person.api().post(TODAY + "/tries", Map.of("actions", actions)).ok();
  }

  private static List<JsonNode> solution(Person looker, String puzzle) {
    var steps = looker.api().get(puzzle + "/solution").ok().path("steps");
    return steps.valueStream().map(step -> step.path("action")).toList();
  }

  /** Somebody else looks: this person has found the line alone. */
  private static List<JsonNode> line(String puzzle) {
    return solution(Person.guest(Servers.shared()), puzzle);
  }

  @Test
  void theSolutionSolvesItAndIsRemembered() {
    var puzzle = person.api().get(TODAY).ok();
    assertThat(puzzle.has("solved_at")).isFalse();
    assertThat(puzzle.path("streak").asInt()).isZero();

    var solution = line(TODAY);
    assertThat(solution).hasSize(puzzle.path("moves").asInt());
    assertThat(tried(List.of(solution.get(0))).path("status").asString()).isEqualTo("open");
    var solved = tried(solution);

    assertThat(solved.path("status").asString()).isEqualTo("solved");
    assertThat(solved.path("state").path("winner_id").asString()).isEqualTo(person.id());
    assertThat(solved.path("streak").asInt()).isEqualTo(1);
    assertThat(person.api().get(TODAY).ok().has("solved_at")).isTrue();
  }

  @Test
  void whoLooksAtTheSolutionFirstSolvesItWithoutAStreak() {
    assertThat(person.api().get(TODAY).ok().has("solution_seen_at")).isFalse();

    var solved = tried(solution(person, TODAY));

    assertThat(solved.path("status").asString()).isEqualTo("solved");
    assertThat(solved.path("streak").asInt()).isZero();
    var puzzle = person.api().get(TODAY).ok();
    assertThat(puzzle.has("solved_at")).isTrue();
    assertThat(puzzle.has("solution_seen_at")).isTrue();
    assertThat(puzzle.path("streak").asInt()).isZero();
  }

  @Test
  void aLookAfterwardsTakesNothingAway() {
    tried(line(TODAY));

    solution(person, TODAY);

    assertThat(person.api().get(TODAY).ok().path("streak").asInt()).isEqualTo(1);
  }

  @Test
  void aTurnThatEndsWithoutAWinFailsAndCanBeTriedAgain() {
    var failed = tried(List.of(Map.of("type", "pass")));

    assertThat(failed.path("status").asString()).isEqualTo("failed");
    assertThat(tried(List.of()).path("status").asString()).isEqualTo("open");
    assertThat(person.api().get(TODAY).ok().has("solved_at")).isFalse();
  }

  @Test
  void aPuzzleOfADayBeforeCanBeSolvedButIsNoPartOfTheStreak() {
    var day = LocalDate.parse(person.api().get(TODAY).ok().path("day").asString());
    var before = "/puzzles/" + day.minusDays(1);
    var solution = line(before);

    var solved = person.api().post(before + "/tries", Map.of("actions", solution)).ok();

    assertThat(solved.path("status").asString()).isEqualTo("solved");
    assertThat(solved.path("streak").asInt()).isZero();
    person.api().get("/puzzles/" + day.plusDays(1)).refused(404, "not_found");
  }

  /** Every shipped puzzle: energy from the zone, tools and abilities included. */
  @Test
  void aCommitHasTheTypeOfItsActionAsInAGame() {
    var today = LocalDate.parse(person.api().get(TODAY).ok().path("day").asString());
    for (int back = 0; back < Puzzles.shipped().all().size(); back++) {
      var path = "/puzzles/" + today.minusDays(back) + "/solution";
      for (var step : person.api().get(path).ok().path("steps")) {
        assertThat(step.path("commits").get(0).path("action_type"))
            .as(path)
            .isEqualTo(step.path("action").path("type"));
      }
    }
  }
}
