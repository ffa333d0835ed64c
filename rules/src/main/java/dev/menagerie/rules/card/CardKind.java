package dev.menagerie.rules.card;

/** The kinds a filter may ask a card for. */
public enum CardKind {
  POKEMON,
  TRAINER,
  ITEM,
  SUPPORTER,
  STADIUM,
  TOOL,
  ENERGY,
  BASIC_ENERGY,
  SPECIAL_ENERGY
}
