package dev.menagerie.rules.card;

import java.util.List;

/**
 * The kinds of energy, which are also the types of Pokémon; {@link #COLORLESS} in a cost is any.
 */
public enum EnergyType {
  GRASS(0),
  FIRE(1),
  WATER(2),
  LIGHTNING(3),
  PSYCHIC(4),
  FIGHTING(5),
  DARKNESS(6),
  METAL(7),
  FAIRY(8),
  DRAGON(9),
  COLORLESS(10);

  private static final EnergyType[] ALL = values();
  private final int index;

  EnergyType(int index) {
    this.index = index;
  }

  /** From 0, in the order of declaration. */
  public int index() {
    return index;
  }

  /** One bit of a set of types. */
  public int bit() {
    return 1 << index;
  }

  public static EnergyType of(int index) {
    return ALL[index];
  }

  /** The types as a set of bits. */
  public static int mask(List<EnergyType> types) {
    int mask = 0;
    for (EnergyType type : types) {
      mask |= type.bit();
    }
    return mask;
  }
}
