package dev.menagerie.cards.set;

import dev.menagerie.rules.card.CardDefinition;
import dev.menagerie.rules.card.Effect;
import java.util.ArrayList;
import java.util.List;

/**
 * How many cards need the escape hatch because the vocabulary cannot say what they do.
 *
 * @param custom ids of those cards
 */
public record CustomShare(int cards, List<String> custom) {
  public CustomShare {
    custom = List.copyOf(custom);
  }

  public static CustomShare of(CardSets sets) {
    List<String> custom = new ArrayList<>();
    for (CardDefinition card : sets.catalog().definitions()) {
      boolean[] found = new boolean[1];
      RecordWalk.visit("", card, (path, value) -> found[0] |= value instanceof Effect.Custom);
      if (found[0]) {
        custom.add(card.id());
      }
    }
    return new CustomShare(sets.catalog().definitions().size(), custom);
  }

  public double percent() {
    return cards == 0 ? 0 : 100.0 * custom.size() / cards;
  }
}
