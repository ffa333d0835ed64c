package dev.menagerie.cards.deck;

import dev.menagerie.cards.set.CardSet;
import dev.menagerie.cards.set.CardSets;
import dev.menagerie.cards.text.NearestPhrase;
import dev.menagerie.rules.card.CardDefinition;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Finds cards as people write them: by name, by set and number, by id. Immutable. */
final class CardIndex {
  private final Map<String, Printing> byId = new HashMap<>();
  private final Map<String, List<Printing>> byName = new LinkedHashMap<>();
  private final Map<String, List<Printing>> bySet = new LinkedHashMap<>();

  CardIndex(CardSets sets) {
    for (CardSet set : sets.sets()) {
      String code = code(set.set().id());
      for (int i = 0; i < set.cards().size(); i++) {
        Printing printing = new Printing(set.cards().get(i), code, i + 1);
        byId.put(NearestPhrase.plain(printing.card().id()), printing);
        byName
            .computeIfAbsent(NearestPhrase.plain(printing.card().name()), _ -> new ArrayList<>())
            .add(printing);
        bySet.computeIfAbsent(code, _ -> new ArrayList<>()).add(printing);
      }
    }
  }

  /**
   * A card in a set.
   *
   * @param set the set's code in capital letters
   * @param number its place in the set, from 1
   */
  record Printing(CardDefinition card, String set, int number) {
    @Override
    public String toString() {
      return set + " " + number;
    }
  }

  /** The code of a set in deck lists: its id in capital letters. */
  static String code(String set) {
    return set.toUpperCase(Locale.ROOT);
  }

  /** The card of that id. */
  Optional<Printing> find(String id) {
    return Optional.ofNullable(byId.get(NearestPhrase.plain(id)));
  }

  /** The cards of that name, whatever its case, accents and apostrophes. */
  List<Printing> named(String name) {
    return byName.getOrDefault(NearestPhrase.plain(name), List.of());
  }

  /** The cards of a set in printed order; empty if there is no such set. */
  List<Printing> inSet(String code) {
    return bySet.getOrDefault(code(code), List.of());
  }

  /** The codes of all sets. */
  List<String> sets() {
    return List.copyOf(bySet.keySet());
  }

  /** Names that are most like one that no card has. */
  List<String> like(String name, int most) {
    return NearestPhrase.to(name, byName.keySet(), most).stream()
        .flatMap(plain -> byName.getOrDefault(plain, List.of()).stream().limit(1))
        .map(printing -> printing.card().name())
        .toList();
  }
}
