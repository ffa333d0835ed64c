package dev.menagerie.server.pairing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Brackets of single elimination. */
class BracketTest {
  private static List<String> seeds(int count) {
    var seeds = new ArrayList<String>();
    for (int i = 1; i <= count; i++) seeds.add(Integer.toString(i));
    return seeds;
  }

  private static List<String> text(List<Optional<RoundPair>> tables) {
    return tables.stream()
        .map(table ->
            table.map(pair -> pair.first() + "-" + pair.second().orElse("bye")).orElse("nobody"))
        .toList();
  }

  @Test
  void theBestSeedsMeetLast() {
    assertThat(text(Bracket.first(seeds(8)))).containsExactly("1-8", "4-5", "2-7", "3-6");
    assertThat(text(Bracket.first(seeds(4)))).containsExactly("1-4", "2-3");
  }

  @Test
  void theBestSeedsHaveTheByes() {
    assertThat(text(Bracket.first(seeds(6)))).containsExactly("1-bye", "4-5", "2-bye", "3-6");
    assertThat(text(Bracket.first(seeds(5)))).containsExactly("1-bye", "4-5", "2-bye", "3-bye");
  }

  @Test
  void winnersOfNeighborsMeet() {
    var winners =
        List.of(Optional.of("1"), Optional.of("4"), Optional.<String>empty(), Optional.of("3"));
    assertThat(text(Bracket.next(winners))).containsExactly("1-4", "3-bye");
    assertThat(text(Bracket.next(List.of(Optional.empty(), Optional.empty()))))
        .containsExactly("nobody");
  }

  @Test
  void roundsDoubleThePlayers() {
    assertThat(List.of(1, 2, 3, 4, 5, 8, 9, 256).stream().map(Bracket::rounds))
        .containsExactly(0, 1, 2, 2, 3, 3, 4, 8);
  }

  @Test
  void oneIsLeftAfterAllRoundsHoweverManyBegin() {
    long seed = System.nanoTime();
    var random = new Random(seed);
    for (int players = 2; players <= 70; players++) {
      var tables = Bracket.first(seeds(players));
      var first = new HashSet<String>();
      for (var table : tables) {
        assertThat(table).as("%d players", players).isPresent();
        first.add(table.get().first());
        table.get().second().ifPresent(first::add);
      }
      assertThat(first).hasSize(players);
      int rounds = 1;
      for (; tables.size() > 1; rounds++) tables = Bracket.next(winners(tables, random));
      assertThat(rounds).as("seed %d", seed).isEqualTo(Bracket.rounds(players));
    }
  }

  private static List<Optional<String>> winners(List<Optional<RoundPair>> tables, Random random) {
    return tables.stream()
        .map(table ->
            table.flatMap(pair -> random.nextBoolean() ? Optional.of(pair.first()) : pair.second()))
        .toList();
  }
}
