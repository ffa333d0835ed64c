package dev.menagerie.rules.planted.two;

import dev.menagerie.rules.planted.one.One;

/** Half of a planted cycle. */
public final class Two {
  private Two() {}

  public static Class<?> other() {
    return One.class;
  }
}
