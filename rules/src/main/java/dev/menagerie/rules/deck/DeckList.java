package dev.menagerie.rules.deck;

import dev.menagerie.rules.card.EnergyType;
import java.util.List;

/**
 * A deck as a player lists it.
 *
 * @param energyCards the energy deck, if the rules have one
 * @param energyTypes the types of the energy zone, if the rules have one
 */
public record DeckList(List<Entry> cards, List<Entry> energyCards, List<EnergyType> energyTypes) {
  public DeckList {
    cards = List.copyOf(cards);
    energyCards = List.copyOf(energyCards);
    energyTypes = List.copyOf(energyTypes);
  }

  /** The number of copies of one card, by definition id. */
  public record Entry(String card, int count) {}
}
