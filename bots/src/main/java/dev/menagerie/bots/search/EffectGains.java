package dev.menagerie.bots.search;

import dev.menagerie.rules.card.Amount;
import dev.menagerie.rules.card.Destination;
import dev.menagerie.rules.card.Effect;
import dev.menagerie.rules.card.Player;
import dev.menagerie.rules.card.Span;
import dev.menagerie.rules.card.Static;
import dev.menagerie.rules.card.Target;
import dev.menagerie.rules.card.Zone;
import dev.menagerie.rules.query.Context;
import dev.menagerie.rules.query.Targets;
import dev.menagerie.rules.query.Traits;
import dev.menagerie.rules.state.Pile;
import dev.menagerie.rules.state.Pokemon;
import dev.menagerie.rules.state.Seat;
import dev.menagerie.rules.state.Table;
import java.util.List;
import java.util.Optional;

/** Scores the programs of Trainers and abilities on a laid out game. */
final class EffectGains {
  private static final double CARD = 1.06;
  private static final double FOUND_CARD = 5.42;
  private static final double OTHER = 5.0;
  private static final double ENERGY = 7.94;
  private static final double DECIDING = 60.0;

  private static final double HIT_POINT = 0.0375;
  private static final double DANGER = 12.4;
  private static final double HEALED = 0.309;
  private static final double RETURNED = 10.0;

  /** Below this a change of the Active is not worth its price. */
  static final double MARGIN = 15.0;

  private final Table table;
  private final Seat seat;
  private final Context context;

  EffectGains(Table table, Seat seat, Context context) {
    this.table = table;
    this.seat = seat;
    this.context = context;
  }

  double of(List<Effect> effects) {
    double gain = 0;
    for (Effect effect : effects) {
      gain += of(effect);
    }
    return gain;
  }

  private double amount(Amount amount) {
    return Forecast.amount(table, context, amount, 1);
  }

  private double of(Effect effect) {
    return switch (effect) {
      case Effect.Draw(var count, var who) -> draw(amount(count), who);
      case Effect.DrawUntil(var size, _) ->
          CARD * Math.max(0, amount(size) - table.count(seat, Pile.HAND) + 1);
      case Effect.MoveAll move ->
          move.from() == Zone.HAND && move.to() == Destination.DECK
              ? -CARD * (table.count(seat, Pile.HAND) - 1)
              : 0;
      case Effect.Search search -> FOUND_CARD * Math.min(2, amount(search.count()));
      case Effect.LookAtTop look -> FOUND_CARD * amount(look.take());
      case Effect.DiscardHand discard ->
          (discard.who().orElse(Player.YOU) == Player.YOU ? -0.7 : 1)
              * CARD
              * amount(discard.count());
      case Effect.RandomFromHand random -> CARD * amount(random.count());
      case Effect.Heal(var target, var amount) ->
          healed(target, amount.map(this::amount).orElse(200.0));
      case Effect.Gust _ -> gust();
      case Effect.Switch change ->
          change.of().orElse(Player.YOU) == Player.YOU ? bestChange() : OTHER;
      case Effect.AttachEnergy _, Effect.GenerateEnergy _, Effect.ExtraEnergy _ -> ENERGY;
      case Effect.MoveEnergy _ -> 1;
      case Effect.Evolve _ -> 40;
      case Effect.If branch -> {
        double chance = Forecast.chance(table, context, branch.when());
        yield chance * of(branch.then())
            + (1 - chance) * branch.otherwise().map(this::of).orElse(0.0);
      }
      case Effect.May may -> Math.max(0, of(may.then()));
      case Effect.ChooseOne choose -> {
        double best = 0;
        for (Effect.Option option : choose.options()) {
          best = Math.max(best, of(option.effects()));
        }
        yield best;
      }
      case Effect.Grant(Static.DamageDealt(var by, _), _, var until) ->
          until == Span.THIS_TURN ? boost(amount(by)) : OTHER;
      case Effect.GrantPlayer(Static.DamageDealt(var by, _), _, var until) ->
          until == Span.THIS_TURN ? boost(amount(by)) : OTHER;
      case Effect.EndTurn() -> -60;
      case Effect.KnockOut(var target) -> target instanceof Target.Self ? -80 : 100;
      case Effect.Return _ -> -RETURNED;
      case Effect.Flip _, Effect.FlipUntilTails _, Effect.Shuffle _, Effect.Mill _, Effect.Cure _ ->
          0;
      case Effect.PlaceCounters(var count, var target) ->
          (hitsOwn(target) ? -10 : 10) * amount(count);
      case Effect other -> OTHER;
    };
  }

  private boolean hitsOwn(Target target) {
    for (int serial : Targets.of(table, context, target)) {
      Pokemon hit = table.find(serial);
      if (hit != null && hit.seat() == seat) {
        return true;
      }
    }
    return false;
  }

  private double draw(double count, Optional<Player> who) {
    double mine = CARD * Math.min(count, Math.max(0, table.count(seat, Pile.DECK) - 1));
    return who.orElse(Player.YOU) == Player.YOU ? mine : 0.3 * mine;
  }

  private double healed(Target target, double amount) {
    int damage = 0;
    for (int serial : Targets.of(table, context, target)) {
      Pokemon healed = table.find(serial);
      damage = healed == null ? damage : Math.max(damage, healed.damage());
    }
    return damage >= 20 ? Math.min(damage, amount) * HEALED : 0;
  }

  /** More damage in this turn is worth a card if it knocks out what would have lived. */
  private double boost(double by) {
    Pokemon active = table.active(seat);
    Pokemon facing = table.active(seat.other());
    if (active == null || facing == null) {
      return 0;
    }
    double damage = Forecast.mostDamage(table, active, facing, 0);
    int left = Forecast.left(table, facing);
    return damage > 0 && damage < left && damage + by >= left ? DECIDING : 0;
  }

  /** How much more one could take from the bench than from the Active. */
  private double gust() {
    Pokemon active = table.active(seat);
    Pokemon facing = table.active(seat.other());
    if (active == null || facing == null) {
      return OTHER;
    }
    double then = 0;
    for (int i = 0; i < table.benchCount(seat.other()); i++) {
      then = Math.max(then, Forecast.best(table, active, table.benched(seat.other(), i), 0));
    }
    return then - Forecast.best(table, active, facing, 0) - MARGIN;
  }

  private double bestChange() {
    double best = 0;
    for (int i = 0; i < table.benchCount(seat); i++) {
      best = Math.max(best, change(table.benched(seat, i), MARGIN));
    }
    return best;
  }

  /** The gain of having another Pokémon in the active spot. */
  double change(Pokemon up, double price) {
    Pokemon active = table.active(seat);
    Pokemon facing = table.active(seat.other());
    if (active == null || facing == null) {
      return 0;
    }
    return inFront(up, facing) - inFront(active, facing) - price;
  }

  private double inFront(Pokemon mine, Pokemon facing) {
    return Forecast.best(table, mine, facing, 0)
        - danger(mine, facing)
        + Forecast.left(table, mine) * HIT_POINT;
  }

  /** The loss that the opposing Pokémon threatens in its next turn. */
  double danger(Pokemon mine, Pokemon facing) {
    double threat = Forecast.mostDamage(table, facing, mine, 1);
    return threat >= Forecast.left(table, mine) ? DANGER * Traits.worth(table, mine) : 0;
  }
}
