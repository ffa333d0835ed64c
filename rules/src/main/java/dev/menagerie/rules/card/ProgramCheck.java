package dev.menagerie.rules.card;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Follows one program and finds names that are used before anything is kept under them, choices
 * where nobody can be asked, and questions about what must stay hidden.
 */
final class ProgramCheck {
  /** Effects in effects; a deeper program could not be read by anyone. */
  private static final int MAX_DEPTH = 8;

  private final List<Problem> problems;
  private final Set<String> kept = new HashSet<>();
  private int depth;

  ProgramCheck(List<Problem> problems) {
    this.problems = problems;
  }

  private void add(String path, String message) {
    problems.add(new Problem(path, message));
  }

  void effects(String path, List<Effect> effects) {
    if (++depth > MAX_DEPTH) {
      add(path, "must not be nested deeper than " + MAX_DEPTH);
      depth--;
      return;
    }
    for (int i = 0; i < effects.size(); i++) {
      effect(path + "[" + i + "]", effects.get(i));
    }
    depth--;
  }

  private void effect(String path, Effect effect) {
    switch (effect) {
      case Effect.Draw e -> amount(path + ".count", e.count());
      case Effect.DrawUntil e -> amount(path + ".size", e.size());
      case Effect.Shuffle _,
          Effect.RevealHand _,
          Effect.DiscardStadium _,
          Effect.Switch _,
          Effect.Gust _,
          Effect.Fail _,
          Effect.EndTurn _ -> {}
      case Effect.Search e -> {
        filter(path + ".where", e.where());
        amount(path + ".count", e.count());
        e.as().ifPresent(kept::add);
      }
      case Effect.LookAtTop e -> {
        filter(path + ".where", e.where());
        amount(path + ".count", e.count());
        amount(path + ".take", e.take());
        if (e.rest() == Destination.BENCH) {
          add(path + ".rest", "must not be the bench");
        }
      }
      case Effect.ChooseCards e -> {
        filter(path + ".where", e.where());
        amount(path + ".max", e.max());
        e.min().ifPresent(min -> amount(path + ".min", min));
        kept.add(e.as());
      }
      case Effect.MoveChosen e -> name(path + ".chosen", e.chosen());
      case Effect.MoveAll e -> filter(path + ".where", e.where());
      case Effect.DiscardHand e -> {
        amount(path + ".count", e.count());
        filter(path + ".where", e.where());
      }
      case Effect.RandomFromHand e -> {
        amount(path + ".count", e.count());
        notBench(path + ".to", e.to());
      }
      case Effect.Mill e -> amount(path + ".count", e.count());
      case Effect.RevealTop e -> amount(path + ".count", e.count());
      case Effect.TakePrizes e -> amount(path + ".count", e.count());
      case Effect.AttachEnergy e -> {
        filter(path + ".where", e.where());
        amount(path + ".count", e.count());
        target(path + ".to", e.to());
      }
      case Effect.GenerateEnergy e -> {
        if (e.energy() == EnergyType.COLORLESS) {
          add(path + ".energy", "must not be colorless");
        }
        amount(path + ".count", e.count());
        target(path + ".to", e.to());
      }
      case Effect.MoveEnergy e -> {
        target(path + ".from", e.from());
        filter(path + ".where", e.where());
        amount(path + ".count", e.count());
        target(path + ".to", e.to());
      }
      case Effect.DiscardEnergy e -> {
        target(path + ".from", e.from());
        filter(path + ".where", e.where());
        amount(path + ".count", e.count());
        e.as().ifPresent(kept::add);
      }
      case Effect.ReturnEnergy e -> {
        target(path + ".from", e.from());
        filter(path + ".where", e.where());
        amount(path + ".count", e.count());
      }
      case Effect.DiscardTools e -> target(path + ".from", e.from());
      case Effect.ExtraEnergy e -> positive(path + ".count", e.count());
      case Effect.ExtraSupporter e -> positive(path + ".count", e.count());
      case Effect.Return e -> {
        target(path + ".target", e.target());
        notBench(path + ".to", e.to());
        e.attached().ifPresent(to -> notBench(path + ".attached", to));
      }
      case Effect.Evolve e -> {
        target(path + ".target", e.target());
        filter(path + ".where", e.where());
      }
      case Effect.Devolve e -> {
        target(path + ".target", e.target());
        notBench(path + ".to", e.to());
      }
      case Effect.KnockOut e -> target(path + ".target", e.target());
      case Effect.Damage e -> {
        amount(path + ".amount", e.amount());
        target(path + ".target", e.target());
      }
      case Effect.Recoil e -> amount(path + ".amount", e.amount());
      case Effect.PlaceCounters e -> {
        amount(path + ".count", e.count());
        target(path + ".target", e.target());
      }
      case Effect.SpreadCounters e -> {
        amount(path + ".count", e.count());
        filter(path + ".where", e.where());
      }
      case Effect.MoveCounters e -> {
        target(path + ".from", e.from());
        target(path + ".to", e.to());
        amount(path + ".count", e.count());
      }
      case Effect.Heal e -> {
        target(path + ".target", e.target());
        amount(path + ".amount", e.amount());
      }
      case Effect.Apply e -> {
        target(path + ".target", e.target());
        e.strength().ifPresent(strength -> positive(path + ".strength", strength));
      }
      case Effect.Cure e -> target(path + ".target", e.target());
      case Effect.Flip e -> {
        amount(path + ".count", e.count());
        e.as().ifPresent(kept::add);
      }
      case Effect.FlipUntilTails e -> e.as().ifPresent(kept::add);
      case Effect.If e -> {
        condition(path + ".when", e.when());
        effects(path + ".then", e.then());
        e.otherwise().ifPresent(otherwise -> effects(path + ".otherwise", otherwise));
      }
      case Effect.May e -> {
        effects(path + ".then", e.then());
        e.otherwise().ifPresent(otherwise -> effects(path + ".otherwise", otherwise));
      }
      case Effect.ChooseOne e -> {
        if (e.options().size() < 2) {
          add(path + ".options", "must be at least two");
        }
        for (int i = 0; i < e.options().size(); i++) {
          effects(path + ".options[" + i + "].effects", e.options().get(i).effects());
        }
      }
      case Effect.ForEach e -> {
        target(path + ".in", e.in());
        kept.add("it");
        effects(path + ".effects", e.effects());
      }
      case Effect.Repeat e -> {
        amount(path + ".times", e.times());
        effects(path + ".effects", e.effects());
      }
      case Effect.Let e -> {
        amount(path + ".amount", e.amount());
        kept.add(e.as());
      }
      case Effect.Pick e -> {
        target(path + ".target", e.target());
        kept.add(e.as());
      }
      case Effect.CopyAttack e -> target(path + ".of", e.of());
      case Effect.Grant e -> {
        target(path + ".to", e.to());
        given(path + ".gives", e.gives());
      }
      case Effect.GrantPlayer e -> given(path + ".gives", e.gives());
      case Effect.Delay e -> effects(path + ".effects", e.effects());
      case Effect.Custom e -> {
        if (!CustomEffects.all().contains(e.id())) {
          add(path + ".id", "is not one of " + CustomEffects.all());
        }
      }
    }
  }

