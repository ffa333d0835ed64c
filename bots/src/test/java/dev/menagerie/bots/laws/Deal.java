package dev.menagerie.bots.laws;

import dev.menagerie.cards.deck.StarterDecks;
import dev.menagerie.cards.house.Presets;
import dev.menagerie.cards.set.CardSets;
import dev.menagerie.rules.card.Catalog;
import dev.menagerie.rules.game.GameSetup;
import dev.menagerie.rules.game.Seed;
import java.nio.ByteBuffer;
import java.util.List;

/** One random game: two starter decks of a preset and a seed, all out of its number. */
record Deal(String preset, int number) {
  static final List<String> PRESETS = List.of("standard", "pocket", "house");

  static final Catalog CATALOG = CardSets.load().catalog();
  private static final StarterDecks STARTERS = StarterDecks.load();

  /** Presets in turn. */
  static Deal of(int number) {
    return new Deal(PRESETS.get(number % PRESETS.size()), number);
  }

  /** As {@link #toString} writes it. */
  static Deal read(String words) {
    String[] both = words.split(" ", 2);
    return new Deal(both[0], Integer.parseInt(both[1]));
  }

  GameSetup setup() {
    var decks = STARTERS.forRules(preset);
    var first = decks.get(number / PRESETS.size() % decks.size());
    var second = decks.get(number / (PRESETS.size() * decks.size()) % decks.size());
    byte[] seed = ByteBuffer.allocate(Seed.BYTES).putInt(number).array();
    var rules = Presets.named(preset).orElseThrow();
    return new GameSetup(rules, CATALOG, first.list(), second.list(), Seed.of(seed));
  }

  @Override
  public String toString() {
    return preset + " " + number;
  }
}
