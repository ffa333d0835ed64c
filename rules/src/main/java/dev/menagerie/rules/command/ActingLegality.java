package dev.menagerie.rules.command;

import dev.menagerie.rules.card.SpecialCondition;
import dev.menagerie.rules.card.Static;
import dev.menagerie.rules.query.Attackable;
import dev.menagerie.rules.query.Energies;
import dev.menagerie.rules.query.EnergyCosts;
import dev.menagerie.rules.query.StaticReach;
import dev.menagerie.rules.query.StaticSource;
import dev.menagerie.rules.query.Statics;
import dev.menagerie.rules.query.Targets;
import dev.menagerie.rules.query.Traits;
import dev.menagerie.rules.state.Ints;
import dev.menagerie.rules.state.Pokemon;
import dev.menagerie.rules.state.Seat;
import dev.menagerie.rules.state.Table;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Whether a Pokémon may retreat or attack. */
final class ActingLegality {
  private ActingLegality() {}

  // Retreat

  static @Nullable Rejection retreat(Table table, Command.Retreat retreat) {
    return canRetreat(table, retreat.seat(), retreat.bench());
  }

  private static @Nullable Rejection canRetreat(Table table, Seat seat, int bench) {
    Pokemon active = table.active(seat);
    Pokemon up = Targets.own(table, seat, bench);
    if (active == null || up == null || table.isActive(up)) {
      return new Rejection.NoSuchTarget();
    }
    int allowed = table.rules().retreat().perTurn();
    if (table.counters().retreats() >= allowed) {
      return new Rejection.AlreadyRetreated(allowed);
    }
    if (cannotMove(active)) {
      return new Rejection.CannotMove();
    }
    if (Traits.has(table, active, Static.CannotRetreat.class)) {
      return new Rejection.Forbidden();
    }
    int cost = Traits.retreatCost(table, active);
    return cost > 0 && Energies.units(table, active).length < cost
        ? new Rejection.CannotPayRetreat(cost)
        : null;
  }

  static boolean cannotMove(Pokemon active) {
    return active.has(SpecialCondition.ASLEEP) || active.has(SpecialCondition.PARALYZED);
  }

  static @Nullable Rejection retreat(Table table, Command.RetreatPaying retreat) {
    Rejection rejection = canRetreat(table, retreat.seat(), retreat.bench());
    if (rejection != null) {
      return rejection;
    }
    Pokemon active = Objects.requireNonNull(table.active(retreat.seat()));
    int cost = Traits.retreatCost(table, active);
    int[] paid = Ints.array(retreat.energy());
    for (int i = 0; i < paid.length; i++) {
      boolean twice = Ints.indexOf(paid, paid[i]) != i;
      if (twice || !Ints.contains(Energies.cards(active), paid[i])) {
        return new Rejection.NoSuchCard();
      }
    }
    boolean enough = Energies.worth(table, active, paid) >= cost;
    boolean tooMuch =
        (cost == 0 && paid.length > 0)
            || (!table.rules().retreat().overpay() && isOverpaid(table, active, paid, cost));
    return enough && !tooMuch ? null : new Rejection.CannotPayRetreat(cost);
  }

  /** Whether one of the cards could have stayed. */
  private static boolean isOverpaid(Table table, Pokemon active, int[] paid, int cost) {
    int sum = Energies.worth(table, active, paid);
    for (int card : paid) {
      if (sum - Energies.cardUnits(table, active, card).length >= cost) {
        return true;
      }
    }
    return false;
  }

  // Attack

  static @Nullable Rejection attack(Table table, Command.Attack command) {
    Pokemon active = table.active(command.seat());
    if (active == null) {
      return new Rejection.NoSuchAttack(0);
    }
    Attackable attackable = Attackable.of(table, active);
    if (command.attack() < 0 || command.attack() >= attackable.size()) {
      return new Rejection.NoSuchAttack(attackable.size());
    }
    Pokemon user = attackable.user(command.attack());
    if (isTooEarlyToAttack(table, user)) {
      return new Rejection.NotInFirstTurn();
    }
    if (cannotMove(user)) {
      return new Rejection.CannotMove();
    }
    if (isForbidden(table, user, attackable.name(command.attack()))) {
      return new Rejection.Forbidden();
    }
    int[] cost =
        EnergyCosts.cost(
            table, user, attackable.name(command.attack()), attackable.cost(command.attack()));
    int[] units = Energies.units(table, user);
    return EnergyCosts.pays(cost, units)
        ? null
        : new Rejection.CostNotPaid(EnergyCosts.missing(cost, units));
  }

  private static boolean isForbidden(Table table, Pokemon active, String name) {
    for (StaticSource source : Statics.of(table)) {
      boolean forbids =
          source.gives() instanceof Static.CannotAttack
              || (source.gives() instanceof Static.CannotUseAttack(String which)
                  && which.equals(name));
      if (forbids && StaticReach.touches(table, source, active)) {
        return true;
      }
    }
    return false;
  }

  /** Whether it is the first turn of the game and the Pokémon may not attack in it. */
  static boolean isTooEarlyToAttack(Table table, Pokemon active) {
    return table.turn() == 1
        && !table.rules().firstTurn().attack()
        && !Traits.has(table, active, Static.AttacksInFirstTurn.class);
  }
}
