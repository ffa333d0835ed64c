package dev.menagerie.bots;

import dev.menagerie.rules.card.Amount;
import dev.menagerie.rules.card.Condition;
import dev.menagerie.rules.card.EnergyType;
import dev.menagerie.rules.card.Filter;
import dev.menagerie.rules.card.Place;
import dev.menagerie.rules.card.Player;
import dev.menagerie.rules.card.Target;
import dev.menagerie.rules.view.View;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Estimates an amount from one Pokémon's view. Coins count half, hidden values count as their mean;
 * the rest is read from the view.
 */
final class AmountEstimate {
  /** Coins fall heads half the time, flipped until tails once in the mean. */
  static final double EVEN = 0.5;

  private final BotView sight;
  private final View.InPlay self;
  private final double flips;

  /**
   * @param flips coins that the program has flipped before
   */
  AmountEstimate(BotView sight, View.InPlay self, double flips) {
    this.sight = sight;
    this.self = self;
    this.flips = flips;
  }

  double of(Amount amount) {
    return switch (amount) {
      case Amount.Fixed(var n) -> n;
      case Amount.Sum(var parts) -> parts.stream().mapToDouble(this::of).sum();
      case Amount.Times(var each, var count) -> of(each) * of(count);
      case Amount.Difference(var from, var take) -> Math.max(0, of(from) - of(take));
      case Amount.Smaller(var left, var right) -> Math.min(of(left), of(right));
      case Amount.Larger(var left, var right) -> Math.max(of(left), of(right));
      case Amount.Heads _, Amount.Tails _ -> flips * EVEN;
      case Amount.EnergyOn(var on, var energy) -> energies(on, energy);
      case Amount.CountersOn(var on) ->
          targets(on).stream().mapToInt(View.InPlay::damage).sum() / 10.0;
      case Amount.PokemonInPlay in -> inPlay(in.of(), in.at(), in.where()).size();
      case Amount.CardsIn in -> cardsIn(in);
      case Amount.PrizesTaken(var of) -> prizesTaken(of);
      case Amount.PrizesLeft(var of) -> side(of).prizesRemaining();
      case Amount.Chosen _, Amount.ChosenThat _, Amount.Kept _ -> 2;
      case Amount.RetreatCost(var of) ->
          targets(of).stream().mapToInt(p -> sight.pokemon(p).retreat()).sum();
      case Amount.HpOf(var of) -> targets(of).stream().mapToInt(View.InPlay::hp).sum();
      case Amount.HpLeft(var of) ->
          targets(of).stream().mapToInt(p -> Math.max(0, p.hp() - p.damage())).sum();
      case Amount.HalfOf(var whole) -> of(whole) / 2;
      case Amount.DamageDone() -> 30;
      case Amount.Either either ->
          mixed(
              chance(either.when()),
              of(either.then()),
              either.otherwise().map(this::of).orElse(0.0));
    };
  }

  private static double mixed(double chance, double then, double otherwise) {
    return chance * then + (1 - chance) * otherwise;
  }

  /** How likely a condition holds. */
  double chance(Condition condition) {
    return switch (condition) {
      case Condition.Heads _, Condition.Tails _ -> EVEN;
      case Condition.AtLeast(var left, var right) -> of(left) >= of(right) ? 1 : 0;
      case Condition.AtMost(var left, var right) -> of(left) <= of(right) ? 1 : 0;
      case Condition.Same(var left, var right) -> of(left) == of(right) ? 1 : 0;
      case Condition.InPlay in -> inPlay(in.of(), in.at(), in.where()).isEmpty() ? 0 : 1;
      case Condition.Is(var target, var where) -> {
        List<View.InPlay> targets = targets(target);
        yield !targets.isEmpty() && targets.stream().allMatch(p -> matches(p, where)) ? 1 : 0;
      }
      case Condition.StadiumInPlay(var named) ->
          sight
                  .view()
                  .stadium()
                  .filter(s -> named.isEmpty() || sight.card(s.card()).name().equals(named.get()))
                  .isPresent()
              ? 1
              : 0;
      case Condition.TurnOf(var of) -> of == Player.OPPONENT ? 0 : 1;
      case Condition.FirstTurn _ -> 0;
      case Condition.AnyChosen _, Condition.Happened _ -> EVEN;
      case Condition.AllOf(var all) -> all.stream().mapToDouble(this::chance).min().orElse(1);
      case Condition.AnyOf(var any) -> any.stream().mapToDouble(this::chance).max().orElse(0);
      case Condition.Not(var not) -> 1 - chance(not);
    };
  }

  List<View.InPlay> targets(Target target) {
    return switch (target) {
      case Target.Self() -> List.of(self);
      case Target.Active(var of) -> inPlay(of, Optional.of(Place.ACTIVE), Optional.empty());
      case Target.Every(var of, var at, var where) -> inPlay(of, at, where);
      case Target.Choose choose -> {
        List<View.InPlay> all = inPlay(choose.of(), choose.at(), choose.where());
        long most = Math.round(choose.max().map(this::of).orElse(1.0));
        yield all.stream().limit(most).toList();
      }
      case Target.Chosen _, Target.Other() -> List.of();
    };
  }

  List<View.InPlay> inPlay(Player of, Optional<Place> at, Optional<Filter> where) {
    List<View.InPlay> all =
        switch (of) {
          case YOU -> placed(sight.mine(), at);
          case OPPONENT -> placed(sight.theirs(), at);
          case BOTH -> {
            List<View.InPlay> both = new ArrayList<>(placed(sight.mine(), at));
            both.addAll(placed(sight.theirs(), at));
            yield both;
          }
        };
    return where.map(filter -> all.stream().filter(p -> matches(p, filter)).toList()).orElse(all);
  }

  private List<View.InPlay> placed(View.Side side, Optional<Place> at) {
    return switch (at.orElse(Place.ANYWHERE)) {
      case ACTIVE -> side.active().map(List::of).orElse(List.of());
      case BENCH -> side.bench();
      case ANYWHERE -> sight.inPlay(side);
    };
  }

  private boolean matches(View.InPlay pokemon, Filter where) {
    return new Matches(sight, self).inPlay(pokemon, where);
  }

  private double energies(Target on, Optional<EnergyType> type) {
    return targets(on).stream()
        .flatMap(pokemon -> sight.energies(pokemon).stream())
        .filter(unit -> type.isEmpty() || unit.contains(type.get()))
        .count();
  }

  private double cardsIn(Amount.CardsIn in) {
    View.Side side = side(in.of().orElse(Player.YOU));
    return switch (in.zone()) {
      case DECK -> side.deckCount();
      case HAND -> side.handCount();
      case PRIZES -> side.prizes().size();
      case ENERGY_DECK -> 1;
      case DISCARD ->
          side.discard().stream()
              .filter(card ->
                  in.where().isEmpty()
                      || new Matches(sight, self).card(sight.card(card.card()), in.where().get()))
              .count();
    };
  }

  private double prizesTaken(Player of) {
    return switch (sight.rules().prizes().mode()) {
      case CARDS -> Math.max(0, sight.rules().prizes().count() - side(of).prizesRemaining());
      case POINTS -> side(of).points();
    };
  }

  private View.Side side(Player of) {
    return of == Player.OPPONENT ? sight.theirs() : sight.mine();
  }
}
