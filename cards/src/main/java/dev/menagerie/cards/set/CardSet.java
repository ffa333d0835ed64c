package dev.menagerie.cards.set;

import dev.menagerie.cards.picture.ArtHint;
import dev.menagerie.rules.card.CardDefinition;
import java.util.List;
import java.util.Map;

/**
 * The cards of one file: the set's name and its definitions in printed order.
 *
 * @param art hints for pictures by the id of the card that they stand in
 */
public record CardSet(About set, List<CardDefinition> cards, Map<String, ArtHint> art) {
  public CardSet {
    cards = List.copyOf(cards);
    art = Map.copyOf(art);
  }

  /** The content of a file without the hints in its cards. */
  public record Content(About set, List<CardDefinition> cards) {}

  /**
   * The name of a set.
   *
   * @param version for people; games pin a version that is computed from the content
   */
  public record About(String id, String name, String version) {}
}
