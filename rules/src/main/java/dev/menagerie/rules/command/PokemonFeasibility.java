package dev.menagerie.rules.command;

import dev.menagerie.rules.card.CompiledCard;
import dev.menagerie.rules.card.Effect;
import dev.menagerie.rules.card.Filter;
import dev.menagerie.rules.card.Target;
import dev.menagerie.rules.card.Zone;
import dev.menagerie.rules.query.Context;
import dev.menagerie.rules.query.Evolutions;
import dev.menagerie.rules.query.Filters;
import dev.menagerie.rules.query.PlayerLimits;
import dev.menagerie.rules.query.Targets;
import dev.menagerie.rules.state.Pile;
import dev.menagerie.rules.state.Pokemon;
import dev.menagerie.rules.state.Table;
import java.util.Optional;

/** Whether operations on Pokémon in play could do anything, as far as the player can know. */
final class PokemonFeasibility {
  private PokemonFeasibility() {}

  static boolean any(Table table, Context context, Target target) {
    if (target instanceof Target.Chosen) {
      return true;
    }
    return Targets.of(table, context, target).length > 0;
  }

  interface Test {
    boolean passes(Pokemon pokemon);
  }

  static boolean any(Table table, Context context, Target target, Test test) {
    if (target instanceof Target.Chosen) {
      return true;
    }
    for (int serial : Targets.of(table, context, target)) {
      Pokemon pokemon = table.find(serial);
      if (pokemon != null && test.passes(pokemon)) {
        return true;
      }
    }
    return false;
  }

  static boolean withEnergy(Table table, Context context, Target target, Optional<Filter> where) {
    return any(
        table,
        context,
        target,
        pokemon -> {
          for (int i = 0; i < pokemon.energyCount(); i++) {
            if (where.isEmpty()
                || Filters.matches(table, context, where.get(), table.face(pokemon.energy(i)))) {
              return true;
            }
          }
          return false;
        });
  }

  static boolean canMoveEnergy(Table table, Context context, Effect.MoveEnergy move) {
    return withEnergy(table, context, move.from(), move.where()) && any(table, context, move.to());
  }

  static boolean withTool(Table table, Context context, Target target) {
    return any(table, context, target, pokemon -> pokemon.toolCount() > 0);
  }

  static boolean damaged(Table table, Context context, Target target) {
    return any(table, context, target, pokemon -> pokemon.damage() > 0);
  }

  static boolean hasCondition(Table table, Context context, Effect.Cure cure) {
    return any(
        table,
        context,
        cure.target(),
        pokemon ->
            cure.condition().isEmpty()
                ? pokemon.conditions() != 0
                : pokemon.has(cure.condition().get()));
  }

  static boolean canDevolve(Table table, Context context, Target target) {
    return any(table, context, target, pokemon -> pokemon.cardCount() > 1);
  }

  static boolean canEvolve(Table table, Context context, Effect.Evolve evolve) {
    Pile pile = Pile.of(evolve.from());
    boolean skip = evolve.skip().orElse(false);
    return any(
        table,
        context,
        evolve.target(),
        pokemon -> {
          if (evolve.from() == Zone.DECK) {
            return table.count(context.seat(), pile) > 0 && hasEvolution(table, pokemon);
          }
          for (int i = 0; i < table.count(context.seat(), pile); i++) {
            var face = table.face(table.card(context.seat(), pile, i));
            if (Evolutions.fits(table, face, pokemon, skip)
                && !isLocked(table, context, evolve.from(), face)
                && (evolve.where().isEmpty()
                    || Filters.matches(table, context, evolve.where().get(), face))) {
              return true;
            }
          }
          return false;
        });
  }

  /** Whether any card at all evolves it; what skips a stage is above one that does not. */
  static boolean hasEvolution(Table table, Pokemon pokemon) {
    return !table.catalog().evolutions(table.face(pokemon.top())).isEmpty();
  }

  /** Whether an effect forbids playing it from hand. */
  private static boolean isLocked(Table table, Context context, Zone from, CompiledCard card) {
    return from == Zone.HAND && PlayerLimits.mayNotPlay(table, context.seat(), card);
  }
}
