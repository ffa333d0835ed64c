package dev.menagerie.cards.set;

import dev.menagerie.rules.card.CardDefinition;
import dev.menagerie.rules.card.Effect;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The share of cards whose effects the vocabulary cannot express.
 *
 * @param custom ids of those cards
 */
public record CustomShare(int cards, List<String> custom) {
  public CustomShare {
    custom = List.copyOf(custom);
  }

  /** Counts the effects of these cards. */
  public static CustomShare of(List<CardDefinition> cards) {
    List<String> custom = new ArrayList<>();
    for (CardDefinition card : cards) {
      boolean[] found = {false};
      RecordWalk.visit("", card, (path, value) -> found[0] |= value instanceof Effect.Custom);
      if (found[0]) {
        custom.add(card.id());
      }
    }
    return new CustomShare(cards.size(), custom);
  }

  /** The share of custom effects, from 0 to 100. */
  public double percent() {
    return cards == 0 ? 0 : 100.0 * custom.size() / cards;
  }

  @Override
  public String toString() {
    return String.format(
        Locale.ROOT,
        "%d of %d cards need what the vocabulary cannot say (%.1f %%)",
        custom.size(),
        cards,
        percent());
  }
}
