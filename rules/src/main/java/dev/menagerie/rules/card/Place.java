package dev.menagerie.rules.card;

/** The place of a Pokémon in play. */
public enum Place {
  ACTIVE,
  BENCH,
  ANYWHERE
}