  private void notBench(String path, Destination to) {
    if (to == Destination.BENCH) {
      add(path, "must not be the bench");
    }
  }

  private void positive(String path, int number) {
    if (number < 1) {
      add(path, "must be at least 1");
    }
  }

  private void name(String path, String name) {
    if (!kept.contains(name)) {
      add(path, "names nothing that was kept before: " + name);
    }
  }

  private void target(String path, Target target) {
    switch (target) {
      case Target.Self _, Target.Other _, Target.Active _ -> {}
      case Target.Every every -> filter(path + ".where", every.where());
      case Target.Choose choose -> {
        filter(path + ".where", choose.where());
        amount(path + ".min", choose.min());
        amount(path + ".max", choose.max());
        choose.as().ifPresent(kept::add);
      }
      case Target.Chosen chosen -> name(path + ".name", chosen.name());
    }
  }

  /** Inside a question nobody can be asked to choose. */
  private void known(String path, Target target) {
    if (target instanceof Target.Choose) {
      add(path, "must not be a choice: choose before, with pick");
    } else {
      target(path, target);
    }
  }

  private void amount(String path, Optional<Amount> amount) {
    amount.ifPresent(given -> amount(path, given));
  }

  void amount(String path, Amount amount) {
    switch (amount) {
      case Amount.Fixed _, Amount.PrizesTaken _, Amount.PrizesLeft _, Amount.DamageDone _ -> {}
      case Amount.Sum sum -> {
        for (int i = 0; i < sum.of().size(); i++) {
          amount(path + ".of[" + i + "]", sum.of().get(i));
        }
      }
      case Amount.Times times -> {
        amount(path + ".each", times.each());
        amount(path + ".of", times.of());
      }
      case Amount.Difference difference -> {
        amount(path + ".from", difference.from());
        amount(path + ".take", difference.take());
      }
      case Amount.Smaller smaller -> {
        amount(path + ".left", smaller.left());
        amount(path + ".right", smaller.right());
      }
      case Amount.Larger larger -> {
        amount(path + ".left", larger.left());
        amount(path + ".right", larger.right());
      }
      case Amount.Heads heads -> heads.of().ifPresent(name -> name(path + ".of", name));
      case Amount.Tails tails -> tails.of().ifPresent(name -> name(path + ".of", name));
      case Amount.EnergyOn on -> known(path + ".on", on.on());
      case Amount.CountersOn on -> known(path + ".on", on.on());
      case Amount.PokemonInPlay in -> filter(path + ".where", in.where());
      case Amount.CardsIn in -> {
        if (in.where().isPresent() && in.zone() != Zone.DISCARD) {
          add(path + ".where", "must not look into a hidden zone");
        }
        filter(path + ".where", in.where());
      }
      case Amount.Chosen chosen -> name(path + ".name", chosen.name());
      case Amount.Kept keep -> name(path + ".name", keep.name());
      case Amount.RetreatCost cost -> known(path + ".of", cost.of());
      case Amount.HpOf hp -> known(path + ".of", hp.of());
      case Amount.Either either -> {
        condition(path + ".when", either.when());
        amount(path + ".then", either.then());
        amount(path + ".otherwise", either.otherwise());
      }
    }
  }

