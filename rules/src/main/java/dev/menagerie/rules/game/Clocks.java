package dev.menagerie.rules.game;

import dev.menagerie.rules.config.RulesConfig;
import dev.menagerie.rules.state.Event;
import dev.menagerie.rules.state.Event.ClockKind;
import dev.menagerie.rules.state.GameState;
import dev.menagerie.rules.state.GameStatus;
import dev.menagerie.rules.state.Pending;
import dev.menagerie.rules.state.Seat;
import dev.menagerie.rules.state.Table;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Works out what a command has done to the clock. */
final class Clocks {
  private Clocks() {}

  static ClockChange after(GameState state, Engine e, @Nullable Command command) {
    Table before = state.table();
    Table now = e.t;
    ClockChange change = change(before, now, e.rules().timer(), command);
    switch (change) {
      case ClockChange.Keep _ -> {}
      case ClockChange.Start _, ClockChange.Resume _ -> set(e, ClockKind.TURN, true);
      case ClockChange.PauseAndStart _ ->
          set(e, ClockKind.CHOICE, !isNewTurn(before, now) && before.clockTurnStarted());
      case ClockChange.Extend _ -> set(e, before.clockKind(), before.clockTurnStarted());
      case ClockChange.Stop _ -> set(e, ClockKind.NONE, true);
    }
    return change;
  }

  private static void set(Engine e, ClockKind kind, boolean turnStarted) {
    e.emit(new Event.ClockChanged(e.t.clock() + 1, kind, turnStarted));
  }

  private static boolean isNewTurn(Table before, Table now) {
    return before.turn() != now.turn() || before.round() != now.round();
  }

  private static ClockChange change(
      Table before, Table now, RulesConfig.Timer timer, @Nullable Command command) {
    Seat actor = now.toAct();
    if (actor == null) {
      return before.clockKind() == ClockKind.NONE && now.status() != GameStatus.FINISHED
          ? new ClockChange.Keep()
          : new ClockChange.Stop();
    }
    if (command instanceof Command.GrantGrace) {
      return new ClockChange.Extend(Duration.ofMillis(timer.graceMs()));
    }
    ClockChange turn = new ClockChange.Start(Duration.ofMillis(timer.turnMs()));
    if (now.status() == GameStatus.SETUP) {
      boolean same = before.toAct() == actor && before.status() == GameStatus.SETUP;
      boolean expired = command instanceof Command.ExpireClock;
      return same && !expired && before.clockKind() != ClockKind.NONE
          ? new ClockChange.Keep()
          : turn;
    }
    if (actor != now.turnSeat()) {
      return isSameChoice(before, now)
          ? new ClockChange.Keep()
          : new ClockChange.PauseAndStart(Duration.ofMillis(timer.choiceMs()));
    }
    if (isNewTurn(before, now) || !before.clockTurnStarted()) {
      return turn;
    }
    return before.clockKind() == ClockKind.CHOICE
        ? new ClockChange.Resume()
        : new ClockChange.Keep();
  }

  private static boolean isSameChoice(Table before, Table now) {
    Pending was = before.pending();
    Pending is = now.pending();
    return was != null && is != null && was.number() == is.number();
  }
}
