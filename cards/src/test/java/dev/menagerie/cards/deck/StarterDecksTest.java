package dev.menagerie.cards.deck;

import static org.assertj.core.api.Assertions.assertThat;

import dev.menagerie.cards.house.Presets;
import dev.menagerie.cards.set.CardSets;
import dev.menagerie.rules.config.RulesConfig;
import dev.menagerie.rules.deck.DeckRules;
import java.util.List;
import org.junit.jupiter.api.Test;

class StarterDecksTest {
  private final StarterDecks decks = StarterDecks.load();

  @Test
  void everyPresetHasSixLegalDecks() {
    var catalog = CardSets.load().catalog();
    for (String name : Presets.names()) {
      RulesConfig rules = Presets.named(name).orElseThrow();
      List<StarterDeck> own = decks.forRules(name);
      assertThat(own).as(name).hasSizeGreaterThanOrEqualTo(6);
      for (StarterDeck deck : own) {
        assertThat(DeckRules.check(deck.list(), rules, catalog)).as(deck.id()).isEmpty();
      }
    }
  }

  @Test
  void everyCardIsInASet() {
    var catalog = CardSets.load().catalog();
    for (StarterDeck deck : decks.all()) {
      assertThat(deck.cards())
          .as(deck.id())
          .allMatch(entry -> catalog.find(entry.card()).isPresent());
      assertThat(decks.find(deck.id())).contains(deck);
    }
  }
}
