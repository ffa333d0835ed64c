package dev.menagerie.rules.game;

import dev.menagerie.rules.card.Filter;
import dev.menagerie.rules.card.Place;
import dev.menagerie.rules.card.Player;
import dev.menagerie.rules.card.Trigger;
import dev.menagerie.rules.query.Context;
import dev.menagerie.rules.query.Filters;
import dev.menagerie.rules.query.KnockOutCheck;
import dev.menagerie.rules.query.StaticReach;
import dev.menagerie.rules.query.Targets;
import dev.menagerie.rules.state.Frame;
import dev.menagerie.rules.state.Pokemon;
import dev.menagerie.rules.state.Seat;
import dev.menagerie.rules.state.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Finds the Pokémon that are knocked out and the abilities that answer to it. */
final class KnockOutTriggers {
  /** The step of a turn's end up to which Pokémon are knocked out by the attack itself. */
  static final int LAST_STEP_OF_ACTION = 1;

  private KnockOutTriggers() {}

  /** The Pokémon in play without HP left: the turn player's first, each side's Active first. */
  static List<Pokemon> down(Table table) {
    List<Pokemon> down = new ArrayList<>();
    for (Seat seat : List.of(table.turnSeat(), table.turnSeat().other())) {
      Pokemon active = table.active(seat);
      if (active != null) {
        addIfDown(table, active, down);
      }
      for (int i = 0; i < table.benchCount(seat); i++) {
        addIfDown(table, table.benched(seat, i), down);
      }
    }
    return down;
  }

  private static void addIfDown(Table table, Pokemon pokemon, List<Pokemon> down) {
    if (KnockOutCheck.isDown(table, pokemon)) {
      down.add(pokemon);
    }
  }

  /** Collects the abilities that answer to one knock-out: its own first. */
  static void collect(Execution execution, Pokemon fallen, List<RunningFrame> fired) {
    int attacker = attackerOf(execution, fallen);
    if (attacker >= 0) {
      Triggers.Match match =
          trigger ->
              trigger instanceof Trigger.KnockedOut(Optional<Place> at)
                  && StaticReach.stands(execution.table, fallen, at.orElse(Place.ANYWHERE));
      Triggers.collect(execution.table, fallen, match, attacker, fired);
    }
    for (Seat side : Seat.values()) {
      Pokemon active = execution.table.active(side);
      if (active != null) {
        others(execution, active, fallen, fired);
      }
      for (int i = 0; i < execution.table.benchCount(side); i++) {
        others(execution, execution.table.benched(side, i), fallen, fired);
      }
    }
  }

  private static void others(
      Execution execution, Pokemon holder, Pokemon fallen, List<RunningFrame> fired) {
    Context asking = Context.of(holder.seat(), holder.serial(), -1);
    Triggers.Match match =
        trigger ->
            trigger instanceof Trigger.SomeKnockedOut(Player of, Optional<Filter> where)
                && Targets.seats(asking, of).contains(fallen.seat())
                && (where.isEmpty()
                    || Filters.matches(execution.table, asking, where.get(), fallen));
    Triggers.collect(execution.table, holder, match, fallen.serial(), fired);
  }

  /** The Pokémon of the other player whose attack has just hit this one, or -1. */
  static int attackerOf(Execution execution, Pokemon fallen) {
    RunningFrame end = execution.stack.nearest(Frame.Kind.TURN_END);
    if (end == null || end.at > LAST_STEP_OF_ACTION || fallen.seat() == end.seat) {
      return -1;
    }
    return end.kept(Attacks.HIT).contains(fallen.serial()) ? end.number(Attacks.BY) : -1;
  }
}
