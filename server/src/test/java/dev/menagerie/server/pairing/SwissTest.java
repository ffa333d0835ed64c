package dev.menagerie.server.pairing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Swiss rounds: worked examples, and laws that hold for any tournament. */
class SwissTest {
  private static Contender contender(String id, int points, String... met) {
    return new Contender(id, points, Set.of(met), 0);
  }

  private static Contender afterBye(String id, String... met) {
    return new Contender(id, 0, Set.of(met), 1);
  }

  private static List<String> pairs(Contender... contenders) {
    return Swiss.pair(List.of(contenders)).stream().map(SwissTest::text).toList();
  }

  private static String text(RoundPair pair) {
    return pair.first() + "-" + pair.second().orElse("bye");
  }

  @Test
  void theFirstRoundIsPairedInTheGivenOrder() {
    assertThat(
            pairs(
                contender("ada", 0),
                contender("bob", 0),
                contender("cleo", 0),
                contender("dan", 0)))
        .containsExactly("ada-bob", "cleo-dan");
  }

  @Test
  void playersOfTheSamePointsPlayEachOther() {
    assertThat(
            pairs(
                contender("ada", 0, "bob"),
                contender("bob", 3, "ada"),
                contender("cleo", 0, "dan"),
                contender("dan", 3, "cleo")))
        .containsExactly("bob-dan", "ada-cleo");
  }

  @Test
  void whoHasNobodyInTheGroupPlaysTheNextOneBelow() {
    assertThat(
            pairs(
                contender("ada", 6),
                contender("bob", 3),
                contender("cleo", 3),
                contender("dan", 0)))
        .containsExactly("ada-bob", "cleo-dan");
  }

  @Test
  void thePairAboveLeavesAFreshPairForThoseWhoAreLeft() {
    assertThat(
            pairs(
                contender("ada", 0),
                contender("bob", 0),
                contender("cleo", 0, "dan"),
                contender("dan", 0, "cleo")))
        .containsExactly("ada-cleo", "bob-dan");
  }

  /** Two leaders who have met cannot play again: both go one down. */
  @Test
  void aGroupThatHasMetIsTakenApart() {
    assertThat(
            pairs(
                contender("ada", 6, "bob"),
                contender("bob", 6, "ada"),
                contender("cleo", 3, "dan"),
                contender("dan", 3, "cleo")))
        .containsExactly("ada-cleo", "bob-dan");
  }

  @Test
  void whoHaveAllMetPlayAgain() {
    assertThat(pairs(contender("ada", 3, "bob"), contender("bob", 0, "ada")))
        .containsExactly("ada-bob");
  }

  @Test
  void theLastPlayerWithoutAByeHasIt() {
    assertThat(
            pairs(contender("ada", 6), contender("bob", 3), new Contender("cleo", 3, Set.of(), 1)))
        .containsExactly("ada-cleo", "bob-bye");
    assertThat(pairs(contender("ada", 0))).containsExactly("ada-bye");
    assertThat(pairs()).isEmpty();
  }

  /** Without this bye two who have met would play again. */
  @Test
  void theByeGoesToWhomTheOthersCanSpare() {
    assertThat(pairs(contender("ada", 3, "bob"), contender("bob", 0, "ada"), contender("cleo", 0)))
        .containsExactly("ada-cleo", "bob-bye");
  }

  /**
   * Six players and three rounds by hand: the first named wins, but for the tie in the second
   * round. Round 1: A-B, C-D, E-F. Round 2: the winners A, C, E and the losers B, D, F: A-C is a
   * tie, E goes down to B and wins, D beats F. Points: E 6, A 4, C 4, D 3, B 0, F 0. Round 3: E
   * meets A; C has met A and D, and so it is B or F; D has met C and F, so it is B, and C plays F.
   */
  @Test
  void aTournamentOfSixThatWasPairedByHand() {
    assertThat(
            pairs(
                contender("A", 0),
                contender("B", 0),
                contender("C", 0),
                contender("D", 0),
                contender("E", 0),
                contender("F", 0)))
        .containsExactly("A-B", "C-D", "E-F");
    assertThat(
            pairs(
                contender("A", 3, "B"),
                contender("B", 0, "A"),
                contender("C", 3, "D"),
                contender("D", 0, "C"),
                contender("E", 3, "F"),
                contender("F", 0, "E")))
        .containsExactly("A-C", "E-B", "D-F");
    assertThat(
            pairs(
                contender("A", 4, "B", "C"),
                contender("B", 0, "A", "E"),
                contender("C", 4, "D", "A"),
                contender("D", 3, "C", "F"),
                contender("E", 6, "F", "B"),
                contender("F", 0, "E", "D")))
        .containsExactly("E-A", "C-F", "D-B");
  }

