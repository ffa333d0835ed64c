package dev.menagerie.rules.game;

import dev.menagerie.rules.card.SpecialCondition;
import dev.menagerie.rules.card.Static;
import dev.menagerie.rules.state.Event;
import dev.menagerie.rules.state.Pokemon;
import dev.menagerie.rules.state.Table;

/** Gives and ends special conditions. */
final class Conditions {
  private Conditions() {}

  /** Only the Active can have one. */
  static void apply(Engine e, Pokemon pokemon, SpecialCondition condition, int strength) {
    if (!e.t.isActive(pokemon) || isImmune(e.t, pokemon, condition)) {
      return;
    }
    if (pokemon.has(condition) && pokemon.poison() == strength) {
      return;
    }
    e.emit(
        new Event.ConditionApplied(
            pokemon.seat(), pokemon.serial(), e.topRef(pokemon), condition, strength));
  }

  static void end(Engine e, Pokemon pokemon, SpecialCondition condition) {
    if (pokemon.has(condition)) {
      e.emit(
          new Event.ConditionEnded(pokemon.seat(), pokemon.serial(), e.topRef(pokemon), condition));
    }
  }

  static boolean isImmune(Table t, Pokemon pokemon, SpecialCondition condition) {
    for (Source source : Statics.of(t)) {
      if (source.gives() instanceof Static.PreventConditions prevent
          && (prevent.condition().isEmpty() || prevent.condition().get() == condition)
          && Statics.touches(t, source, pokemon)) {
        return true;
      }
    }
    return false;
  }
}
