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
  private final int order;

  EnergyType(int order) {
    this.order = order;
  }

  /** From 0, in the order of declaration. */
  public int order() {
    return order;
  }

  /** One bit of a set of types. */
  public int bit() {
    return 1 << order;
  }

  /** The type with this ordinal. */
  public static EnergyType of(int order) {
    return ALL[order];
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
