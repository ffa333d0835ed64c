package dev.menagerie.cards.deck;

import dev.menagerie.rules.card.EnergyType;
import dev.menagerie.rules.deck.DeckList;
import java.util.List;

/**
 * A deck that comes with the game, ready to play.
 *
 * @param rules the preset it is built for
 * @param about its plan, in a sentence
 */
public record StarterDeck(
    String id,
    String name,
    String rules,
    String about,
    List<DeckList.Entry> cards,
    List<DeckList.Entry> energyCards,
    List<EnergyType> energyTypes) {
  public StarterDeck {
    cards = List.copyOf(cards);
    energyCards = List.copyOf(energyCards);
    energyTypes = List.copyOf(energyTypes);
  }

  /** The cards of the deck and their numbers. */
  public DeckList list() {
    return new DeckList(cards, energyCards, energyTypes);
  }
}
