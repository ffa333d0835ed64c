package dev.menagerie.bots.laws;

import dev.menagerie.cards.deck.StarterDecks;
import dev.menagerie.cards.house.Presets;
import dev.menagerie.cards.set.CardSets;
import dev.menagerie.rules.card.Catalog;
import dev.menagerie.rules.game.GameSetup;
import dev.menagerie.rules.game.Seed;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.SplittableRandom;

/**
 * One random game: two decks of a preset and a seed, all out of its number.
 *
 * @param odd whether the decks are made of {@link OddCards}; else they are starter decks
 */
record Deal(String preset, boolean odd, int number) {
  static final List<String> PRESETS = List.of("standard", "pocket", "house");

  static final Catalog CATALOG = CardSets.load().catalog();
  private static final StarterDecks STARTERS = StarterDecks.load();
  private static final String ODD = "odd ";

  /** Starter decks, presets in turn. */
  static Deal of(int number) {
    return new Deal(PRESETS.get(number % PRESETS.size()), false, number);
  }

  /** Odd cards, presets in turn. */
  static Deal odd(int number) {
    return new Deal(PRESETS.get(number % PRESETS.size()), true, number);
  }

  /** As {@link #toString} writes it. */
  static Deal read(String words) {
    boolean odd = words.startsWith(ODD);
    String[] both = (odd ? words.substring(ODD.length()) : words).split(" ", 2);
    return new Deal(both[0], odd, Integer.parseInt(both[1]));
  }

  GameSetup setup() {
    var rules = Presets.named(preset).orElseThrow();
    if (odd) {
      var cards = OddCards.of(rules, new SplittableRandom(number));
      return new GameSetup(rules, cards.catalog(), cards.first(), cards.second(), seed());
    }
    var decks = STARTERS.forRules(preset);
    var first = decks.get(number / PRESETS.size() % decks.size());
    var second = decks.get(number / (PRESETS.size() * decks.size()) % decks.size());
    return new GameSetup(rules, CATALOG, first.list(), second.list(), seed());
  }

  Seed seed() {
    return Seed.of(ByteBuffer.allocate(Seed.BYTES).putInt(number).array());
  }

  @Override
  public String toString() {
    return (odd ? ODD : "") + preset + " " + number;
  }
}
