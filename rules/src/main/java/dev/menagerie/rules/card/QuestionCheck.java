package dev.menagerie.rules.card;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Follows the questions of a program. Finds names that are used before they are set, choices where
 * no player can be asked, and questions about hidden cards.
 */
final class QuestionCheck {
  private final List<Problem> problems;
  private final Set<String> kept = new HashSet<>();

  QuestionCheck(List<Problem> problems) {
    this.problems = problems;
  }

  private void add(String path, String message) {
    problems.add(new Problem(path, message));
  }

  /** Records that the program keeps a value under this name. */
  void keep(String name) {
    kept.add(name);
  }

  void name(String path, String name) {
    if (!kept.contains(name)) {
      add(path, "names nothing that was kept before: " + name);
    }
  }

  /** Where one player is meant it cannot be both. */
  void player(String path, Optional<Player> player) {
    if (player.equals(Optional.of(Player.BOTH))) {
      add(path, "must be you or opponent: one player is meant here");
    }
  }

  void target(String path, Target target) {
    switch (target) {
      case Target.Self _, Target.Other _, Target.Active _ -> {}
      case Target.Every every -> filter(path + ".where", every.where());
      case Target.Choose choose -> {
        filter(path + ".where", choose.where());
        amount(path + ".min", choose.min());
        amount(path + ".max", choose.max());
        player(path + ".by", choose.by());
        Amount max = choose.max().orElse(new Amount.Fixed(1));
        if (choose.min().isPresent()
            && choose.min().get() instanceof Amount.Fixed(var least)
            && max instanceof Amount.Fixed(var most)
            && least > most) {
          add(path + ".min", "must not be more than max");
        }
        choose.as().ifPresent(this::keep);
      }
      case Target.Chosen chosen -> name(path + ".name", chosen.name());
    }
  }

  /** Within a question, no player can be asked to choose. */
  private void known(String path, Target target) {
    if (target instanceof Target.Choose) {
      add(path, "must not be a choice: choose before, with pick");
    } else {
      target(path, target);
    }
  }

  void amount(String path, Optional<Amount> amount) {
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
      case Amount.HpLeft left -> known(path + ".of", left.of());
      case Amount.HalfOf half -> amount(path + ".whole", half.whole());
      case Amount.ChosenThat chosen -> {
        name(path + ".name", chosen.name());
        filter(path + ".where", chosen.where());
      }
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

  void filter(String path, Optional<Filter> filter) {
    filter.ifPresent(given -> filter(path, given));
  }

  void filter(String path, Filter filter) {
    switch (filter) {
      case Filter.EvolvesFromChosen from -> name(path, from.value());
      case Filter.AllOf all -> {
        all.value().forEach(each -> filter(path, each));
        together(path, all.value());
      }
      case Filter.AnyOf any -> any.value().forEach(each -> filter(path, each));
      case Filter.Not not -> filter(path, not.value());
      case Filter.HasAttached has -> filter(path, has.where());
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
          Filter.MovedUpThisTurn _,
          Filter.HasCondition _,
          Filter.IsActive _,
          Filter.IsBenched _,
          Filter.NewThisTurn _,
          Filter.IsSelf _ -> {}
    }
  }

  /** One card has one name, is of one kind, and this Pokémon is this Pokémon. */
  private void together(String path, List<Filter> all) {
    long named = all.stream().filter(one -> mentions(one, Filter.Named.class)).count();
    long kinds = all.stream().filter(one -> mentions(one, Filter.Kind.class)).count();
    boolean isSelf = all.stream().anyMatch(one -> mentions(one, Filter.IsSelf.class));
    if (named > 1 || kinds > 1 || (isSelf && all.size() > 1)) {
      add(path, "must not combine two names, two kinds, or is_self with others");
    }
  }

  /** Whether a filter, or one of its alternatives, is of that word. */
  private static boolean mentions(Filter filter, Class<? extends Filter> word) {
    return word.isInstance(filter)
        || (filter instanceof Filter.AnyOf(var any)
            && any.stream().anyMatch(one -> mentions(one, word)));
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

  void given(String path, Static gives) {
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
          Static.EnduresOnHeads _,
          Static.AttacksFailOnTails _,
          Static.AttackCostIs _,
          Static.AttacksInFirstTurn _,
          Static.AttacksFromBench _,
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
          Static.CannotUseAbility _,
          Static.ExtraEnergy _,
          Static.ExtraSupporters _,
          Static.BenchSize _ -> {}
    }
  }
}
