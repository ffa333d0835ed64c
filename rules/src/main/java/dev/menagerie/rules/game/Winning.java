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

/** Whether somebody has won, by how many of the conditions, and what if both have. */
final class Winning {
  /** Sudden deaths in a row; after these the game is a tie, so that it ends. */
  private static final int MAX_SUDDEN_DEATHS = 10;

  private Winning() {}

  /** If somebody has won, all that is owed counts as taken and the game is over. */
  static void end(Engine e, Fr f) {
    int first = conditionsMet(e, f, Seat.FIRST);
    int second = conditionsMet(e, f, Seat.SECOND);
    if (first == 0 && second == 0) {
      return;
    }
    for (Seat seat : List.of(e.t.turnSeat().other(), e.t.turnSeat())) {
      for (int i = f.number(KnockOuts.OWED.get(seat.index())); i > 0; i--) {
        KnockOuts.takePrize(e, seat, 0);
      }
    }
    if (first == second) {
      bothWin(e);
      return;
    }
    Seat winner = first > second ? Seat.FIRST : Seat.SECOND;
    e.emit(new Event.GameEnded(Optional.of(winner), reason(e, winner)));
  }

  private static int conditionsMet(Engine e, Fr f, Seat seat) {
    int owed = f.number(KnockOuts.OWED.get(seat.index()));
    return (hasGoal(e.t, seat, owed) ? 1 : 0) + (e.t.hasPokemon(seat.other()) ? 0 : 1);
  }

  private static boolean hasGoal(Table t, Seat seat, int owed) {
    return switch (t.rules().prizes().mode()) {
      case CARDS -> owed > 0 && owed >= t.count(seat, Pile.PRIZES);
      case POINTS -> t.points(seat) >= t.goal();
    };
  }

  private static EndReason reason(Engine e, Seat winner) {
    if (e.t.round() > 0) {
      return EndReason.SUDDEN_DEATH;
    }
    return switch (e.rules().prizes().mode()) {
      case CARDS ->
          e.t.count(winner, Pile.PRIZES) == 0 && e.t.happenedThisTurn(winner, Happening.TOOK_PRIZE)
              ? EndReason.PRIZES
              : EndReason.NO_POKEMON;
      case POINTS -> e.t.points(winner) >= e.t.goal() ? EndReason.POINTS : EndReason.NO_POKEMON;
    };
  }

  private static void bothWin(Engine e) {
    if (e.rules().win().bothWin() == BothWin.TIE || e.t.round() >= MAX_SUDDEN_DEATHS) {
      e.emit(new Event.GameEnded(Optional.empty(), reason(e, e.t.turnSeat())));
      return;
    }
    e.stack.clear();
    e.emit(new Event.SuddenDeathBegan(e.t.round() + 1));
    e.push(Fr.procedure(Frame.Kind.SETUP, Seat.FIRST));
  }

  /** After prizes or points from an effect: whether that has won the game. */
  static void checkGoal(Engine e, Seat seat) {
    boolean reached =
        switch (e.rules().prizes().mode()) {
          case CARDS -> e.t.count(seat, Pile.PRIZES) == 0;
          case POINTS -> e.t.points(seat) >= e.t.goal();
        };
    if (reached) {
      e.emit(new Event.GameEnded(Optional.of(seat), reason(e, seat)));
    }
  }
}
