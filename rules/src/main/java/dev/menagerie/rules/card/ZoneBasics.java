package dev.menagerie.rules.card;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Basic energies that no set brings: an energy zone must be able to make energy of every type, also
 * with a catalog that holds no card for it, and a game that has made some must find it again when a
 * set brings one.
 */
final class ZoneBasics {
  private ZoneBasics() {}

  /** One of each type, under ids that none of the definitions has. */
  static List<CardDefinition> beside(List<CardDefinition> definitions) {
    Set<String> ids = new HashSet<>();
    definitions.forEach(definition -> ids.add(definition.id()));
    List<CardDefinition> made = new ArrayList<>();
    for (EnergyType type : EnergyType.values()) {
      if (type == EnergyType.COLORLESS) {
        continue;
      }
      String word = type.name().toLowerCase(Locale.ROOT);
      String id = "zone-" + word;
      while (ids.contains(id)) {
        id = id + "-energy";
      }
      String name = word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1) + " Energy";
      List<Provides> provides = List.of(new Provides(List.of(type)));
      made.add(
          new CardDefinition.Energy(
              id, name, true, provides, Optional.empty(), List.of(), List.of()));
    }
    return List.copyOf(made);
  }

  /** Those of a type that no definition is a basic energy of. */
  static List<CardDefinition> missing(List<CardDefinition> definitions, List<CardDefinition> made) {
    Set<EnergyType> there = EnumSet.noneOf(EnergyType.class);
    for (CardDefinition definition : definitions) {
      if (definition instanceof CardDefinition.Energy energy
          && energy.basic()
          && energy.provides().size() == 1) {
        there.add(typeOf(energy));
      }
    }
    return made.stream()
        .filter(
            one -> one instanceof CardDefinition.Energy energy && !there.contains(typeOf(energy)))
        .toList();
  }

  private static EnergyType typeOf(CardDefinition.Energy energy) {
    return energy.provides().getFirst().value().getFirst();
  }
}
