package dev.menagerie.rules.card;

import java.util.List;

/** Follows one program and finds operations that cannot be meant. */
final class ProgramCheck {
  /** Bound of nested effects; a deeper program would not be readable. */
  private static final int MAX_DEPTH = 8;

  private final List<Problem> problems;
  final QuestionCheck ask;
  private int depth;

  ProgramCheck(List<Problem> problems) {
    this.problems = problems;
    this.ask = new QuestionCheck(problems);
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
      case Effect.Draw e -> ask.amount(path + ".count", e.count());
      case Effect.DrawUntil e -> ask.amount(path + ".size", e.size());
      case Effect.Shuffle _,
          Effect.RevealHand _,
          Effect.DiscardStadium _,
          Effect.Fail _,
          Effect.Unaffected _,
          Effect.EndTurn _ -> {}
      case Effect.Switch e -> {
        ask.player(path + ".of", e.of());
        ask.player(path + ".by", e.by());
      }
      case Effect.Gust e -> ask.player(path + ".by", e.by());
      case Effect.Search e -> {
        ask.filter(path + ".where", e.where());
        ask.amount(path + ".count", e.count());
        e.as().ifPresent(ask::keep);
      }
      case Effect.LookAtTop e -> {
        ask.player(path + ".of", e.of());
        ask.filter(path + ".where", e.where());
        ask.amount(path + ".count", e.count());
        ask.amount(path + ".take", e.take());
        if (e.rest() == Destination.BENCH) {
          add(path + ".rest", "must not be the bench");
        }
        boolean hasOrder = e.rest() == Destination.DECK_TOP || e.rest() == Destination.DECK_BOTTOM;
        if (e.ordered().orElse(false) && !hasOrder) {
          add(path + ".ordered", "must be false unless the rest goes on or under the deck");
        }
      }
      case Effect.ChooseCards e -> {
        ask.player(path + ".of", e.of());
        ask.player(path + ".by", e.by());
        ask.filter(path + ".where", e.where());
        ask.amount(path + ".max", e.max());
        e.min().ifPresent(min -> ask.amount(path + ".min", min));
        ask.keep(e.as());
      }
      case Effect.MoveChosen e -> ask.name(path + ".chosen", e.chosen());
      case Effect.MoveAll e -> ask.filter(path + ".where", e.where());
      case Effect.DiscardHand e -> {
        ask.player(path + ".by", e.by());
        ask.amount(path + ".count", e.count());
        ask.filter(path + ".where", e.where());
      }
      case Effect.RandomFromHand e -> {
        ask.amount(path + ".count", e.count());
        notBench(path + ".to", e.to());
      }
      case Effect.Mill e -> {
        ask.amount(path + ".count", e.count());
        e.as().ifPresent(ask::keep);
      }
      case Effect.RevealTop e -> {
        ask.amount(path + ".count", e.count());
        e.as().ifPresent(ask::keep);
      }
      case Effect.AttachChosen e -> {
        ask.name(path + ".chosen", e.chosen());
        ask.target(path + ".to", e.to());
      }
      case Effect.UseAttackOf e -> ask.name(path + ".chosen", e.chosen());
      case Effect.BringUp e -> ask.target(path + ".target", e.target());
      case Effect.LeaveHp e -> {
        ask.target(path + ".target", e.target());
        ask.amount(path + ".remaining", e.remaining());
      }
      case Effect.TakePrizes e -> {
        ask.player(path + ".who", e.who());
        ask.amount(path + ".count", e.count());
      }
      case Effect.AttachEnergy e -> {
        ask.filter(path + ".where", e.where());
        ask.amount(path + ".count", e.count());
        ask.target(path + ".to", e.to());
      }
      case Effect.GenerateEnergy e -> {
        if (e.energy() == EnergyType.COLORLESS) {
          add(path + ".energy", "must not be colorless");
        }
        ask.amount(path + ".count", e.count());
        ask.target(path + ".to", e.to());
      }
      case Effect.MoveEnergy e -> {
        ask.target(path + ".from", e.from());
        ask.filter(path + ".where", e.where());
        ask.amount(path + ".count", e.count());
        ask.target(path + ".to", e.to());
      }
      case Effect.DiscardEnergy e -> {
        ask.player(path + ".by", e.by());
        ask.target(path + ".from", e.from());
        ask.filter(path + ".where", e.where());
        ask.amount(path + ".count", e.count());
        e.as().ifPresent(ask::keep);
      }
      case Effect.ReturnEnergy e -> {
        ask.target(path + ".from", e.from());
        ask.filter(path + ".where", e.where());
        ask.amount(path + ".count", e.count());
      }
      case Effect.DiscardTools e -> ask.target(path + ".from", e.from());
      case Effect.ExtraEnergy e -> positive(path + ".count", e.count());
      case Effect.ExtraSupporter e -> positive(path + ".count", e.count());
      case Effect.Return e -> {
        ask.target(path + ".target", e.target());
        notBench(path + ".to", e.to());
        e.attached().ifPresent(to -> notBench(path + ".attached", to));
      }
      case Effect.Evolve e -> {
        ask.target(path + ".target", e.target());
        ask.filter(path + ".where", e.where());
      }
      case Effect.Devolve e -> {
        ask.target(path + ".target", e.target());
        notBench(path + ".to", e.to());
      }
      case Effect.KnockOut e -> ask.target(path + ".target", e.target());
      case Effect.Damage e -> {
        ask.amount(path + ".amount", e.amount());
        ask.target(path + ".target", e.target());
      }
      case Effect.Recoil e -> ask.amount(path + ".amount", e.amount());
      case Effect.PlaceCounters e -> {
        ask.amount(path + ".count", e.count());
        ask.target(path + ".target", e.target());
      }
      case Effect.SpreadCounters e -> {
        ask.amount(path + ".count", e.count());
        ask.filter(path + ".where", e.where());
      }
      case Effect.MoveCounters e -> {
        ask.target(path + ".from", e.from());
        ask.target(path + ".to", e.to());
        ask.amount(path + ".count", e.count());
      }
      case Effect.Heal e -> {
        ask.target(path + ".target", e.target());
        ask.amount(path + ".amount", e.amount());
      }
      case Effect.Apply e -> {
        ask.target(path + ".target", e.target());
        e.strength().ifPresent(strength -> positive(path + ".strength", strength));
        boolean hasNumber =
            switch (e.condition()) {
              case POISONED, BURNED, CONFUSED -> true;
              case ASLEEP, PARALYZED -> false;
            };
        if (!hasNumber && e.strength().isPresent()) {
          add(path + ".strength", "must be absent: this condition does no damage");
        }
      }
      case Effect.Cure e -> ask.target(path + ".target", e.target());
      case Effect.Flip e -> {
        ask.amount(path + ".count", e.count());
        e.as().ifPresent(ask::keep);
      }
      case Effect.FlipUntilTails e -> e.as().ifPresent(ask::keep);
      case Effect.If e -> {
        ask.condition(path + ".when", e.when());
        effects(path + ".then", e.then());
        e.otherwise().ifPresent(otherwise -> effects(path + ".otherwise", otherwise));
      }
      case Effect.May e -> {
        ask.player(path + ".who", e.who());
        effects(path + ".then", e.then());
        e.otherwise().ifPresent(otherwise -> effects(path + ".otherwise", otherwise));
      }
      case Effect.ChooseOne e -> {
        ask.player(path + ".who", e.who());
        if (e.options().size() < 2) {
          add(path + ".options", "must be at least two");
        }
        for (int i = 0; i < e.options().size(); i++) {
          effects(path + ".options[" + i + "].effects", e.options().get(i).effects());
        }
      }
      case Effect.ForEach e -> {
        ask.target(path + ".in", e.in());
        ask.keep("it");
        effects(path + ".effects", e.effects());
      }
      case Effect.Repeat e -> {
        ask.amount(path + ".times", e.times());
        effects(path + ".effects", e.effects());
      }
      case Effect.Let e -> {
        ask.amount(path + ".amount", e.amount());
        ask.keep(e.as());
      }
      case Effect.Pick e -> {
        ask.target(path + ".target", e.target());
        ask.keep(e.as());
      }
      case Effect.CopyAttack e -> ask.target(path + ".of", e.of());
      case Effect.Grant e -> {
        ask.target(path + ".to", e.to());
        ask.given(path + ".gives", e.gives());
        if (e.gives().isOfPlayer()) {
          add(path + ".gives", "must be about Pokémon: this one is about a player (grant_player)");
        }
      }
      case Effect.GrantPlayer e -> ask.given(path + ".gives", e.gives());
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
}
