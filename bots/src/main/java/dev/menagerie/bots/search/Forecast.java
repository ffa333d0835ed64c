package dev.menagerie.bots.search;

import dev.menagerie.rules.card.Amount;
import dev.menagerie.rules.card.Attack;
import dev.menagerie.rules.card.CompiledCard;
import dev.menagerie.rules.card.Condition;
import dev.menagerie.rules.card.Effect;
import dev.menagerie.rules.card.SpecialCondition;
import dev.menagerie.rules.card.Target;
import dev.menagerie.rules.query.Amounts;
import dev.menagerie.rules.query.AttackDamage;
import dev.menagerie.rules.query.Conditions;
import dev.menagerie.rules.query.Context;
import dev.menagerie.rules.query.Energies;
import dev.menagerie.rules.query.EnergyCosts;
import dev.menagerie.rules.query.Targets;
import dev.menagerie.rules.query.Traits;
import dev.menagerie.rules.state.Pokemon;
import dev.menagerie.rules.state.Table;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * Forecasts what attacks of a laid out game would do, in numbers. It reads the table directly, so
 * that thousands of forecasts fit into one move's search; coins count half.
 */
final class Forecast {
  /** A knock-out counts far more than any damage short of it. */
  static final double KNOCK_OUT = 39.6;

  private static final double EVEN = 0.5;
  private static final double CONDITION = 16.5;
  private static final double OTHER_EFFECT = 10.4;
  private static final double OWN_ENERGY = 8.0;
  private static final double THEIR_ENERGY = 8.0;
  private static final double WHOLE = 200;

  private Forecast() {}

  /** The HP that are left of a Pokémon. */
  static int left(Table table, Pokemon pokemon) {
    return Math.max(0, Traits.maxHp(table, pokemon) - pokemon.damage());
  }

  /** The number of energies that a Pokémon lacks for an attack of its card. */
  static int missing(CompiledCard face, int attack, int[] units) {
    int[] cost = face.costs[attack];
    return EnergyCosts.pays(cost, units) ? 0 : EnergyCosts.missing(cost, units).size();
  }

  /** The value of the best attack that lacks at most {@code missing} energies; 0: there is none. */
  static double best(Table table, Pokemon user, Pokemon target, int missing) {
    return most(table, user, missing, attack -> value(table, user, attack, target));
  }

  /** The most damage of an attack that lacks at most {@code missing} energies. */
  static double mostDamage(Table table, Pokemon user, Pokemon target, int missing) {
    return most(table, user, missing, attack -> damage(table, user, attack, target));
  }

  private static double most(Table table, Pokemon user, int missing, ToDoubleFunction<Attack> of) {
    CompiledCard face = table.face(user.top());
    int[] units = Energies.units(table, user);
    double most = 0;
    for (int i = 0; i < face.attacks.size(); i++) {
      if (missing(face, i, units) <= missing) {
        most = Math.max(most, of.applyAsDouble(face.attacks.get(i)));
      }
    }
    return most;
  }

  /** The damage that an attack does to its target in the mean. */
  static double damage(Table table, Pokemon user, Attack attack, Pokemon target) {
    if (attack.damage().isEmpty()) {
      return 0;
    }
    Context context = Context.of(user.seat(), user.serial(), user.top());
    double base = amount(table, context, attack.damage().get(), flips(attack.pre()));
    if (base <= 0) {
      return 0;
    }
    int met = AttackDamage.of(table, user, target, (int) Math.round(base), 0);
    return met * success(attack);
  }

  /** The value of an attack: damage, knock-outs and what else it does. */
  static double value(Table table, Pokemon user, Attack attack, Pokemon target) {
    Context context = Context.of(user.seat(), user.serial(), user.top());
    double damage = damage(table, user, attack, target);
    double value = harm(table, damage, target);
    double flips = flips(attack.pre());
    for (Effect effect : attack.post()) {
      value += effect(table, context, user, effect, flips);
    }
    return value;
  }

  private static double harm(Table table, double damage, Pokemon target) {
    int left = left(table, target);
    return Math.min(damage, left) + (damage >= left ? KNOCK_OUT * Traits.worth(table, target) : 0);
  }

