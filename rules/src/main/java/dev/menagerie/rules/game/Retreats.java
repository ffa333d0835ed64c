package dev.menagerie.rules.game;

import dev.menagerie.rules.card.Destination;
import dev.menagerie.rules.query.Energies;
import dev.menagerie.rules.query.RetreatPayment;
import dev.menagerie.rules.query.Traits;
import dev.menagerie.rules.state.ChoiceKind;
import dev.menagerie.rules.state.Event;
import dev.menagerie.rules.state.Ints;
import dev.menagerie.rules.state.Pokemon;
import dev.menagerie.rules.state.Seat;
import java.util.List;
import java.util.Objects;

/** A retreat: what pays for it, and the change of places. */
final class Retreats {
  private Retreats() {}

  /** Asks for the payment; {@code self} goes to the bench, {@code other} becomes Active. */
  static boolean step(Execution execution, RunningFrame frame) {
    Pokemon active = execution.table.find(frame.self);
    Pokemon bench = execution.table.find(frame.other);
    if (active == null || bench == null) {
      execution.stack.pop();
      return true;
    }
    int cost = Traits.retreatCost(execution.table, active);
    int[] energy = Energies.cards(active);
    int[] worths = RetreatPayment.worths(execution.table, active, energy);
    List<Integer> paid =
        execution.ask(
            frame,
            frame.seat,
            ChoiceKind.ENERGY,
            RetreatPayment.fewest(worths, cost),
            energy.length,
            Ints.list(energy),
            List.of(),
            "Choose energy to discard for the retreat.",
            cost,
            Ints.list(worths));
    if (paid == null) {
      return false;
    }
    execution.stack.pop();
    retreat(execution, active, bench, Ints.array(paid));
    return true;
  }

  static void retreat(Execution execution, Pokemon active, Pokemon bench, int[] paid) {
    Seat seat = active.seat();
    int serial = active.serial();
    for (int instance : paid) {
      BoardChanges.detach(
          execution,
          Objects.requireNonNull(execution.table.find(serial)),
          instance,
          Destination.DISCARD);
    }
    execution.emit(new Event.Retreated(seat, serial, execution.topRef(active)));
    BoardChanges.change(execution, bench);
  }
}
