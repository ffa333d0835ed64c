package dev.menagerie.rules.game;

import dev.menagerie.rules.card.SpecialCondition;
import dev.menagerie.rules.query.Traits;
import dev.menagerie.rules.state.Event;
import dev.menagerie.rules.state.Pokemon;

/** Gives and ends special conditions. */
final class SpecialConditions {
  private SpecialConditions() {}

  /** Only the Active can have one. */
  static void apply(
      Execution execution, Pokemon pokemon, SpecialCondition condition, int strength) {
    if (!execution.table.isActive(pokemon)
        || Traits.isImmune(execution.table, pokemon, condition)) {
      return;
    }
    if (pokemon.has(condition) && pokemon.strength(condition) == strength) {
      return;
    }
    execution.emit(
        new Event.ConditionApplied(
            pokemon.seat(), pokemon.serial(), execution.topRef(pokemon), condition, strength));
  }

  static void end(Execution execution, Pokemon pokemon, SpecialCondition condition) {
    if (pokemon.has(condition)) {
      execution.emit(
          new Event.ConditionEnded(
              pokemon.seat(), pokemon.serial(), execution.topRef(pokemon), condition));
    }
  }
}
