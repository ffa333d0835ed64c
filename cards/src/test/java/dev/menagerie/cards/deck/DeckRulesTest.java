package dev.menagerie.cards.deck;

import static org.assertj.core.api.Assertions.assertThat;

import dev.menagerie.cards.house.RulesJson;
import dev.menagerie.cards.set.CardSets;
import dev.menagerie.codec.Json;
import dev.menagerie.codec.Limits;
import dev.menagerie.rules.card.EnergyType;
import dev.menagerie.rules.config.RulesConfig;
import dev.menagerie.rules.deck.DeckList;
import dev.menagerie.rules.deck.DeckRules;
import dev.menagerie.rules.deck.DeckViolation;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What house rules ask of decks, one violation for each. */
class DeckRulesTest {
  private static final CardSets SETS = CardSets.load();

  @Test
  void everyViolationIsNamedAtOnce() {
    DeckList deck =
        new DeckList(
            List.of(
                entry("nobody", 2),
                entry("soft-bandage", 5),
                entry("bramblehound", 0),
                entry("energy-fire", 30)),
            List.of(entry("crumbmouse", 1)),
            List.of(EnergyType.FIRE));

    assertThat(check(deck, "\"standard\""))
        .containsExactlyInAnyOrder(
            new DeckViolation.UnknownCard("nobody"),
            new DeckViolation.BadCount("bramblehound", 0),
            new DeckViolation.TooManyCopies("Soft Bandage", 4, 5),
            new DeckViolation.WrongSize(60, 37),
            new DeckViolation.TooFewBasics(1, 0),
            new DeckViolation.NotEnergy("crumbmouse"),
            new DeckViolation.WrongEnergyDeckSize(0, 1),
            new DeckViolation.WrongEnergyTypes(0, 0, 1));
  }

  @Test
  void basicEnergyMayBeInAnyNumber() {
    assertThat(check(cards(entry("crumbmouse", 4), entry("energy-fire", 56)), "\"standard\""))
        .isEmpty();
  }

  @Test
  void copiesPerNameAndBasicsAreHouseRules() {
    DeckList deck = cards(entry("crumbmouse", 4), entry("energy-fire", 56));

    assertThat(check(deck, "{\"deck\":{\"copies_per_name\":3,\"min_basics\":5}}"))
        .containsExactlyInAnyOrder(
            new DeckViolation.TooManyCopies("Crumbmouse", 3, 4),
            new DeckViolation.TooFewBasics(5, 4));
  }

  @Test
  void aPocketDeckHasNoEnergyCardsAndNamesItsTypes() {
    DeckList deck = cards(entry("crumbmouse", 2), entry("energy-fire", 18));

    assertThat(check(deck, "\"pocket\""))
        .containsExactlyInAnyOrder(
            new DeckViolation.EnergyNotAllowed("energy-fire"),
            new DeckViolation.WrongEnergyTypes(1, 3, 0));
  }

  private static List<DeckViolation> check(DeckList deck, String rules) {
    RulesConfig config =
        RulesJson.read(Json.tree(rules.getBytes(StandardCharsets.UTF_8), Limits.DOCUMENT));
    return DeckRules.check(deck, config, SETS.catalog());
  }

  private static DeckList cards(DeckList.Entry... entries) {
    return new DeckList(List.of(entries), List.of(), List.of());
  }

  private static DeckList.Entry entry(String card, int count) {
    return new DeckList.Entry(card, count);
  }
}
