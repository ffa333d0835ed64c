package dev.menagerie.rules.card;

/** How far a Pokémon card stands from its Basic. */
public enum Stage {
  BASIC,
  STAGE_1,
  STAGE_2
}
