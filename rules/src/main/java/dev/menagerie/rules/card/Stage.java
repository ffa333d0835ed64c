package dev.menagerie.rules.card;

/** The number of evolutions between a Pokémon card and its Basic. */
public enum Stage {
  BASIC,
  STAGE_1,
  STAGE_2
}
