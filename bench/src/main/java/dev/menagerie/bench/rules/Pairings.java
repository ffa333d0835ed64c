package dev.menagerie.bench.rules;

import dev.menagerie.cards.deck.StarterDecks;
import dev.menagerie.cards.house.Presets;
import dev.menagerie.cards.set.CardSets;
import dev.menagerie.rules.card.Catalog;
import dev.menagerie.rules.config.RulesConfig;
import dev.menagerie.rules.deck.DeckList;
import dev.menagerie.rules.game.GameSetup;
import dev.menagerie.rules.game.Seed;
import java.nio.ByteBuffer;
import java.util.List;

/**
 * Games of the starter decks of a preset: each deck against each other one, one game after another.
 */
final class Pairings {
  private final Catalog catalog = CardSets.load().catalog();
  private final RulesConfig rules;
  private final List<DeckList> decks;
  private int game;

  Pairings(String preset) {
    this.rules = Presets.named(preset).orElseThrow();
    this.decks = StarterDecks.load().forRules(preset).stream().map(deck -> deck.list()).toList();
  }

  GameSetup next() {
    int number = game++;
    DeckList first = decks.get(number % decks.size());
    DeckList second = decks.get(number / decks.size() % decks.size());
    byte[] seed = ByteBuffer.allocate(Seed.BYTES).putInt(number).array();
    return new GameSetup(rules, catalog, first, second, Seed.of(seed));
  }
}
