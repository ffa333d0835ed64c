package dev.menagerie.cards.set;

import dev.menagerie.rules.card.CardDefinition;
import java.util.List;

/** The cards of one file: what the set is called, and its definitions in printed order. */
public record CardSet(About set, List<CardDefinition> cards) {
  public CardSet {
    cards = List.copyOf(cards);
  }

  /**
   * What a set is called.
   *
   * @param version for people; what games pin is made from the content
   */
  public record About(String id, String name, String version) {}
}
