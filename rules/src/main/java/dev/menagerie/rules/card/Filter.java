package dev.menagerie.rules.card;

import java.util.List;
import java.util.Optional;

/**
 * A question about one card or one Pokémon in play. Questions about what only a Pokémon in play has
 * are answered no by a card that is not in play.
 */
public sealed interface Filter {
  record Any() implements Filter {}

  record Kind(CardKind value) implements Filter {}

  /** A Pokémon of that stage. */
  record OfStage(Stage value) implements Filter {}

  /** A Pokémon above Basic. */
  record Evolution() implements Filter {}

  /** A Pokémon of that type, or an energy that provides it. */
  record OfType(EnergyType value) implements Filter {}

  record Named(String value) implements Filter {}

  record Tagged(String value) implements Filter {}

  record HasRuleBox(RuleBox value) implements Filter {}

  /** A Pokémon card that evolves from the named one. */
  record EvolvesFrom(String value) implements Filter {}

  /** A Pokémon card that can be put on the chosen Pokémon to evolve it by one stage. */
  record EvolvesFromChosen(String value) implements Filter {}

  record HpAtMost(int value) implements Filter {}

  record RetreatAtMost(int value) implements Filter {}

  record RetreatAtLeast(int value) implements Filter {}

  record HasAbility() implements Filter {}

  record Damaged() implements Filter {}

  /** Has at least {@code count} (absent: 1) energy that provides {@code energy} (absent: any). */
  record HasEnergy(Optional<EnergyType> energy, Optional<Integer> count) implements Filter {}

  record HasTool() implements Filter {}

  /** Has at least {@code count} (absent: 1) attached cards that match, tools included. */
  record HasAttached(Filter where, Optional<Integer> count) implements Filter {}

  /** Moved from the bench to the active spot in this turn. */
  record MovedUpThisTurn() implements Filter {}

  /** Has the condition; absent: any. */
  record HasCondition(Optional<SpecialCondition> condition) implements Filter {}

  record IsActive() implements Filter {}

  record IsBenched() implements Filter {}

  /** Came into play or evolved this turn. */
  record NewThisTurn() implements Filter {}

  /** Is the Pokémon that has the ability or uses the attack. */
  record IsSelf() implements Filter {}

  record AllOf(List<Filter> value) implements Filter {
    public AllOf {
      value = List.copyOf(value);
    }
  }

  record AnyOf(List<Filter> value) implements Filter {
    public AnyOf {
      value = List.copyOf(value);
    }
  }

  record Not(Filter value) implements Filter {}
}
