package dev.menagerie.rules.game;

import dev.menagerie.rules.command.Command;
import dev.menagerie.rules.config.RulesConfig;
import dev.menagerie.rules.state.Event;
import dev.menagerie.rules.state.Event.ClockKind;
import dev.menagerie.rules.state.GameState;
import dev.menagerie.rules.state.GameStatus;
import dev.menagerie.rules.state.PendingChoice;
import dev.menagerie.rules.state.Seat;
import dev.menagerie.rules.state.Table;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Computes how a command changes the clock. */
final class Clocks {
  private Clocks() {}

  static ClockChange after(GameState state, Execution execution, @Nullable Command command) {
    Table before = state.table();
    Table now = execution.table;
    ClockChange change = change(before, now, execution.rules().timer(), command);
    switch (change) {
      case ClockChange.Keep _ -> {}
      case ClockChange.Start _, ClockChange.Resume _ -> set(execution, ClockKind.TURN, true);
      case ClockChange.PauseAndStart _ ->
          set(execution, ClockKind.CHOICE, !isNewTurn(before, now) && before.clock().turnStarted());
      case ClockChange.Extend _ ->
          set(execution, before.clock().kind(), before.clock().turnStarted());
      case ClockChange.Stop _ -> set(execution, ClockKind.NONE, true);
    }
    return change;
  }

  private static void set(Execution execution, ClockKind kind, boolean turnStarted) {
    execution.emit(new Event.ClockChanged(execution.table.clock().number() + 1, kind, turnStarted));
  }

  private static boolean isNewTurn(Table before, Table now) {
    return before.turn() != now.turn() || before.round() != now.round();
  }

  private static ClockChange change(
      Table before, Table now, RulesConfig.Timer timer, @Nullable Command command) {
    Seat actor = now.toAct();
    if (actor == null) {
      return before.clock().kind() == ClockKind.NONE && now.status() != GameStatus.FINISHED
          ? new ClockChange.Keep()
          : new ClockChange.Stop();
    }
    if (command instanceof Command.GrantGrace) {
      return new ClockChange.Extend(Duration.ofMillis(timer.graceMs()));
    }
    if (command instanceof Command.GrantTime grant) {
      return new ClockChange.Extend(grant.time());
    }
    ClockChange turn = new ClockChange.Start(Duration.ofMillis(timer.turnMs()));
    if (now.status() == GameStatus.SETUP) {
      boolean same = before.toAct() == actor && before.status() == GameStatus.SETUP;
      boolean expired = command instanceof Command.ExpireClock;
      return same && !expired && before.clock().kind() != ClockKind.NONE
          ? new ClockChange.Keep()
          : turn;
    }
    if (actor != now.turnSeat()) {
      return isSameChoice(before, now)
          ? new ClockChange.Keep()
          : new ClockChange.PauseAndStart(Duration.ofMillis(timer.choiceMs()));
    }
    if (isNewTurn(before, now) || !before.clock().turnStarted()) {
      return turn;
    }
    return before.clock().kind() == ClockKind.CHOICE
        ? new ClockChange.Resume()
        : new ClockChange.Keep();
  }

  private static boolean isSameChoice(Table before, Table now) {
    PendingChoice was = before.pending();
    PendingChoice is = now.pending();
    return was != null && is != null && was.number() == is.number();
  }
}