  void condition(String path, Condition condition) {
    switch (condition) {
      case Condition.Heads heads -> heads.of().ifPresent(name -> name(path + ".of", name));
      case Condition.Tails tails -> tails.of().ifPresent(name -> name(path + ".of", name));
      case Condition.AtLeast least -> both(path, least.left(), least.right());
      case Condition.AtMost most -> both(path, most.left(), most.right());
      case Condition.Same same -> both(path, same.left(), same.right());
      case Condition.InPlay in -> filter(path + ".where", in.where());
      case Condition.Is is -> {
        known(path + ".target", is.target());
        filter(path + ".where", is.where());
      }
      case Condition.AnyChosen chosen -> name(path + ".name", chosen.name());
      case Condition.StadiumInPlay _,
          Condition.TurnOf _,
          Condition.FirstTurn _,
          Condition.Happened _ -> {}
      case Condition.AllOf all -> all(path, all.value());
      case Condition.AnyOf any -> all(path, any.value());
      case Condition.Not not -> condition(path + ".value", not.value());
    }
  }

  private void both(String path, Amount left, Amount right) {
    amount(path + ".left", left);
    amount(path + ".right", right);
  }

  private void all(String path, List<Condition> conditions) {
    for (int i = 0; i < conditions.size(); i++) {
      condition(path + ".value[" + i + "]", conditions.get(i));
    }
  }

