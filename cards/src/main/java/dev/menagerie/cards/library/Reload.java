package dev.menagerie.cards.library;

import dev.menagerie.rules.card.CardDefinition;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The result of a reload.
 *
 * @param version of the cards now
 * @param cards the number of cards now
 * @param decks the number of decks now
 * @param added ids of new cards
 * @param changed ids of cards with changed content
 * @param removed ids of cards that are gone
 */
public record Reload(
    String version,
    int cards,
    int decks,
    List<String> added,
    List<String> changed,
    List<String> removed) {
  public Reload {
    added = List.copyOf(added);
    changed = List.copyOf(changed);
    removed = List.copyOf(removed);
  }

  static Reload between(Content before, Content after) {
    Map<String, CardDefinition> gone = byId(before);
    List<String> added = new ArrayList<>();
    List<String> changed = new ArrayList<>();
    for (CardDefinition card : after.sets().catalog().definitions()) {
      CardDefinition old = gone.remove(card.id());
      if (old == null) {
        added.add(card.id());
      } else if (!old.equals(card)) {
        changed.add(card.id());
      }
    }
    return new Reload(
        after.sets().version(),
        after.sets().catalog().definitions().size(),
        after.decks().all().size(),
        added,
        changed,
        List.copyOf(gone.keySet()));
  }

  private static Map<String, CardDefinition> byId(Content content) {
    Map<String, CardDefinition> cards = new LinkedHashMap<>();
    content.sets().catalog().definitions().forEach(card -> cards.put(card.id(), card));
    return cards;
  }

  @Override
  public String toString() {
    return String.format(
        Locale.ROOT,
        "%d cards, %d decks, version %s: %d added, %d changed, %d removed",
        cards,
        decks,
        version,
        added.size(),
        changed.size(),
        removed.size());
  }
}
