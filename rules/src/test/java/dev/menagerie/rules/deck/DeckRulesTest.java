package dev.menagerie.rules.deck;

import static org.assertj.core.api.Assertions.assertThat;

import dev.menagerie.rules.TestCards;
import dev.menagerie.rules.card.EnergyType;
import dev.menagerie.rules.config.Presets;
import java.util.List;
import org.junit.jupiter.api.Test;

class DeckRulesTest {
  private static DeckList.Entry of(String card, int count) {
    return new DeckList.Entry(card, count);
  }

  @Test
  void goodDecksHaveNoViolation() {
    assertThat(DeckRules.check(TestCards.standardDeck(), Presets.STANDARD, TestCards.CATALOG))
        .isEmpty();
    assertThat(DeckRules.check(TestCards.pocketDeck(), Presets.POCKET, TestCards.CATALOG))
        .isEmpty();
    assertThat(DeckRules.check(TestCards.houseDeck(), Presets.HOUSE, TestCards.CATALOG)).isEmpty();
  }

  @Test
  void everyViolationIsReportedAtOnce() {
    DeckList deck =
        new DeckList(
            List.of(of("potion", 5), of("nobody", 1), of("swap", 0), of("e-fire", 30)),
            List.of(of("e-fire", 1), of("potion", 1)),
            List.of(EnergyType.FIRE));
    assertThat(DeckRules.check(deck, Presets.STANDARD, TestCards.CATALOG))
        .containsExactlyInAnyOrder(
            new DeckViolation.UnknownCard("nobody"),
            new DeckViolation.BadCount("swap", 0),
            new DeckViolation.WrongSize(60, 36),
            new DeckViolation.TooManyCopies("potion", 4, 5),
            new DeckViolation.TooFewBasics(1, 0),
            new DeckViolation.NotEnergy("potion"),
            new DeckViolation.WrongEnergyDeckSize(0, 2),
            new DeckViolation.WrongEnergyTypes(0, 0, 1));
  }

  @Test
  void copiesCountByNameOverAllEntries() {
    DeckList deck =
        new DeckList(
            List.of(of("plain", 3), of("plain", 2), of("e-fire", 55)), List.of(), List.of());
    assertThat(DeckRules.check(deck, Presets.STANDARD, TestCards.CATALOG))
        .containsExactly(new DeckViolation.TooManyCopies("plain", 4, 5));
  }

  @Test
  void specialEnergyIsLimitedBasicIsNot() {
    DeckList deck =
        new DeckList(
            List.of(of("plain", 4), of("e-double", 5), of("e-fire", 51)), List.of(), List.of());
    assertThat(DeckRules.check(deck, Presets.STANDARD, TestCards.CATALOG))
        .containsExactly(new DeckViolation.TooManyCopies("e-double", 4, 5));
  }

  @Test
  void aPocketDeckHoldsNoEnergyAndNamesItsTypes() {
    DeckList deck =
        new DeckList(
            List.of(of("plain", 2), of("potion", 2), of("e-fire", 16)),
            List.of(),
            List.of(EnergyType.FIRE, EnergyType.FIRE, EnergyType.COLORLESS, EnergyType.WATER));
    assertThat(DeckRules.check(deck, Presets.POCKET, TestCards.CATALOG))
        .containsExactlyInAnyOrder(
            new DeckViolation.EnergyNotAllowed("e-fire"),
            new DeckViolation.WrongEnergyTypes(1, 3, 4),
            new DeckViolation.BadEnergyType(EnergyType.FIRE),
            new DeckViolation.BadEnergyType(EnergyType.COLORLESS));
  }
}
