package dev.menagerie.cards.puzzle;

import dev.menagerie.rules.game.Chance;
import java.util.ArrayList;
import java.util.List;

/** Goes through every result that the coins and shuffles of one command can have. */
final class EveryChance implements Chance {
  private final List<Integer> results = new ArrayList<>();
  private final List<Integer> bounds = new ArrayList<>();
  private int used;

  @Override
  public boolean flip() {
    return below(2) == 1;
  }

  @Override
  public int below(int bound) {
    if (used == results.size()) {
      results.add(0);
      bounds.add(bound);
    }
    return results.get(used++);
  }

  /** Prepares the next results; false: all have been had. */
  boolean next() {
    used = 0;
    while (!results.isEmpty()) {
      int last = results.size() - 1;
      if (results.get(last) + 1 < bounds.get(last)) {
        results.set(last, results.get(last) + 1);
        return true;
      }
      results.removeLast();
      bounds.removeLast();
    }
    return false;
  }
}
