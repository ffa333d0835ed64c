package dev.menagerie.rules.game;

import dev.menagerie.rules.command.Defaults;
import dev.menagerie.rules.state.EndReason;
import dev.menagerie.rules.state.Event;
import dev.menagerie.rules.state.GameStatus;
import dev.menagerie.rules.state.Seat;
import java.util.Optional;

/** What happens when the clock of the player to act has run out. */
final class ClockExpiry {
  private ClockExpiry() {}

  /** Passes, answers or places for the player, or ends the game. */
  static void expire(Execution execution, Seat seat) {
    int used = execution.table.timeouts(seat) + 1;
    execution.emit(new Event.TimedOut(seat, used));
    int limit = execution.rules().timer().timeoutsBeforeLoss();
    if (limit > 0 && used >= limit) {
      execution.emit(new Event.GameEnded(Optional.of(seat.other()), EndReason.TIMEOUT));
      return;
    }
    if (execution.table.isAway(seat) && !execution.table.isGone(seat)) {
      execution.emit(new Event.ClaimOpened(seat));
    }
    if (execution.table.status() == GameStatus.ACTIVE && seat == execution.table.turnSeat()) {
      execution.emit(new Event.TurnExpired(true));
    } else if (execution.asked != null) {
      execution.answer(Defaults.of(execution.asked));
    } else {
      if (execution.table.active(seat) == null) {
        Placement.play(execution, seat, Defaults.basic(execution.table, seat));
      }
      Setup.placed(execution);
    }
  }
}
