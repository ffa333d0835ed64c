package dev.menagerie.rules.card;

/** Where on the table a Pokémon in play stands. */
public enum Place {
  ACTIVE,
  BENCH,
  ANYWHERE
}
