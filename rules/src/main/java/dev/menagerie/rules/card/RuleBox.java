package dev.menagerie.rules.card;

/** Which rule box a Pokémon card carries; it decides what its knock-out is worth. */
public enum RuleBox {
  NONE,
  EX,
  MEGA
}
