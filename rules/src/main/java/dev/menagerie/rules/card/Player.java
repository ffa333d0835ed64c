package dev.menagerie.rules.card;

/** A player as a card's text names one: seen from whoever controls the card. */
public enum Player {
  YOU,
  OPPONENT,
  BOTH
}
