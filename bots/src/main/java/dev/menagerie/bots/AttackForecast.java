package dev.menagerie.bots;

import dev.menagerie.rules.card.Amount;
import dev.menagerie.rules.card.Attack;
import dev.menagerie.rules.card.Condition;
import dev.menagerie.rules.card.Effect;
import dev.menagerie.rules.card.EnergyType;
import dev.menagerie.rules.card.SpecialCondition;
import dev.menagerie.rules.card.Target;
import dev.menagerie.rules.config.RulesConfig.WeaknessMode;
import dev.menagerie.rules.view.View;
import java.util.List;

/** Forecasts attacks: their damage, and its value against a given Pokémon. */
final class AttackForecast {
  /** A knock-out counts far more than any damage short of it. */
  private static final double KNOCK_OUT = 120;

  private static final double CONDITION = 14;
  private static final double OTHER_EFFECT = 6;

  private final BotView sight;
  private final Influences influences;

  AttackForecast(BotView sight) {
    this.sight = sight;
    this.influences = new Influences(sight);
  }

  /** The best score of a Pokémon against another, with at most that many energies missing. */
  double best(View.InPlay attacker, View.InPlay defender, int missing) {
    double best = 0;
    for (Attack attack : sight.pokemon(attacker).attacks()) {
      if (Costs.missing(attack.cost(), sight.energies(attacker)).size() <= missing) {
        best = Math.max(best, value(attack, attacker, defender));
      }
    }
    return best;
  }

  double value(Attack attack, View.InPlay attacker, View.InPlay defender) {
    double flips = flips(attack.pre());
    AmountEstimate guess = new AmountEstimate(sight, attacker, flips);
    double damage =
        met(attack.damage().map(guess::of).orElse(0.0), attacker, defender) * success(attack);
    double value = Math.min(damage, sight.left(defender)) + effects(attack.post(), guess, attacker);
    if (damage >= sight.left(defender)) {
      value += KNOCK_OUT * sight.worth(defender);
    }
    return value;
  }

  /** The most damage that an attack which can be paid now would do, chance left aside. */
  double mostDamage(View.InPlay attacker, View.InPlay defender) {
    double most = 0;
    for (Attack attack : sight.pokemon(attacker).attacks()) {
      if (Costs.missing(attack.cost(), sight.energies(attacker)).isEmpty()) {
        AmountEstimate guess = new AmountEstimate(sight, attacker, flips(attack.pre()));
        double damage = attack.damage().map(guess::of).orElse(0.0);
        most = Math.max(most, met(damage, attacker, defender));
      }
    }
    return most;
  }

  /** After weakness, resistance and what cards in play change. */
  private double met(double damage, View.InPlay attacker, View.InPlay defender) {
    if (damage <= 0 || influences.isPrevented(attacker, defender)) {
      return 0;
    }
    List<EnergyType> types = influences.types(attacker);
    double met = Math.max(0, damage + influences.dealt(attacker, defender));
    if (influences.weakness(defender).filter(types::contains).isPresent()) {
      int weakness = sight.rules().damage().weakness();
      met =
          sight.rules().damage().weaknessMode() == WeaknessMode.TIMES
              ? met * weakness
              : met + weakness;
    }
    if (influences.resistance(defender).filter(types::contains).isPresent()) {
      met -= sight.rules().damage().resistance();
    }
    return Math.max(0, met + influences.taken(attacker, defender));
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

  /** How often the attack does not fail by its own text. */
  private static double success(Attack attack) {
    for (Effect effect : attack.pre()) {
      if (effect instanceof Effect.If branch && branch.then().contains(new Effect.Fail())) {
        return branch.when() instanceof Condition.Tails ? AmountEstimate.EVEN : 1;
      }
    }
    return 1;
  }

  private double effects(List<Effect> effects, AmountEstimate guess, View.InPlay self) {
    double value = 0;
    for (Effect effect : effects) {
      value += effect(effect, guess, self);
    }
    return value;
  }

  private double effect(Effect effect, AmountEstimate guess, View.InPlay self) {
    return switch (effect) {
      case Effect.If branch -> {
        double chance = guess.chance(branch.when());
        yield chance * effects(branch.then(), guess, self)
            + (1 - chance) * branch.otherwise().map(o -> effects(o, guess, self)).orElse(0.0);
      }
      case Effect.May may -> Math.max(0, effects(may.then(), guess, self));
      case Effect.Damage(var amount, var target, _) ->
          harm(guess.of(amount), guess.targets(target));
      case Effect.PlaceCounters(var count, var target) ->
          harm(10 * guess.of(count), guess.targets(target));
      case Effect.SpreadCounters spread -> 10 * guess.of(spread.count());
      case Effect.Recoil(var amount) -> recoil(guess.of(amount), self);
      case Effect.Heal(var target, var amount) ->
          Math.min(
                  amount.map(guess::of).orElse(200.0),
                  guess.targets(target).stream().mapToInt(View.InPlay::damage).max().orElse(0))
              * 0.4;
      case Effect.Apply(var condition, var target, _) -> condition(condition, target);
      case Effect.Draw(var count, _) -> 4 * guess.of(count);
      case Effect.DiscardEnergy discard ->
          discard.from() instanceof Target.Self
              ? -8 * discard.count().map(guess::of).orElse(3.0)
              : 8 * discard.count().map(guess::of).orElse(2.0);
      case Effect other -> OTHER_EFFECT;
    };
  }

  private double harm(double damage, List<View.InPlay> targets) {
    double value = 0;
    for (View.InPlay target : targets) {
      boolean knockedOut = damage >= sight.left(target);
      double harm =
          Math.min(damage, sight.left(target)) + (knockedOut ? KNOCK_OUT * sight.worth(target) : 0);
      value += sight.isMine(target) ? -harm : harm;
    }
    return value;
  }

  private double recoil(double damage, View.InPlay self) {
    return damage >= sight.left(self) ? -KNOCK_OUT * sight.worth(self) : -damage * 0.5;
  }

  private double condition(SpecialCondition condition, Target target) {
    if (target instanceof Target.Self) {
      return -CONDITION;
    }
    boolean there =
        sight.theirs().active().filter(p -> p.conditions().contains(condition)).isPresent();
    return there ? 0 : CONDITION;
  }
}
