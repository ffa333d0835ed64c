package dev.menagerie.cards.deck;

import dev.menagerie.codec.JsonProblem;
import dev.menagerie.rules.card.Catalog;
import dev.menagerie.rules.config.RulesConfig;
import dev.menagerie.rules.deck.DeckList;
import dev.menagerie.rules.deck.DeckRules;
import dev.menagerie.rules.deck.DeckViolation;
import java.util.List;
import java.util.Locale;

/** Every rule that a deck breaks, in words, with the member of the deck it is about. */
public final class DeckProblems {
  private static final String CARDS = "$.cards";
  private static final String ENERGY_CARDS = "$.energy_cards";
  private static final String ENERGY_TYPES = "$.energy_types";

  private DeckProblems() {}

  /**
   * Checks a deck.
   *
   * @return every rule it breaks; empty: it may be played
   */
  public static List<JsonProblem> of(DeckList deck, RulesConfig rules, Catalog catalog) {
    return DeckRules.check(deck, rules, catalog).stream().map(DeckProblems::of).toList();
  }

  private static JsonProblem of(DeckViolation violation) {
    return switch (violation) {
      case DeckViolation.UnknownCard v -> new JsonProblem(CARDS, "there is no card " + v.card());
      case DeckViolation.BadCount v ->
          new JsonProblem(
              CARDS,
              String.format(
                  Locale.ROOT, "%d copies of %s are not a number to have", v.count(), v.card()));
      case DeckViolation.WrongSize v ->
          new JsonProblem(
              CARDS, String.format(Locale.ROOT, "must have %d cards, not %d", v.wanted(), v.has()));
      case DeckViolation.TooManyCopies v ->
          new JsonProblem(
              CARDS,
              String.format(
                  Locale.ROOT, "may have %d copies of %s, not %d", v.allowed(), v.name(), v.has()));
      case DeckViolation.TooFewBasics v ->
          new JsonProblem(
              CARDS,
              String.format(
                  Locale.ROOT, "must have at least %d Basic Pokémon, not %d", v.wanted(), v.has()));
      case DeckViolation.EnergyNotAllowed v ->
          new JsonProblem(CARDS, "must not have energy cards such as " + v.card());
      case DeckViolation.NotEnergy v ->
          new JsonProblem(ENERGY_CARDS, v.card() + " is not a basic energy");
      case DeckViolation.WrongEnergyDeckSize v ->
          new JsonProblem(
              ENERGY_CARDS,
              String.format(Locale.ROOT, "must have %d cards, not %d", v.wanted(), v.has()));
      case DeckViolation.WrongEnergyTypes v ->
          new JsonProblem(
              ENERGY_TYPES,
              String.format(
                  Locale.ROOT,
                  "must name from %d to %d types, not %d",
                  v.least(),
                  v.most(),
                  v.has()));
      case DeckViolation.BadEnergyType v ->
          new JsonProblem(
              ENERGY_TYPES,
              v.energy().name().toLowerCase(Locale.ROOT) + " is not a type an energy zone makes");
    };
  }
}
