package dev.menagerie.rules.card;

import java.util.Set;

/** The ids {@link Effect.Custom} may have. Each new one is a rule the vocabulary lacks. */
public final class CustomEffects {
  /** Shuffle your prizes into your deck and set as many new ones. */
  public static final String REDEAL_PRIZES = "redeal_prizes";

  private static final Set<String> ALL = Set.of(REDEAL_PRIZES);

  private CustomEffects() {}

  /** The ids of all effects that are code and not vocabulary. */
  public static Set<String> all() {
    return ALL;
  }
}
