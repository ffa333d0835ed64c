package dev.menagerie.cards.set;

import dev.menagerie.rules.card.CardDefinition;
import java.util.List;

/** The cards of one file: the set's name and its definitions in printed order. */
public record CardSet(About set, List<CardDefinition> cards) {
  public CardSet {
    cards = List.copyOf(cards);
  }

  /**
   * The name of a set.
   *
   * @param version for people; games pin a version that is computed from the content
   */
  public record About(String id, String name, String version) {}
}
