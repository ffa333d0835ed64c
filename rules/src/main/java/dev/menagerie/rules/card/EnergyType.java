package dev.menagerie.rules.card;

/**
 * The kinds of energy, which are also the types of Pokémon; {@link #COLORLESS} in a cost is any.
 */
public enum EnergyType {
  GRASS,
  FIRE,
  WATER,
  LIGHTNING,
  PSYCHIC,
  FIGHTING,
  DARKNESS,
  METAL,
  FAIRY,
  DRAGON,
  COLORLESS
}
