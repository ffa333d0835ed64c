package dev.menagerie.rules.game;

import dev.menagerie.rules.card.Trigger;
import dev.menagerie.rules.state.Event;
import dev.menagerie.rules.state.GameStatus;
import dev.menagerie.rules.state.Pokemon;
import dev.menagerie.rules.state.Seat;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** A Basic comes into play from the hand: placed face down in setup, or played to the bench. */
final class Placement {
  private Placement() {}

  static void play(Execution execution, Seat seat, int card) {
    int serial = execution.table.nextSerial();
    if (execution.table.status() == GameStatus.SETUP) {
      boolean active = execution.table.active(seat) == null;
      execution.emit(new Event.Placed(seat, execution.table.ref(card), serial, active));
      return;
    }
    execution.emit(new Event.PokemonPlayed(seat, execution.table.ref(card), serial));
    Pokemon played = Objects.requireNonNull(execution.table.find(serial));
    List<RunningFrame> fired = new ArrayList<>(0);
    Triggers.collect(
        execution.table, played, trigger -> trigger instanceof Trigger.PlayedToBench, -1, fired);
    Triggers.Some some =
        (context, trigger) ->
            trigger instanceof Trigger.SomeBenched(var of, var where)
                && Triggers.isAbout(execution.table, context, of, where, played);
    Triggers.collectSome(execution.table, some, serial, fired);
    Triggers.push(execution, fired);
  }
}
