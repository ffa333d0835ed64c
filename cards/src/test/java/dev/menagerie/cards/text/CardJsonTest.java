package dev.menagerie.cards.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.menagerie.cards.set.CardSets;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ObjectNode;

class CardJsonTest {
  @Test
  void textsAccompanyTheirPrograms() {
    ObjectNode card =
        CardJson.of(CardSets.load().catalog().find("coilmoth").orElseThrow(), "hedgerow");

    assertThat(card.get("set").stringValue()).isEqualTo("hedgerow");
    assertThat(card.get("attacks").get(0).get("text").stringValue()).isEqualTo("Draw a card.");
    assertThat(card.get("text").stringValue()).isEmpty();
  }
}
