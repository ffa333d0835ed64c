package dev.menagerie.rules.card;

/** Where an effect puts a card; always at its owner's. {@link #DECK} means shuffled in. */
public enum Destination {
  HAND,
  DECK,
  DECK_TOP,
  DECK_BOTTOM,
  DISCARD,
  BENCH
}
