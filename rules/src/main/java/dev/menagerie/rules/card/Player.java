package dev.menagerie.rules.card;

/** A player as a card's text names one: relative to the player who controls the card. */
public enum Player {
  YOU,
  OPPONENT,
  BOTH
}
