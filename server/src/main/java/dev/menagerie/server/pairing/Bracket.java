package dev.menagerie.server.pairing;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Single elimination. A round is a list of tables in the order of the bracket: the winners of the
 * tables 2t and 2t + 1 meet at table t of the next round. The best seeds meet as late as possible
 * and have the byes of the first round.
 */
public final class Bracket {
  private Bracket() {}

  /** Rounds until one is left; 0 for a single player. */
  public static int rounds(int players) {
    return 32 - Integer.numberOfLeadingZeros(Math.max(1, players) - 1);
  }

  /**
   * The first round.
   *
   * @param seeds the players, the best first; at least two
   */
  public static List<Optional<RoundPair>> first(List<String> seeds) {
    if (seeds.size() < 2) throw new IllegalArgumentException("a bracket has two players or more");
    var positions = List.of(1);
    while (positions.size() < seeds.size()) positions = doubled(positions);
    return next(positions.stream().map(seed -> seeded(seeds, seed)).toList());
  }

  private static Optional<String> seeded(List<String> seeds, int seed) {
    return seed <= seeds.size() ? Optional.of(seeds.get(seed - 1)) : Optional.empty();
  }

  /** Every seed of a smaller bracket meets the one that makes the sum of the larger. */
  private static List<Integer> doubled(List<Integer> positions) {
    int sum = positions.size() * 2 + 1;
    var larger = new ArrayList<Integer>();
    for (int seed : positions) {
      larger.add(seed);
      larger.add(sum - seed);
    }
    return larger;
  }

  /**
   * The next round.
   *
   * @param winners of the tables in their order; empty where no player is left to go on
   * @return the tables; empty where no player plays
   */
  public static List<Optional<RoundPair>> next(List<Optional<String>> winners) {
    if (winners.size() % 2 != 0) throw new IllegalArgumentException("a round has even tables");
    var tables = new ArrayList<Optional<RoundPair>>();
    for (int i = 0; i < winners.size(); i += 2) {
      tables.add(pair(winners.get(i), winners.get(i + 1)));
    }
    return tables;
  }

  private static Optional<RoundPair> pair(Optional<String> one, Optional<String> other) {
    if (one.isEmpty()) return other.map(RoundPair::bye);
    return Optional.of(new RoundPair(one.get(), other));
  }
}
