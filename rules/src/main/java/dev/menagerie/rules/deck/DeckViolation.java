package dev.menagerie.rules.deck;

import dev.menagerie.rules.card.EnergyType;

/** One rule a deck breaks, with the facts to show it. */
public sealed interface DeckViolation {
  record UnknownCard(String card) implements DeckViolation {}

  record BadCount(String card, int count) implements DeckViolation {}

  record WrongSize(int wanted, int has) implements DeckViolation {}

  record TooManyCopies(String name, int allowed, int has) implements DeckViolation {}

  record TooFewBasics(int wanted, int has) implements DeckViolation {}

  record EnergyNotAllowed(String card) implements DeckViolation {}

  record NotEnergy(String card) implements DeckViolation {}

  record WrongEnergyDeckSize(int wanted, int has) implements DeckViolation {}

  record WrongEnergyTypes(int least, int most, int has) implements DeckViolation {}

  record BadEnergyType(EnergyType energy) implements DeckViolation {}
}
