package dev.menagerie.rules.deck;

import dev.menagerie.rules.card.CardDefinition;
import dev.menagerie.rules.card.Catalog;
import dev.menagerie.rules.card.CompiledCard;
import dev.menagerie.rules.card.EnergyType;
import dev.menagerie.rules.config.RulesConfig;
import dev.menagerie.rules.config.RulesConfig.EnergySource;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Checks deck lists against house rules; names every violation at once. */
public final class DeckRules {
  private DeckRules() {}

  /** The violations of the rules; empty: the deck is valid. */
  public static List<DeckViolation> check(DeckList deck, RulesConfig rules, Catalog catalog) {
    List<DeckViolation> violations = new ArrayList<>();
    Map<String, Integer> byName = new LinkedHashMap<>();
    int basics = 0;
    int size = 0;
    for (DeckList.Entry entry : deck.cards()) {
      Optional<CompiledCard> found = face(entry, catalog, violations);
      size += Math.max(0, entry.count());
      if (found.isEmpty()) {
        continue;
      }
      CompiledCard face = found.get();
      basics += face.isBasicPokemon() ? entry.count() : 0;
      if (face.isEnergy() && !rules.deck().energyCards()) {
        violations.add(new DeckViolation.EnergyNotAllowed(entry.card()));
      }
      if (!face.basicEnergy) {
        byName.merge(face.name, entry.count(), Integer::sum);
      }
    }
    if (size != rules.deck().size()) {
      violations.add(new DeckViolation.WrongSize(rules.deck().size(), size));
    }
    int allowed = rules.deck().copiesPerName();
    byName.forEach((name, count) -> {
      if (count > allowed) {
        violations.add(new DeckViolation.TooManyCopies(name, allowed, count));
      }
    });
    if (basics < rules.deck().minBasics()) {
      violations.add(new DeckViolation.TooFewBasics(rules.deck().minBasics(), basics));
    }
    energyDeck(deck, rules, catalog, violations);
    energyTypes(deck, rules, violations);
    return List.copyOf(violations);
  }

  private static Optional<CompiledCard> face(
      DeckList.Entry entry, Catalog catalog, List<DeckViolation> violations) {
    int number = catalog.numberOf(entry.card());
    if (number < 0) {
      violations.add(new DeckViolation.UnknownCard(entry.card()));
    }
    if (entry.count() < 1) {
      violations.add(new DeckViolation.BadCount(entry.card(), entry.count()));
    }
    return number < 0 || entry.count() < 1 ? Optional.empty() : Optional.of(catalog.face(number));
  }

  private static void energyDeck(
      DeckList deck, RulesConfig rules, Catalog catalog, List<DeckViolation> violations) {
    int size = 0;
    for (DeckList.Entry entry : deck.energyCards()) {
      Optional<CompiledCard> found = face(entry, catalog, violations);
      size += Math.max(0, entry.count());
      if (found.isPresent() && !(found.get().definition instanceof CardDefinition.Energy)) {
        violations.add(new DeckViolation.NotEnergy(entry.card()));
      }
    }
    if (size != rules.deck().energyDeckSize()) {
      violations.add(new DeckViolation.WrongEnergyDeckSize(rules.deck().energyDeckSize(), size));
    }
  }

  private static void energyTypes(
      DeckList deck, RulesConfig rules, List<DeckViolation> violations) {
    int count = deck.energyTypes().size();
    boolean wanted = rules.energy().source() == EnergySource.ZONE;
    int most = wanted ? rules.deck().energyTypes() : 0;
    if (count > most || (wanted && count == 0)) {
      violations.add(new DeckViolation.WrongEnergyTypes(wanted ? 1 : 0, most, count));
    }
    Set<EnergyType> seen = EnumSet.noneOf(EnergyType.class);
    for (EnergyType type : deck.energyTypes()) {
      if (type == EnergyType.COLORLESS || !seen.add(type)) {
        violations.add(new DeckViolation.BadEnergyType(type));
      }
    }
  }
}