  private static double effect(
      Table table, Context context, Pokemon user, Effect effect, double flips) {
    return switch (effect) {
      case Effect.If branch -> {
        double chance = chance(table, context, branch.when());
        double then = 0;
        for (Effect one : branch.then()) {
          then += effect(table, context, user, one, flips);
        }
        double otherwise = 0;
        for (Effect one : branch.otherwise().orElse(List.of())) {
          otherwise += effect(table, context, user, one, flips);
        }
        yield chance * then + (1 - chance) * otherwise;
      }
      case Effect.May may -> {
        double then = 0;
        for (Effect one : may.then()) {
          then += effect(table, context, user, one, flips);
        }
        yield Math.max(0, then);
      }
      case Effect.Damage(var amount, var target, _) ->
          harm(table, context, target, amount(table, context, amount, flips));
      case Effect.PlaceCounters(var count, var target) ->
          harm(table, context, target, 10 * amount(table, context, count, flips));
      case Effect.SpreadCounters spread -> 10 * amount(table, context, spread.count(), flips);
      case Effect.Recoil(var amount) -> {
        double damage = amount(table, context, amount, flips);
        yield damage >= left(table, user) ? -KNOCK_OUT * Traits.worth(table, user) : -damage * EVEN;
      }
      case Effect.Heal(_, var amount) ->
          0.4
              * Math.min(
                  user.damage(),
                  amount.map(one -> amount(table, context, one, flips)).orElse(WHOLE));
      case Effect.Apply(var condition, var target, _) ->
          condition(table, context, condition, target);
      case Effect.Draw(var count, _) -> 4 * amount(table, context, count, flips);
      case Effect.DiscardEnergy discard -> {
        boolean own = discard.from() instanceof Target.Self;
        double count =
            discard.count().map(one -> amount(table, context, one, flips)).orElse(own ? 3.0 : 2.0);
        yield own ? -OWN_ENERGY * count : THEIR_ENERGY * count;
      }
      case Effect.Flip _, Effect.FlipUntilTails _, Effect.Shuffle _ -> 0;
      case Effect other -> OTHER_EFFECT;
    };
  }

  private static double harm(Table table, Context context, Target target, double damage) {
    int[] targets = Targets.of(table, context, target);
    boolean chosen = target instanceof Target.Choose;
    double value = 0;
    for (int serial : targets) {
      Pokemon hit = table.find(serial);
      if (hit == null) continue;
      double harm = harm(table, damage, hit);
      double signed = hit.seat() == context.seat() ? -harm : harm;
      value = chosen ? Math.max(value, signed) : value + signed;
    }
    return value;
  }

  private static double condition(
      Table table, Context context, SpecialCondition condition, Target target) {
    if (target instanceof Target.Self) {
      return -CONDITION;
    }
    Pokemon facing = table.active(context.seat().other());
    return facing == null || facing.has(condition) ? 0 : CONDITION;
  }

  /** How often an attack does not fail by its own text. */
  private static double success(Attack attack) {
    for (Effect effect : attack.pre()) {
      if (effect instanceof Effect.If(Condition.Tails _, var then, _)
          && then.contains(new Effect.Fail())) {
        return EVEN;
      }
    }
    return 1;
  }

  private static double flips(List<Effect> effects) {
    double flips = 0;
    for (Effect effect : effects) {
      if (effect instanceof Effect.FlipUntilTails) {
        flips += 2; // one heads in the mean, as of two coins
      } else if (effect instanceof Effect.Flip flip) {
        flips += flip.count().orElse(new Amount.Fixed(1)) instanceof Amount.Fixed(var n) ? n : 1;
      }
    }
    return flips;
  }

  /** An amount in the mean. */
  static double amount(Table table, Context context, Amount amount, double flips) {
    return switch (amount) {
      case Amount.Fixed(var value) -> value;
      case Amount.Sum(var parts) -> {
        double sum = 0;
        for (Amount part : parts) {
          sum += amount(table, context, part, flips);
        }
        yield sum;
      }
      case Amount.Times(var each, var of) ->
          amount(table, context, each, flips) * amount(table, context, of, flips);
      case Amount.Difference(var from, var take) ->
          Math.max(0, amount(table, context, from, flips) - amount(table, context, take, flips));
      case Amount.Smaller(var left, var right) ->
          Math.min(amount(table, context, left, flips), amount(table, context, right, flips));
      case Amount.Larger(var left, var right) ->
          Math.max(amount(table, context, left, flips), amount(table, context, right, flips));
      case Amount.Heads _, Amount.Tails _ -> flips * EVEN;
      case Amount.Chosen _, Amount.ChosenThat _, Amount.Kept _ -> 2;
      case Amount.DamageDone _ -> 30;
      case Amount.HalfOf(var whole) -> amount(table, context, whole, flips) / 2;
      case Amount.Either(var when, var then, var otherwise) -> {
        double chance = chance(table, context, when);
        double other = otherwise.map(one -> amount(table, context, one, flips)).orElse(0.0);
        yield chance * amount(table, context, then, flips) + (1 - chance) * other;
      }
      case Amount.EnergyOn _,
          Amount.CountersOn _,
          Amount.PokemonInPlay _,
          Amount.CardsIn _,
          Amount.PrizesTaken _,
          Amount.PrizesLeft _,
          Amount.RetreatCost _,
          Amount.HpOf _,
          Amount.HpLeft _ ->
          Amounts.of(table, context, amount);
    };
  }

  /** How likely a condition holds. */
  static double chance(Table table, Context context, Condition condition) {
    return switch (condition) {
      case Condition.Heads _, Condition.Tails _, Condition.AnyChosen _ -> EVEN;
      case Condition other -> Conditions.holds(table, context, other) ? 1 : 0;
    };
  }
}
