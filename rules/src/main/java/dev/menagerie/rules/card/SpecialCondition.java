package dev.menagerie.rules.card;

/**
 * The five special conditions; the first three replace one another, the last two combine with all.
 */
public enum SpecialCondition {
  ASLEEP(1),
  CONFUSED(2),
  PARALYZED(4),
  POISONED(8),
  BURNED(16);

  /** Asleep, confused and paralyzed: a Pokémon has at most one of them. */
  public static final int EXCLUSIVE = 1 | 2 | 4;

  private final int bit;

  SpecialCondition(int bit) {
    this.bit = bit;
  }

  /** One bit of a set of conditions. */
  public int bit() {
    return bit;
  }
}
