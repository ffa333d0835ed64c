package dev.menagerie.cards.text;

import dev.menagerie.rules.card.CardKind;
import dev.menagerie.rules.card.EnergyType;
import dev.menagerie.rules.card.Filter;
import dev.menagerie.rules.card.Static;
import dev.menagerie.rules.card.Trigger;

/** {@link PlainForm} of the parts of abilities: continuous effects and triggers. */
final class PlainAbilityForm {
  private PlainAbilityForm() {}

  /** The plain form of a continuous effect. */
  static Static gives(Static gives) {
    return switch (gives) {
      case Static.AttackCost(var by, var energy) ->
          new Static.AttackCost(by, energy.filter(type -> type != EnergyType.COLORLESS));
      case Static.DamageDealt(var by, var against) ->
          new Static.DamageDealt(by, PlainFilter.asked(against).map(PlainFilter::ofPokemon));
      case Static.DamageTaken(var by, var from) ->
          new Static.DamageTaken(by, PlainFilter.asked(from).map(PlainFilter::ofPokemon));
      case Static.PreventDamage(var from) -> new Static.PreventDamage(PlainFilter.asked(from));
      case Static.PreventEffects(var from) -> new Static.PreventEffects(PlainFilter.asked(from));
      case Static.EnergyProvides(var units, var where) ->
          new Static.EnergyProvides(units, PlainFilter.asked(where));
      case Static other -> other;
    };
  }

  /** The plain form of a trigger. */
  static Trigger trigger(Trigger trigger) {
    return switch (trigger) {
      case Trigger.EnergyAttached(var where, var fromHand) ->
          new Trigger.EnergyAttached(PlainFilter.asked(where), fromHand.filter(given -> given));
      case Trigger.Damaged(var at) -> new Trigger.Damaged(PlainFilter.somewhere(at));
      case Trigger.KnockedOut(var at) -> new Trigger.KnockedOut(PlainFilter.somewhere(at));
      case Trigger.SomeKnockedOut(var of, var where) ->
          new Trigger.SomeKnockedOut(of, PlainFilter.asked(where));
      case Trigger.SomeAttached(var of, var where) ->
          new Trigger.SomeAttached(of, PlainFilter.asked(where));
      case Trigger.SomeBenched(var of, var where) ->
          new Trigger.SomeBenched(of, PlainFilter.asked(where));
      case Trigger.SomeEvolved(var of, var where) ->
          new Trigger.SomeEvolved(of, PlainFilter.asked(where));
      case Trigger.SomePlayed(var of, var where) ->
          new Trigger.SomePlayed(
              of,
              PlainFilter.asked(where)
                  .filter(card -> !card.equals(new Filter.Kind(CardKind.TRAINER))));
      case Trigger other -> other;
    };
  }
}
