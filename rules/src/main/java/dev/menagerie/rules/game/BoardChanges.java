package dev.menagerie.rules.game;

import dev.menagerie.rules.card.Destination;
import dev.menagerie.rules.card.Trigger;
import dev.menagerie.rules.query.Energies;
import dev.menagerie.rules.state.Event;
import dev.menagerie.rules.state.Pile;
import dev.menagerie.rules.state.Pokemon;
import dev.menagerie.rules.state.Seat;

/** Changes on the board that operations and procedures of the game share. */
final class BoardChanges {
  private BoardChanges() {}

  /** Discards energy cards that may not be on the Pokémon they are on. */
  static void discardMisplaced(Execution execution, int serial) {
    Pokemon holder = execution.table.find(serial);
    int card = holder == null ? -1 : Energies.misplaced(execution.table, holder);
    while (holder != null && card >= 0) {
      detach(execution, holder, card, Destination.DISCARD);
      holder = execution.table.find(serial);
      card = holder == null ? -1 : Energies.misplaced(execution.table, holder);
    }
  }

  /** The bench Pokémon becomes Active; the Active, if there is one, takes its place. */
  static void change(Execution execution, Pokemon up) {
    Pokemon former = execution.table.active(up.seat());
    execution.emit(
        new Event.ActiveChanged(
            up.seat(),
            up.serial(),
            execution.topRef(up),
            former == null ? -1 : former.serial(),
            former == null ? -1 : execution.topRef(former)));
    Pokemon now = execution.table.active(up.seat());
    if (now != null) {
      Triggers.fire(execution, now, trigger -> trigger instanceof Trigger.BecomesActive, -1);
    }
  }

  static void detach(Execution execution, Pokemon holder, int instance, Destination to) {
    execution.emit(
        new Event.Detached(
            holder.seat(),
            holder.serial(),
            execution.topRef(holder),
            execution.table.ref(instance),
            to,
            execution.refAt(instance, to)));
  }

  static void takePrize(Execution execution, Seat seat, int index) {
    int card = execution.table.card(seat, Pile.PRIZES, index);
    execution.emit(new Event.PrizeTaken(seat, index, execution.table.refIn(card, Pile.HAND)));
  }
}
