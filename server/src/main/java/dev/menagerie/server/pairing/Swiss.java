package dev.menagerie.server.pairing;

import static java.util.Comparator.comparingInt;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A Swiss round: players of the same points play each other, no player meets an opponent twice
 * while that can be avoided, and who has no opponent in their group plays the next one below. Of an
 * odd number one player has a bye: the last one who has had none. The best player is paired first,
 * with the first opponent that leaves everybody below a pairing with as few repeated pairs as
 * possible.
 */
public final class Swiss {
  private final List<Contender> order;
  private final MaximumMatching fresh;
  private final boolean[][] edges;
  private final BitSet free;
  private final List<RoundPair> pairs = new ArrayList<>();

  private Swiss(List<Contender> order) {
    this.order = order;
    int size = order.size();
    this.edges = new boolean[size][size];
    for (int i = 0; i < size; i++) {
      for (int k = 0; k < size; k++) edges[i][k] = i != k && !haveMet(order.get(i), order.get(k));
    }
    this.fresh = new MaximumMatching(edges);
    this.free = new BitSet(size);
    free.set(0, size);
  }

  private static boolean haveMet(Contender one, Contender other) {
    return one.opponents().contains(other.id()) || other.opponents().contains(one.id());
  }

  /**
   * The pairs of the next round, the best players first; a bye is the last one.
   *
   * @param contenders those who play; among the same points the earlier ones are paired first, so
   *     the caller decides by lots or by tie-breaks
   * @throws IllegalArgumentException if an id is there twice
   */
  public static List<RoundPair> pair(List<Contender> contenders) {
    if (contenders.stream().map(Contender::id).distinct().count() != contenders.size()) {
      throw new IllegalArgumentException("a contender is there twice");
    }
    var order = contenders.stream().sorted(comparingInt(Contender::points).reversed()).toList();
    return new Swiss(order).pairs();
  }

  private List<RoundPair> pairs() {
    var bye = bye();
    bye.ifPresent(free::clear);
    List<Integer> bracket = new ArrayList<>();
    for (int next = free.nextSetBit(0); next >= 0; ) {
      int points = order.get(next).points();
      while (next >= 0 && order.get(next).points() == points) {
        bracket.add(next);
        next = free.nextSetBit(next + 1);
      }
      bracket = pairWithin(bracket, next < 0);
    }
    bye.ifPresent(player -> pairs.add(RoundPair.bye(order.get(player).id())));
    return pairs;
  }

  private OptionalInt bye() {
    if (order.size() % 2 == 0) return OptionalInt.empty();
    int fewest = order.stream().mapToInt(Contender::byes).min().orElseThrow();
    int best = -1;
    int mostPairs = -1;
    for (int i = order.size() - 1; i >= 0 && mostPairs < order.size() / 2; i--) {
      if (order.get(i).byes() > fewest) continue;
      int left = fresh.pairs(without(free, i));
      if (left <= mostPairs) continue;
      best = i;
      mostPairs = left;
    }
    return OptionalInt.of(best);
  }

  /** Pairs the players of a bracket, the first of them first; returns those who go one down. */
  private List<Integer> pairWithin(List<Integer> bracket, boolean isLast) {
    var open = new ArrayList<>(bracket);
    var floaters = new ArrayList<Integer>();
    while (!open.isEmpty()) {
      int player = open.removeFirst();
      var opponent = freshOpponent(player, open).or(() -> isLast ? repeated(player, open) : none());
      if (opponent.isEmpty()) {
        floaters.add(player);
        continue;
      }
      int chosen = opponent.get();
      open.removeIf(other -> other == chosen);
      free.clear(player);
      free.clear(chosen);
      pairs.add(RoundPair.of(order.get(player).id(), order.get(chosen).id()));
    }
    return floaters;
  }

  private static Optional<Integer> none() {
    return Optional.empty();
  }

  /**
   * The first opponent whose pair costs no other player a new opponent, here and below if possible.
   */
  private Optional<Integer> freshOpponent(int player, List<Integer> open) {
    int all = fresh.pairs(free);
    var here = new BitSet();
    open.forEach(here::set);
    int withoutPlayer = fresh.pairs(here);
    here.set(player);
    int withPlayer = fresh.pairs(here);
    Optional<Integer> second = Optional.empty();
    for (int other : open) {
      if (!edges[player][other] || fresh.pairs(without(free, player, other)) != all - 1) continue;
      if (fresh.pairs(without(here, player, other)) == withPlayer - 1) return Optional.of(other);
      if (second.isEmpty()) second = Optional.of(other);
    }
    // One player of the bracket is left over in any case; it may be this one.
    return withPlayer == withoutPlayer ? Optional.empty() : second;
  }

  private Optional<Integer> repeated(int player, List<Integer> open) {
    int all = fresh.pairs(free);
    return open.stream()
        .filter(other -> fresh.pairs(without(free, player, other)) == all)
        .findFirst();
  }

  private static BitSet without(BitSet all, int... players) {
    var rest = (BitSet) all.clone();
    for (int player : players) rest.clear(player);
    return rest;
  }
}
