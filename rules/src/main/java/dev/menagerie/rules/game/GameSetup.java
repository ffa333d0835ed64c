package dev.menagerie.rules.game;

import dev.menagerie.rules.card.Catalog;
import dev.menagerie.rules.card.GameCards;
import dev.menagerie.rules.config.RulesConfig;
import dev.menagerie.rules.deck.DeckList;
import java.util.ArrayList;
import java.util.List;

/** Everything a game begins with. The decks have been checked before. */
public record GameSetup(
    RulesConfig rules, GameCards cards, DeckList first, DeckList second, Seed seed) {

  /**
   * A game that begins now, with the cards as they are.
   *
   * @throws dev.menagerie.rules.card.CardsChanged if a deck lists one that is unknown
   */
  public GameSetup(RulesConfig rules, Catalog catalog, DeckList first, DeckList second, Seed seed) {
    this(rules, GameCards.of(catalog, listed(first, second)), first, second, seed);
  }

  private static List<String> listed(DeckList first, DeckList second) {
    List<String> cards = new ArrayList<>();
    for (DeckList deck : List.of(first, second)) {
      deck.cards().forEach(entry -> cards.add(entry.card()));
      deck.energyCards().forEach(entry -> cards.add(entry.card()));
    }
    return cards;
  }
}
