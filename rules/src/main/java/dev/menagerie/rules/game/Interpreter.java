package dev.menagerie.rules.game;

import dev.menagerie.rules.command.Defaults;
import dev.menagerie.rules.query.KnockOutCheck;
import dev.menagerie.rules.state.EndReason;
import dev.menagerie.rules.state.Event;
import dev.menagerie.rules.state.Frame;
import dev.menagerie.rules.state.GameStatus;
import dev.menagerie.rules.state.Seat;
import dev.menagerie.rules.state.Table;
import java.util.Optional;

/** Runs an execution step by step until a player must act or the game is over. */
final class Interpreter {
  /**
   * Steps that one command may take. A board full of triggers takes some hundreds; more means that
   * cards trigger each other without end.
   */
  private static final int MAX_STEPS = 20_000;

  private Interpreter() {}

  /** Runs until a player must act. A run over the bound ends the game as a tie. */
  static void run(Execution execution) {
    for (int steps = 0; !execution.over(); steps++) {
      if (steps > MAX_STEPS) {
        execution.stack.clear();
        execution.emit(new Event.GameEnded(Optional.empty(), EndReason.GAME_LIMIT));
        return;
      }
      if (execution.asked != null) {
        if (!isOutOfTime(execution, execution.asked.seat())) {
          return;
        }
        execution.answer(Defaults.of(execution.asked));
        continue;
      }
      RunningFrame frame = execution.stack.top();
      if (frame == null) {
        if (!begin(execution)) {
          return;
        }
      } else if (!step(execution, frame) && execution.asked == null) {
        return;
      }
    }
  }

  /** Begins what must happen before the turn player may act; false if nothing must. */
  private static boolean begin(Execution execution) {
    if (KnockOutCheck.due(execution.table)) {
      execution.stack.push(
          RunningFrame.procedure(Frame.Kind.KNOCK_OUTS, execution.table.turnSeat()));
      return true;
    }
    if (execution.table.clock().expired()) {
      execution.stack.push(RunningFrame.procedure(Frame.Kind.TURN_END, execution.table.turnSeat()));
      return true;
    }
    return false;
  }

  /** In an expired turn its player gets default answers instead of questions. */
  private static boolean isOutOfTime(Execution execution, Seat seat) {
    Table table = execution.table;
    return table.clock().expired()
        && table.status() == GameStatus.ACTIVE
        && seat == table.turnSeat();
  }

  /** Does one step of the topmost frame; false if it waits for a player. */
  private static boolean step(Execution execution, RunningFrame frame) {
    return switch (frame.kind) {
      case SETUP -> Setup.step(execution, frame);
      case TURN_START -> Turns.step(execution, frame);
      case TURN_END -> TurnEnd.step(execution, frame);
      case ATTACK -> Attacks.step(execution, frame);
      case TRAINER -> Trainers.step(execution, frame);
      case RETREAT -> Retreats.step(execution, frame);
      case KNOCK_OUTS -> KnockOuts.step(execution, frame);
      case PROGRAM -> Programs.step(execution, frame);
    };
  }
}
