package dev.menagerie.rules.query;

import dev.menagerie.rules.card.Filter;
import dev.menagerie.rules.state.Table;
import java.util.Arrays;
import java.util.Optional;

/** Orders and filters lists of cards. */
public final class Cards {
  private Cards() {}

  /** Sorted by definition, so that the order does not reveal positions. */
  public static int[] sorted(Table table, int[] cards) {
    long[] keys = new long[cards.length];
    for (int i = 0; i < cards.length; i++) {
      keys[i] = (long) table.definition(cards[i]) << 32 | cards[i];
    }
    Arrays.sort(keys);
    int[] sorted = new int[cards.length];
    for (int i = 0; i < cards.length; i++) {
      sorted[i] = (int) keys[i];
    }
    return sorted;
  }

  /**
   * The instances among these that a filter accepts, in the same order; all if there is no filter.
   */
  public static int[] matching(Table table, Context context, int[] cards, Optional<Filter> where) {
    if (where.isEmpty()) {
      return cards;
    }
    int[] found = new int[cards.length];
    int count = 0;
    for (int card : cards) {
      if (Filters.matches(table, context, where.get(), table.face(card))) {
        found[count++] = card;
      }
    }
    return Arrays.copyOf(found, count);
  }

  /** The references (instance and generation) of these instances. */
  public static int[] refs(Table table, int[] cards) {
    int[] refs = new int[cards.length];
    for (int i = 0; i < refs.length; i++) {
      refs[i] = table.ref(cards[i]);
    }
    return refs;
  }
}
