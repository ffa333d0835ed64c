package dev.menagerie.rules.game;

import dev.menagerie.rules.card.Player;
import dev.menagerie.rules.card.SpecialCondition;
import dev.menagerie.rules.card.Static;
import dev.menagerie.rules.card.Trigger;
import dev.menagerie.rules.config.RulesConfig;
import dev.menagerie.rules.query.StaticReach;
import dev.menagerie.rules.query.StaticSource;
import dev.menagerie.rules.query.Statics;
import dev.menagerie.rules.state.EndReason;
import dev.menagerie.rules.state.Event;
import dev.menagerie.rules.state.Frame;
import dev.menagerie.rules.state.Phase;
import dev.menagerie.rules.state.Pokemon;
import dev.menagerie.rules.state.Seat;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** How a turn ends: what fires then, the checkup, the next turn. */
final class TurnEnd {
  // The steps, in this order.
  private static final int KNOCK_OUTS_OF_ACTION = 0;
  private static final int END_TRIGGERS = KnockOutTriggers.LAST_STEP_OF_ACTION;
  private static final int KNOCK_OUTS_OF_TRIGGERS = 2;
  private static final int CHECKUP = 3;
  private static final int KNOCK_OUTS_OF_CHECKUP = 4;
  private static final int END_DONE = 5;

  private TurnEnd() {}

  static boolean step(Execution execution, RunningFrame frame) {
    Seat seat = execution.table.turnSeat();
    switch (frame.at) {
      case KNOCK_OUTS_OF_ACTION -> {
        frame.next(END_TRIGGERS);
        KnockOuts.ifDue(execution);
      }
      case END_TRIGGERS -> {
        frame.next(KNOCK_OUTS_OF_TRIGGERS);
        Triggers.fire(
            execution,
            trigger -> trigger instanceof Trigger.TurnEnd(Player of) ? of : null,
            seat,
            Triggers.AT_TURN_END);
      }
      case KNOCK_OUTS_OF_TRIGGERS -> {
        frame.next(CHECKUP);
        KnockOuts.ifDue(execution);
      }
      case CHECKUP -> {
        frame.next(KNOCK_OUTS_OF_CHECKUP);
        execution.emit(new Event.TurnEnded(seat, execution.table.turn()));
        execution.phase(Phase.CHECKUP);
        conditions(execution, seat);
        Triggers.fire(
            execution,
            trigger -> trigger instanceof Trigger.Checkup ? Player.BOTH : null,
            seat,
            Triggers.AT_CHECKUP);
      }
      case KNOCK_OUTS_OF_CHECKUP -> {
        frame.next(END_DONE);
        KnockOuts.ifDue(execution);
      }
      default -> nextTurn(execution, seat);
    }
    return true;
  }

  private static void nextTurn(Execution execution, Seat seat) {
    RulesConfig.Limits limits = execution.rules().limits();
    if (execution.table.turn() >= limits.turns()) {
      execution.emit(new Event.GameEnded(Optional.empty(), EndReason.TURN_LIMIT));
      return;
    }
    if (execution.table.activity().idleTurns() >= 2 * limits.idleTurns()) {
      execution.emit(new Event.GameEnded(Optional.empty(), EndReason.ABANDONED));
      return;
    }
    execution.stack.pop();
    execution.stack.push(RunningFrame.procedure(Frame.Kind.TURN_START, seat.other()));
  }

  /**
   * Poison of both, then burn, then sleep, then paralysis of a Pokémon that began its own turn with
   * it.
   */
  private static void conditions(Execution execution, Seat seat) {
    Seat first = Triggers.firstInOrder(execution);
    List<Seat> order = List.of(first, first.other());
    for (Seat side : order) {
      poison(execution, side);
    }
    for (Seat side : order) {
      burn(execution, side);
    }
    for (Seat side : order) {
      Pokemon active = execution.table.active(side);
      if (active != null && active.has(SpecialCondition.ASLEEP) && execution.flip(side)) {
        SpecialConditions.end(execution, active, SpecialCondition.ASLEEP);
      }
    }
    Pokemon active = execution.table.active(seat);
    if (active != null
        && active.has(SpecialCondition.PARALYZED)
        && active.paralyzedIn() < execution.table.turn()) {
      SpecialConditions.end(execution, active, SpecialCondition.PARALYZED);
    }
  }

  private static void poison(Execution execution, Seat side) {
    Pokemon active = execution.table.active(side);
    if (active == null || !active.has(SpecialCondition.POISONED)) {
      return;
    }
    int own = active.strength(SpecialCondition.POISONED);
    int damage = own > 0 ? own : execution.rules().conditions().poison();
    for (StaticSource source : Statics.of(execution.table)) {
      if (source.gives() instanceof Static.PoisonDamage more
          && StaticReach.touches(execution.table, source, active)) {
        damage += more.by();
      }
    }
    execution.damage(active, damage, false);
  }

  private static void burn(Execution execution, Seat side) {
    Pokemon active = execution.table.active(side);
    if (active == null || !active.has(SpecialCondition.BURNED)) {
      return;
    }
    int own = active.strength(SpecialCondition.BURNED);
    execution.damage(active, own > 0 ? own : execution.rules().conditions().burn(), false);
    if (execution.rules().conditions().burnCure() && execution.flip(side)) {
      SpecialConditions.end(
          execution, Objects.requireNonNull(execution.table.active(side)), SpecialCondition.BURNED);
    }
  }
}
