package dev.menagerie.cards.deck;

import static org.assertj.core.api.Assertions.assertThat;

import dev.menagerie.cards.house.RulesJson;
import dev.menagerie.cards.set.CardSets;
import dev.menagerie.rules.config.RulesConfig;
import dev.menagerie.rules.deck.DeckList;
import java.util.List;
import org.junit.jupiter.api.Test;

class StarterDecksTest {
  private final StarterDecks decks = StarterDecks.load();

  @Test
  void everyPresetHasDecksOfItsSize() {
    for (String name : RulesJson.presetNames()) {
      RulesConfig rules = RulesJson.preset(name).orElseThrow();
      List<StarterDeck> own = decks.forRules(name);
      assertThat(own).as(name).hasSizeGreaterThanOrEqualTo(2);
      for (StarterDeck deck : own) {
        assertThat(size(deck.cards())).as(deck.id()).isEqualTo(rules.deck().size());
        assertThat(size(deck.energyCards())).as(deck.id()).isEqualTo(rules.deck().energyDeckSize());
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

  private static int size(List<DeckList.Entry> entries) {
    return entries.stream().mapToInt(DeckList.Entry::count).sum();
  }
}
