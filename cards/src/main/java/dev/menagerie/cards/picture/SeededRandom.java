package dev.menagerie.cards.picture;

import java.util.List;

/**
 * A small repeatable generator, the same as the page's ({@code seeded-random.ts}): the same words
 * give the same picture everywhere.
 */
final class SeededRandom {
  private static final double RANGE = 4_294_967_296.0;

  private int state;

  SeededRandom(String words) {
    int hash = 0x811c9dc5;
    for (int i = 0; i < words.length(); i++) {
      hash = (hash ^ words.charAt(i)) * 0x01000193;
    }
    state = hash;
    next();
    next();
  }

  /** From 0 up to 1. */
  double next() {
    state += 0x6d2b79f5;
    int mixed = state;
    mixed = (mixed ^ mixed >>> 15) * (mixed | 1);
    mixed ^= mixed + (mixed ^ mixed >>> 7) * (mixed | 61);
    return Integer.toUnsignedLong(mixed ^ mixed >>> 14) / RANGE;
  }

  double between(double low, double high) {
    return low + next() * (high - low);
  }

  int integer(int low, int high) {
    return (int) Math.floor(between(low, high + 1.0));
  }

  <T> T pick(List<T> items) {
    return items.get((int) Math.floor(next() * items.size()));
  }

  boolean chance(double probability) {
    return next() < probability;
  }
}