  /**
   * The group of five that the Santa Clara Valley Wrestling Association publishes for the same
   * rule: each one meets the first one below whom they have not met
   * (https://catcode.com/scvwa/prtpair/end.html). Who had the bye is the first of the next round
   * there. Its third round gives the bye to the second to last; here the last one has it, as that
   * repeats no pair either.
   */
  @Test
  void aPublishedExampleOfTheSameRule() {
    assertThat(
            pairs(
                contender("1", 0),
                contender("2", 0),
                contender("3", 0),
                contender("4", 0),
                contender("5", 0)))
        .containsExactly("1-2", "3-4", "5-bye");
    assertThat(
            pairs(
                afterBye("5"),
                contender("1", 0, "2"),
                contender("2", 0, "1"),
                contender("3", 0, "4"),
                contender("4", 0, "3")))
        .containsExactly("5-1", "2-3", "4-bye");
    assertThat(
            pairs(
                afterBye("4", "3"),
                afterBye("5", "1"),
                contender("1", 0, "2", "5"),
                contender("2", 0, "1", "3"),
                contender("3", 0, "4", "2")))
        .containsExactly("4-1", "5-2", "3-bye");
  }

  @Test
  void lawsHoldInAnyTournament() {
    long seed = System.nanoTime();
    var random = new Random(seed);
    for (int i = 0; i < 60; i++) {
      int players = 2 + random.nextInt(30);
      play(players, 1 + random.nextInt(8), random, "seed " + seed + ", tournament " + i);
    }
  }

  /**
   * As few repeated pairs as a search of all pairings finds, in tournaments that go on too long.
   */
  @Test
  void asFewPairsAsPossibleAreRepeated() {
    long seed = System.nanoTime();
    var random = new Random(seed);
    for (int i = 0; i < 60; i++) {
      int players = 2 * (1 + random.nextInt(4));
      play(players, players + 2, random, "seed " + seed + ", tournament " + i);
    }
  }

  private static void play(int players, int rounds, Random random, String where) {
    var met = new HashMap<String, Set<String>>();
    var points = new HashMap<String, Integer>();
    var byes = new HashMap<String, Integer>();
    var ids = new ArrayList<String>();
    for (int i = 0; i < players; i++) ids.add("p" + i);
    for (int round = 0; round < rounds; round++) {
      Collections.shuffle(ids, random);
      var contenders =
          ids.stream()
              .map(id ->
                  new Contender(
                      id,
                      points.getOrDefault(id, 0),
                      met.getOrDefault(id, Set.of()),
                      byes.getOrDefault(id, 0)))
              .toList();
      var pairs = Swiss.pair(contenders);
      checkEverybodyPlays(pairs, ids, where);
      if (players <= 8 && players % 2 == 0) {
        long repeated = pairs.stream().filter(pair -> isRepeated(pair, met)).count();
        assertThat(repeated).as(where).isEqualTo(fewestRepeated(ids, met));
      } else if (rounds * 2 < players) {
        assertThat(pairs).as(where).noneMatch(pair -> isRepeated(pair, met));
      }
      for (var pair : pairs) note(pair, met, points, byes, random);
      int fewest = ids.stream().mapToInt(id -> byes.getOrDefault(id, 0)).min().orElseThrow();
      assertThat(byes.values()).as(where).allMatch(count -> count <= fewest + 1);
    }
  }

  private static void checkEverybodyPlays(List<RoundPair> pairs, List<String> ids, String where) {
    var seen = new ArrayList<String>();
    for (var pair : pairs) {
      seen.add(pair.first());
      pair.second().ifPresent(seen::add);
    }
    assertThat(seen).as(where).containsExactlyInAnyOrderElementsOf(ids);
    long byes = pairs.stream().filter(pair -> pair.second().isEmpty()).count();
    assertThat(byes).as(where).isEqualTo(ids.size() % 2);
  }

  private static boolean isRepeated(RoundPair pair, Map<String, Set<String>> met) {
    return pair.second().filter(met.getOrDefault(pair.first(), Set.of())::contains).isPresent();
  }

  private static void note(
      RoundPair pair,
      Map<String, Set<String>> met,
      Map<String, Integer> points,
      Map<String, Integer> byes,
      Random random) {
    if (pair.second().isEmpty()) {
      byes.merge(pair.first(), 1, Integer::sum);
      points.merge(pair.first(), Standings.WIN, Integer::sum);
      return;
    }
    var second = pair.second().get();
    met.computeIfAbsent(pair.first(), _ -> new HashSet<>()).add(second);
    met.computeIfAbsent(second, _ -> new HashSet<>()).add(pair.first());
    int result = random.nextInt(5);
    points.merge(pair.first(), result == 0 ? 1 : result < 3 ? 3 : 0, Integer::sum);
    points.merge(second, result == 0 ? 1 : result < 3 ? 0 : 3, Integer::sum);
  }

  private static int fewestRepeated(List<String> ids, Map<String, Set<String>> met) {
    if (ids.isEmpty()) return 0;
    var first = ids.getFirst();
    int fewest = Integer.MAX_VALUE;
    for (var other : ids.subList(1, ids.size())) {
      var rest = new ArrayList<>(ids);
      rest.remove(first);
      rest.remove(other);
      int own = met.getOrDefault(first, Set.of()).contains(other) ? 1 : 0;
      fewest = Math.min(fewest, own + fewestRepeated(rest, met));
    }
    return fewest;
  }
}