  private void filter(String path, Optional<Filter> filter) {
    filter.ifPresent(given -> filter(path, given));
  }

  void filter(String path, Filter filter) {
    switch (filter) {
      case Filter.EvolvesFromChosen from -> name(path, from.value());
      case Filter.AllOf all -> all.value().forEach(each -> filter(path, each));
      case Filter.AnyOf any -> any.value().forEach(each -> filter(path, each));
      case Filter.Not not -> filter(path, not.value());
      case Filter.Any _,
          Filter.Kind _,
          Filter.OfStage _,
          Filter.Evolution _,
          Filter.OfType _,
          Filter.Named _,
          Filter.Tagged _,
          Filter.HasRuleBox _,
          Filter.EvolvesFrom _,
          Filter.HpAtMost _,
          Filter.RetreatAtMost _,
          Filter.RetreatAtLeast _,
          Filter.HasAbility _,
          Filter.Damaged _,
          Filter.HasEnergy _,
          Filter.HasTool _,
          Filter.HasCondition _,
          Filter.IsActive _,
          Filter.IsBenched _,
          Filter.NewThisTurn _,
          Filter.IsSelf _ -> {}
    }
  }

  // What is continuously true

  void continuous(String path, Ability.Continuous continuous) {
    Set<StaticLoops.Fact> asked = new HashSet<>();
    continuous.when().ifPresent(when -> condition(path + ".when", when));
    continuous.when().ifPresent(when -> StaticLoops.condition(when, asked));
    continuous
        .affects()
        .flatMap(Scope::where)
        .ifPresent(where -> {
          filter(path + ".affects.where", where);
          StaticLoops.filter(where, asked);
        });
    for (int i = 0; i < continuous.gives().size(); i++) {
      Static gives = continuous.gives().get(i);
      given(path + ".gives[" + i + "]", gives);
      if (StaticLoops.loops(gives, asked)) {
        add(path + ".gives[" + i + "]", "must not depend on what it may change in a circle");
      }
    }
  }

  private void given(String path, Static gives) {
    switch (gives) {
      case Static.DamageDealt dealt -> {
        amount(path + ".by", dealt.by());
        filter(path + ".against", dealt.against());
      }
      case Static.DamageTaken taken -> {
        amount(path + ".by", taken.by());
        filter(path + ".from", taken.from());
      }
      case Static.PreventDamage prevent -> filter(path + ".from", prevent.from());
      case Static.PreventEffects prevent -> filter(path + ".from", prevent.from());
      case Static.EnergyProvides provides -> {
        if (provides.units().stream().anyMatch(unit -> unit.value().isEmpty())) {
          add(path + ".units", "must each name at least one type");
        }
        filter(path + ".where", provides.where());
      }
      case Static.CannotPlay cannot -> filter(path + ".what", cannot.what());
      case Static.HpBonus _,
          Static.RetreatCost _,
          Static.FreeRetreat _,
          Static.AttackCost _,
          Static.PreventConditions _,
          Static.Endures _,
          Static.TypeIs _,
          Static.WeaknessIs _,
          Static.ResistanceIs _,
          Static.CannotAttack _,
          Static.CannotUseAttack _,
          Static.CannotRetreat _,
          Static.CannotEvolve _,
          Static.CannotBeHealed _,
          Static.EvolvesAtOnce _,
          Static.NoAbilities _,
          Static.NoTools _,
          Static.UsesEarlierAttacks _,
          Static.PrizeWorth _,
          Static.PoisonDamage _,
          Static.CannotAttachEnergy _,
          Static.ExtraEnergy _,
          Static.ExtraSupporters _ -> {}
    }
  }
}
