package dev.menagerie.rules.card;

/** A pile of cards that belongs to one player and is not in play. */
public enum Zone {
  DECK,
  HAND,
  DISCARD,
  PRIZES,
  ENERGY_DECK
}
