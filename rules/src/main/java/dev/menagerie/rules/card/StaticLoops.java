package dev.menagerie.rules.card;

import java.util.Optional;
import java.util.Set;

/**
 * Which facts about Pokémon a question works out from statics, and which a static changes: facts
 * that depend on each other in a circle could never be worked out.
 */
final class StaticLoops {
  /** A fact that statics change and questions read: each may depend on those before it. */
  enum Fact {
    TYPE(0),
    ENERGY(1),
    HP(2),
    RETREAT(3);

    private final int rank;

    Fact(int rank) {
      this.rank = rank;
    }
  }

  /** Whether a question may depend on what the static effect changes. */
  static boolean loops(Static gives, Set<Fact> asked) {
    Optional<Fact> changed = changed(gives);
    return changed.isPresent() && asked.stream().anyMatch(fact -> fact.rank >= changed.get().rank);
  }

  private StaticLoops() {}

  private static Optional<Fact> changed(Static gives) {
    if (gives instanceof Static.TypeIs) {
      return Optional.of(Fact.TYPE);
    }
    if (gives instanceof Static.EnergyProvides) {
      return Optional.of(Fact.ENERGY);
    }
    if (gives instanceof Static.RetreatCost || gives instanceof Static.FreeRetreat) {
      return Optional.of(Fact.RETREAT);
    }
    return gives instanceof Static.HpBonus ? Optional.of(Fact.HP) : Optional.empty();
  }

  static void filter(Filter filter, Set<Fact> asked) {
    if (filter instanceof Filter.OfType) {
      asked.add(Fact.TYPE);
    } else if (filter instanceof Filter.HasEnergy) {
      asked.add(Fact.ENERGY);
    } else if (filter instanceof Filter.AllOf all) {
      all.value().forEach(each -> filter(each, asked));
    } else if (filter instanceof Filter.AnyOf any) {
      any.value().forEach(each -> filter(each, asked));
    } else if (filter instanceof Filter.HasAttached has) {
      filter(has.where(), asked);
    } else if (filter instanceof Filter.Not not) {
      filter(not.value(), asked);
    }
  }

  static void condition(Condition condition, Set<Fact> asked) {
    switch (condition) {
      case Condition.AtLeast least -> both(least.left(), least.right(), asked);
      case Condition.AtMost most -> both(most.left(), most.right(), asked);
      case Condition.Same same -> both(same.left(), same.right(), asked);
      case Condition.InPlay in -> in.where().ifPresent(where -> filter(where, asked));
      case Condition.Is is -> filter(is.where(), asked);
      case Condition.AllOf all -> all.value().forEach(each -> condition(each, asked));
      case Condition.AnyOf any -> any.value().forEach(each -> condition(each, asked));
      case Condition.Not not -> condition(not.value(), asked);
      case Condition.Heads _,
          Condition.Tails _,
          Condition.AnyChosen _,
          Condition.StadiumInPlay _,
          Condition.TurnOf _,
          Condition.FirstTurn _,
          Condition.Happened _ -> {}
    }
  }

  private static void both(Amount left, Amount right, Set<Fact> asked) {
    amount(left, asked);
    amount(right, asked);
  }

  private static void amount(Amount amount, Set<Fact> asked) {
    switch (amount) {
      case Amount.Sum sum -> sum.of().forEach(each -> amount(each, asked));
      case Amount.Times times -> both(times.each(), times.of(), asked);
      case Amount.Difference difference -> both(difference.from(), difference.take(), asked);
      case Amount.Smaller smaller -> both(smaller.left(), smaller.right(), asked);
      case Amount.Larger larger -> both(larger.left(), larger.right(), asked);
      case Amount.EnergyOn _ -> asked.add(Fact.ENERGY);
      case Amount.RetreatCost _ -> asked.add(Fact.RETREAT);
      case Amount.HpOf _, Amount.HpLeft _ -> asked.add(Fact.HP);
      case Amount.HalfOf half -> amount(half.whole(), asked);
      case Amount.PokemonInPlay in -> in.where().ifPresent(where -> filter(where, asked));
      case Amount.Either either -> {
        condition(either.when(), asked);
        amount(either.then(), asked);
        either.otherwise().ifPresent(other -> amount(other, asked));
      }
      case Amount.Fixed _,
          Amount.Heads _,
          Amount.Tails _,
          Amount.CountersOn _,
          Amount.CardsIn _,
          Amount.PrizesTaken _,
          Amount.PrizesLeft _,
          Amount.Chosen _,
          Amount.ChosenThat _,
          Amount.DamageDone _,
          Amount.Kept _ -> {}
    }
  }
}
