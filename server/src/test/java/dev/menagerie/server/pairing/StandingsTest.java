package dev.menagerie.server.pairing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.menagerie.server.pairing.MatchScore.Verdict;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Points and tie-breaks. */
class StandingsTest {
  private static MatchScore score(String first, String second, int firstGames, int secondGames) {
    var verdict =
        firstGames > secondGames
            ? Verdict.FIRST
            : firstGames < secondGames ? Verdict.SECOND : Verdict.TIE;
    return new MatchScore(first, Optional.of(second), verdict, firstGames, secondGames, 0);
  }

  private static MatchScore bye(String player) {
    return new MatchScore(player, Optional.empty(), Verdict.FIRST, 2, 0, 0);
  }

  /** An opponent with this record, of whom one match is against the player. */
  private static void record(
      List<MatchScore> scores, String opponent, boolean won, int wins, int losses, int ties) {
    scores.add(won ? score("player", opponent, 2, 0) : score("player", opponent, 0, 2));
    int left = won ? losses - 1 : losses;
    for (int i = 0; i < (won ? wins : wins - 1); i++) scores.add(score(opponent, "sink", 2, 0));
    for (int i = 0; i < left; i++) scores.add(score("sink", opponent, 2, 0));
    for (int i = 0; i < ties; i++) scores.add(score(opponent, "sink", 1, 1));
  }

  /**
   * The example that the tournament rules of Magic publish in their appendix on tie-breaks: a
   * player of eight rounds with the record 6-2-0 whose opponents' records are these has 0.62.
   */
  @Test
  void theOpponentsRateOfThePublishedExample() {
    var scores = new ArrayList<MatchScore>();
    record(scores, "one", true, 4, 4, 0);
    record(scores, "two", false, 7, 1, 0);
    record(scores, "three", true, 1, 3, 1);
    record(scores, "four", true, 3, 3, 1);
    record(scores, "five", true, 6, 2, 0);
    record(scores, "six", true, 5, 2, 1);
    record(scores, "seven", false, 4, 3, 1);
    record(scores, "eight", true, 6, 1, 1);
    var players = new LinkedHashSet<String>();
    for (var score : scores) {
      players.add(score.first());
      score.second().ifPresent(players::add);
    }
    var own =
        Standings.of(List.copyOf(players), scores).stream()
            .filter(row -> row.id().equals("player"))
            .findFirst()
            .orElseThrow();
    assertThat(own.points()).isEqualTo(18);
    assertThat(own.opponentsRate()).isCloseTo(0.62, within(0.005));
  }

  /**
   * By hand: A beats B 2-0 and C 2-1, B beats D 2-0, C beats D 2-0, and C and B have three points
   * each. B's opponents are A (6 of 6) and D (0 of 6, counts as 0.33), C's the same: equal. B won 2
   * of 4 games, C 3 of 5: C is before B.
   */
  @Test
  void gamesBreakATieOfEqualOpponents() {
    var rows =
        Standings.of(
            List.of("D", "B", "C", "A"),
            List.of(
                score("A", "B", 2, 0),
                score("C", "D", 2, 0),
                score("A", "C", 2, 1),
                score("B", "D", 2, 0)));
    assertThat(rows).extracting(Standings.Row::id).containsExactly("A", "C", "B", "D");
    assertThat(rows).extracting(Standings.Row::points).containsExactly(6, 3, 3, 0);
    assertThat(rows.get(1).opponentsRate()).isCloseTo((1 + 0.33) / 2, within(1e-9));
    assertThat(rows.get(1).gameRate()).isCloseTo(0.6, within(1e-9));
    assertThat(rows.get(2).gameRate()).isCloseTo(0.5, within(1e-9));
  }

  @Test
  void aByeCountsAsAWinAndIsNoOpponent() {
    var rows =
        Standings.of(List.of("A", "B", "C"), List.of(score("A", "B", 2, 0), bye("C"), bye("B")));
    var b = rows.stream().filter(row -> row.id().equals("B")).findFirst().orElseThrow();
    assertThat(b.points()).isEqualTo(3);
    assertThat(b.byes()).isEqualTo(1);
    assertThat(b.opponentsRate()).isEqualTo(1);
    var a = rows.getFirst();
    assertThat(a.id()).isEqualTo("B").describedAs("its opponent has won all matches");
    var c = rows.getLast();
    assertThat(c.opponentsRate()).isZero();
  }

  @Test
  void bothMayLose() {
    var rows =
        Standings.of(
            List.of("A", "B"),
            List.of(new MatchScore("A", Optional.of("B"), Verdict.BOTH_LOSE, 0, 0, 0)));
    assertThat(rows).allMatch(row -> row.points() == 0 && row.losses() == 1);
  }
}
