package dev.menagerie.cards.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.menagerie.cards.set.CardSets;
import dev.menagerie.rules.card.CardDefinition;
import org.junit.jupiter.api.Test;

class CardTextTest {
  private final CardSets sets = CardSets.load();

  @Test
  void anAttackSaysItsEffect() {
    assertThat(of("glaciotter-ex").attacks())
        .containsExactly(
            "Flip 3 coins. This attack does 30 damage for each heads.",
            "Flip a coin. If heads, your opponent's Active Pokémon is now Paralyzed.");
  }

  @Test
  void anAbilitySaysWhenAndWhat() {
    assertThat(of("pyredelver").abilities().getFirst())
        .startsWith(
            "Once during your turn, you may use this ability. Attach 1 basic Fire energy card from"
                + " your discard pile to this Pokémon.");
    assertThat(of("briarwarden").abilities())
        .containsExactly(
            "When this Pokémon, in the active spot, is damaged by an attack of your opponent, put"
                + " 1 damage counter on the attacking Pokémon.");
  }

  @Test
  void trainersSaySomething() {
    for (CardDefinition card : sets.catalog().definitions()) {
      if (card instanceof CardDefinition.Trainer) {
        assertThat(of(card.id()).text()).as(card.id()).matches("[A-Z].*\\.");
      }
    }
    assertThat(of("field-guide").text())
        .isEqualTo(
            "Look at the top 6 cards of your deck, put 1 Pokémon you find there into your hand,"
                + " and put the rest back and shuffle your deck.");
  }

  private CardText of(String id) {
    return CardText.of(sets.catalog().find(id).orElseThrow());
  }
}
