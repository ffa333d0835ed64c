package dev.menagerie.rules.game;

import dev.menagerie.rules.card.Condition.Happening;
import dev.menagerie.rules.config.RulesConfig.BothWin;
import dev.menagerie.rules.state.EndReason;
import dev.menagerie.rules.state.Event;
import dev.menagerie.rules.state.Frame;
import dev.menagerie.rules.state.Pile;
import dev.menagerie.rules.state.Seat;
import dev.menagerie.rules.state.Table;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Checks for a winner, by how many conditions, and resolves the case that both win. */
final class Winning {
  /** Bound of successive sudden deaths; after them the game is a tie, so that it ends. */
  private static final int MAX_SUDDEN_DEATHS = 10;

  /** The names under which a knock-out frame keeps the prizes each seat has still to take. */
  static final List<String> OWED = List.of("owed_first", "owed_second");

  private Winning() {}

  /** Ends the game if a player has won; all prizes owed count as taken. */
  static void end(Execution execution, RunningFrame frame) {
    int first = conditionsMet(execution, frame, Seat.FIRST);
    int second = conditionsMet(execution, frame, Seat.SECOND);
    if (first == 0 && second == 0) {
      return;
    }
    for (Seat seat : List.of(execution.table.turnSeat().other(), execution.table.turnSeat())) {
      for (int i = frame.number(OWED.get(seat.index())); i > 0; i--) {
        BoardChanges.takePrize(execution, seat, 0);
      }
    }
    Seat left = execution.rules().win().noPokemonLoses() ? onlyWithPokemon(execution) : null;
    if (left != null) {
      execution.emit(new Event.GameEnded(Optional.of(left), EndReason.NO_POKEMON));
      return;
    }
    if (first == second) {
      bothWin(execution);
      return;
    }
    Seat winner = first > second ? Seat.FIRST : Seat.SECOND;
    execution.emit(new Event.GameEnded(Optional.of(winner), reason(execution, winner)));
  }

  /** The player who still has Pokémon while the other has none, or null. */
  private static @Nullable Seat onlyWithPokemon(Execution execution) {
    boolean first = execution.table.hasPokemon(Seat.FIRST);
    boolean second = execution.table.hasPokemon(Seat.SECOND);
    if (first == second) {
      return null;
    }
    return first ? Seat.FIRST : Seat.SECOND;
  }

  private static int conditionsMet(Execution execution, RunningFrame frame, Seat seat) {
    int owed = frame.number(OWED.get(seat.index()));
    return (hasGoal(execution.table, seat, owed) ? 1 : 0)
        + (execution.table.hasPokemon(seat.other()) ? 0 : 1);
  }

  private static boolean hasGoal(Table table, Seat seat, int owed) {
    return switch (table.rules().prizes().mode()) {
      case CARDS -> owed > 0 && owed >= table.count(seat, Pile.PRIZES);
      case POINTS -> table.points(seat) >= table.goal();
    };
  }

  private static EndReason reason(Execution execution, Seat winner) {
    if (execution.table.round() > 0) {
      return EndReason.SUDDEN_DEATH;
    }
    return switch (execution.rules().prizes().mode()) {
      case CARDS ->
          execution.table.count(winner, Pile.PRIZES) == 0
                  && execution.table.happenedThisTurn(winner, Happening.TOOK_PRIZE)
              ? EndReason.PRIZES
              : EndReason.NO_POKEMON;
      case POINTS ->
          execution.table.points(winner) >= execution.table.goal()
              ? EndReason.POINTS
              : EndReason.NO_POKEMON;
    };
  }

  private static void bothWin(Execution execution) {
    if (execution.rules().win().bothWin() == BothWin.TIE
        || execution.table.round() >= MAX_SUDDEN_DEATHS) {
      execution.emit(
          new Event.GameEnded(Optional.empty(), reason(execution, execution.table.turnSeat())));
      return;
    }
    execution.stack.clear();
    execution.emit(new Event.SuddenDeathBegan(execution.table.round() + 1));
    execution.stack.push(RunningFrame.procedure(Frame.Kind.SETUP, Seat.FIRST));
  }

  /** After prizes or points from an effect: whether that has won the game. */
  static void checkGoal(Execution execution, Seat seat) {
    boolean reached =
        switch (execution.rules().prizes().mode()) {
          case CARDS -> execution.table.count(seat, Pile.PRIZES) == 0;
          case POINTS -> execution.table.points(seat) >= execution.table.goal();
        };
    if (reached) {
      execution.emit(new Event.GameEnded(Optional.of(seat), reason(execution, seat)));
    }
  }
}
