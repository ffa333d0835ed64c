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
    RulesConfig.Timer timer = execution.rules().timer();
    ClockChange change = capped(before, now, timer, change(before, now, timer, command));
    note(before, now, execution, change);
    return change;
  }

  private static void note(Table before, Table now, Execution execution, ClockChange change) {
    switch (change) {
      case ClockChange.Keep _ -> {}
      case ClockChange.Capped(ClockChange.Keep _, _), ClockChange.Uncap _ ->
          set(execution, before.clock().kind(), before.clock().turnStarted());
      case ClockChange.Capped(ClockChange inner, _) -> note(before, now, execution, inner);
      case ClockChange.Start _, ClockChange.Resume _ -> set(execution, ClockKind.TURN, true);
      case ClockChange.PauseAndStart _ ->
          set(execution, ClockKind.CHOICE, !isNewTurn(before, now) && before.clock().turnStarted());
      case ClockChange.Extend _ ->
          set(execution, before.clock().kind(), before.clock().turnStarted());
      case ClockChange.Stop _ -> set(execution, ClockKind.NONE, true);
    }
  }

  /**
   * The clock of a player who is away is shorter. What is cut off a turn's clock is kept for their
   * return, so that leaving neither costs nor earns time. A choice's clock holds the turn's paused
   * one and keeps nothing.
   */
  private static ClockChange capped(
      Table before, Table now, RulesConfig.Timer timer, ClockChange change) {
    Seat actor = now.toAct();
    if (actor == null) {
      return change;
    }
    Duration most = Duration.ofMillis(timer.absenceMs());
    boolean wasAway = before.isAway(actor);
    if (!now.isAway(actor)) {
      boolean isCut = wasAway && before.toAct() == actor && before.clock().kind() == ClockKind.TURN;
      return isCut && change instanceof ClockChange.Keep ? new ClockChange.Uncap() : change;
    }
    return switch (change) {
      case ClockChange.Keep _ ->
          wasAway || before.clock().kind() != ClockKind.TURN
              ? change
              : new ClockChange.Capped(change, most);
      case ClockChange.PauseAndStart(Duration time) ->
          new ClockChange.PauseAndStart(time.compareTo(most) < 0 ? time : most);
      case ClockChange.Start _, ClockChange.Resume _ -> new ClockChange.Capped(change, most);
      case ClockChange.Extend _, ClockChange.Stop _, ClockChange.Capped _, ClockChange.Uncap _ ->
          change;
    };
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
