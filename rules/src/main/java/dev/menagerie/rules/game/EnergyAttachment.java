package dev.menagerie.rules.game;

import dev.menagerie.rules.card.CompiledCard;
import dev.menagerie.rules.card.Trigger;
import dev.menagerie.rules.query.Context;
import dev.menagerie.rules.query.Filters;
import dev.menagerie.rules.query.Targets;
import dev.menagerie.rules.state.Event;
import dev.menagerie.rules.state.Pile;
import dev.menagerie.rules.state.Pokemon;
import dev.menagerie.rules.state.Seat;
import java.util.ArrayList;
import java.util.List;

/** Attaches energy and fires the abilities that wait for it. */
final class EnergyAttachment {
  private EnergyAttachment() {}

  /** Attaches a card and fires the triggers of the attachment. */
  static void attach(
      Execution execution, Seat seat, Pile from, int card, Pokemon target, boolean ofTurn) {
    execution.emit(
        new Event.EnergyAttached(
            seat,
            from,
            execution.table.ref(card),
            target.serial(),
            execution.topRef(target),
            ofTurn));
    attached(execution, target.serial(), card, ofTurn || from == Pile.HAND);
  }

  private static void attached(Execution execution, int serial, int card, boolean played) {
    Pokemon holder = execution.table.find(serial);
    if (holder == null) {
      return;
    }
    CompiledCard energy = execution.table.face(card);
    Context asking = Context.of(holder.seat(), serial, card);
    Triggers.Match match =
        trigger ->
            trigger instanceof Trigger.EnergyAttached(var where, var fromHand)
                && (played || !fromHand.orElse(false))
                && (where.isEmpty()
                    || Filters.matches(execution.table, asking, where.get(), energy));
    List<RunningFrame> fired = new ArrayList<>(0);
    Triggers.collect(execution.table, holder, match, -1, fired);
    // Another energy card that waits for its own attaching is not meant.
    fired.removeIf(each -> execution.table.face(each.source).isEnergy() && each.source != card);
    Triggers.Some some =
        (context, trigger) ->
            trigger instanceof Trigger.SomeAttached(var of, var where)
                && Targets.seats(context, of).contains(holder.seat())
                && (where.isEmpty()
                    || Filters.matches(execution.table, context, where.get(), energy));
    Triggers.collectSome(execution.table, some, serial, fired);
    Triggers.push(execution, fired);
  }

  /** Makes energy and attaches it, up to the bound of cards in a game. */
  static void generate(
      Execution execution, Seat seat, int definition, Pokemon target, boolean ofTurn) {
    int instance = execution.table.instances();
    if (instance >= execution.rules().limits().instances()) {
      return;
    }
    execution.emit(
        new Event.EnergyGenerated(
            seat, instance, definition, target.serial(), execution.topRef(target), ofTurn));
    attached(execution, target.serial(), instance, ofTurn);
  }
}
