package dev.menagerie.rules.state;

/**
 * A card instance and its generation in one number, as events name cards. The generation changes
 * whenever the card enters a hidden zone, so an old ref does not identify the card afterwards.
 */
public final class Ref {
  /** Enough for two decks, two energy decks and what zones make in the longest game. */
  private static final int INSTANCE_BITS = 12;

  /** One more than the greatest instance there may be. */
  public static final int INSTANCES = 1 << INSTANCE_BITS;

  private Ref() {}

  /** Packs an instance and its generation into one number. */
  public static int of(int instance, int generation) {
    return generation << INSTANCE_BITS | instance;
  }

  /** The instance of a reference. */
  public static int instance(int ref) {
    return ref & (INSTANCES - 1);
  }

  /** The generation of a reference: rises when the card enters a hidden zone. */
  public static int generation(int ref) {
    return ref >>> INSTANCE_BITS;
  }
}
