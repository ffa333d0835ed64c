package dev.menagerie.bots.simulate;

import dev.menagerie.rules.card.CardDefinition;
import dev.menagerie.rules.card.Catalog;
import dev.menagerie.rules.card.EnergyType;
import dev.menagerie.rules.deck.DeckList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** The colors of decks: the energy types that their basic energy or their energy zone has. */
public final class DeckColors {
  private DeckColors() {}

  /** The energy types of a deck. */
  public static Set<EnergyType> of(DeckList deck, Catalog catalog) {
    Set<EnergyType> colors = EnumSet.noneOf(EnergyType.class);
    colors.addAll(deck.energyTypes());
    Stream.concat(deck.cards().stream(), deck.energyCards().stream())
        .flatMap(entry -> catalog.find(entry.card()).stream())
        .forEach(card -> {
          if (card instanceof CardDefinition.Energy energy && energy.basic()) {
            energy.provides().forEach(unit -> colors.addAll(unit.value()));
          }
        });
    return colors;
  }

  /** How many pairs of these decks have an energy type in common. */
  public static int pairsOfOneColor(List<DeckList> decks, Catalog catalog) {
    List<Set<EnergyType>> colors = decks.stream().map(deck -> of(deck, catalog)).toList();
    int pairs = 0;
    for (int one = 0; one < colors.size(); one++) {
      for (int other = one + 1; other < colors.size(); other++) {
        pairs += Collections.disjoint(colors.get(one), colors.get(other)) ? 0 : 1;
      }
    }
    return pairs;
  }
}
