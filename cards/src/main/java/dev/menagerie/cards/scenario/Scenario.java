package dev.menagerie.cards.scenario;

import dev.menagerie.rules.card.Catalog;
import dev.menagerie.rules.config.RulesConfig;
import java.util.List;
import java.util.Optional;

/**
 * A rule test: a board, steps, and expectations.
 *
 * @param rule the source of the rule
 * @param coins the coin flips, all of which must be used; absent: chance decides
 * @param seed the seed of all other chance
 */
record Scenario(
    String name,
    Optional<String> rule,
    RulesConfig rules,
    Catalog catalog,
    ScenarioStart beginning,
    Optional<List<Boolean>> coins,
    Optional<String> seed,
    List<ScenarioStep> steps) {
  Scenario {
    coins = coins.map(List::copyOf);
    steps = List.copyOf(steps);
  }
}
