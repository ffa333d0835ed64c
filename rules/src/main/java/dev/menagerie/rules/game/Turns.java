package dev.menagerie.rules.game;

import dev.menagerie.rules.card.EnergyType;
import dev.menagerie.rules.card.Player;
import dev.menagerie.rules.card.Trigger;
import dev.menagerie.rules.config.RulesConfig.EmptyDeck;
import dev.menagerie.rules.state.EndReason;
import dev.menagerie.rules.state.Event;
import dev.menagerie.rules.state.Phase;
import dev.menagerie.rules.state.Pile;
import dev.menagerie.rules.state.Seat;
import dev.menagerie.rules.state.Table;
import java.util.List;
import java.util.Optional;

/** How a turn begins: the energy of the turn, the draw, and what fires then. */
final class Turns {
  // The steps, in this order.
  private static final int BEGIN = 0;
  private static final int START_TRIGGERS = 1;
  private static final int START_KNOCK_OUTS = 2;
  private static final int START_DONE = 3;

  private Turns() {}

  // Start

  static boolean step(Execution execution, RunningFrame frame) {
    switch (frame.at) {
      case BEGIN -> begin(execution, frame);
      case START_TRIGGERS -> {
        frame.next(START_KNOCK_OUTS);
        Triggers.fire(
            execution,
            trigger -> trigger instanceof Trigger.TurnStart(Player of) ? of : null,
            frame.seat,
            Triggers.AT_TURN_START);
      }
      case START_KNOCK_OUTS -> {
        frame.next(START_DONE);
        KnockOuts.ifDue(execution);
      }
      default -> {
        execution.phase(Phase.MAIN);
        execution.stack.pop();
      }
    }
    return true;
  }

  private static void begin(Execution execution, RunningFrame frame) {
    Table table = execution.table;
    execution.emit(new Event.TurnBegan(frame.seat, table.turn() + 1));
    boolean veryFirst = table.turn() == 1;
    if (!veryFirst || execution.rules().firstTurn().energy()) {
      energyOfTurn(execution, frame.seat);
    }
    frame.next(START_TRIGGERS);
    if (veryFirst && !execution.rules().firstTurn().draw()) {
      return;
    }
    if (table.count(frame.seat, Pile.DECK) == 0) {
      if (execution.rules().win().emptyDeck() == EmptyDeck.LOSES) {
        execution.emit(new Event.GameEnded(Optional.of(frame.seat.other()), EndReason.DECK_OUT));
      }
      return;
    }
    boolean isSecond = table.turn() == 2;
    execution.draw(frame.seat, isSecond ? execution.rules().firstTurn().secondDraws() : 1);
  }

  private static void energyOfTurn(Execution execution, Seat seat) {
    switch (execution.rules().energy().source()) {
      case HAND -> {}
      case ZONE -> turnZone(execution, seat);
      case ENERGY_DECK -> flipEnergy(execution, seat);
    }
  }

  /** Moves the next energy of the zone to the current one and generates a new next one. */
  static void turnZone(Execution execution, Seat seat) {
    execution.emit(
        new Event.ZoneTurned(seat, execution.table.zoneNext(seat), made(execution, seat)));
  }

  static void showNext(Execution execution, Seat seat) {
    execution.emit(new Event.ZoneTurned(seat, Optional.empty(), made(execution, seat)));
  }

  private static Optional<EnergyType> made(Execution execution, Seat seat) {
    List<EnergyType> types = execution.table.setting().energyTypes().get(seat.index());
    if (types.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(types.get(types.size() == 1 ? 0 : execution.chance.below(types.size())));
  }

  /** Turns up the top of the energy deck, unless one still lies there. */
  static void flipEnergy(Execution execution, Seat seat) {
    int left = execution.table.count(seat, Pile.ENERGY_DECK);
    if (left > 0 && execution.table.count(seat, Pile.FLIPPED) == 0) {
      int card = execution.table.card(seat, Pile.ENERGY_DECK, left - 1);
      execution.emit(new Event.EnergyFlipped(seat, execution.table.refIn(card, Pile.FLIPPED)));
    }
  }
}
