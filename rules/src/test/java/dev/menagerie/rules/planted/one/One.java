package dev.menagerie.rules.planted.one;

import dev.menagerie.rules.planted.two.Two;

/** Half of a planted cycle. */
public final class One {
  private One() {}

  public static Class<?> other() {
    return Two.class;
  }
}
