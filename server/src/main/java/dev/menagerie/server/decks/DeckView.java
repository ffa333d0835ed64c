package dev.menagerie.server.decks;

import dev.menagerie.rules.card.EnergyType;
import dev.menagerie.rules.deck.DeckList;
import java.util.List;
import java.util.Optional;

/**
 * A deck as every user who may see it gets it.
 *
 * @param about a sentence about how a starter deck plays; absent: the deck has none
 */
record DeckView(
    String id,
    String name,
    String rules,
    Optional<String> about,
    boolean starter,
    List<DeckList.Entry> cards,
    List<DeckList.Entry> energyCards,
    List<EnergyType> energyTypes) {
  static DeckView of(Deck deck) {
    return new DeckView(
        deck.id().value(),
        deck.name().value(),
        deck.rules(),
        deck.about(),
        deck.kind() == Deck.Kind.STARTER,
        deck.list().cards(),
        deck.list().energyCards(),
        deck.list().energyTypes());
  }
}
