package dev.menagerie.rules.game;

import dev.menagerie.rules.card.Destination;
import dev.menagerie.rules.query.PlayerLimits;
import dev.menagerie.rules.state.ChoiceKind;
import dev.menagerie.rules.state.Event;
import dev.menagerie.rules.state.Pokemon;
import dev.menagerie.rules.state.Seat;
import java.util.List;
import java.util.Objects;

/** Removes Pokémon when the bench becomes smaller than their number. */
final class BenchLimit {
  private BenchLimit() {}

  /**
   * The player discards as many benched Pokémon as are too many; that is no knock-out.
   *
   * @param next the step that follows
   */
  static boolean keep(Execution execution, RunningFrame frame, Seat seat, int next) {
    int surplus = PlayerLimits.benchSurplus(execution.table, seat);
    if (surplus > 0) {
      int[] bench = new int[execution.table.benchCount(seat)];
      for (int i = 0; i < bench.length; i++) {
        bench[i] = execution.table.benched(seat, i).serial();
      }
      List<Integer> chosen =
          execution.choose(
              frame,
              seat,
              ChoiceKind.POKEMON,
              surplus,
              surplus,
              bench,
              "Choose Pokémon to discard: your bench is too full.");
      if (chosen == null) {
        return false;
      }
      for (int serial : chosen) {
        Pokemon pokemon = Objects.requireNonNull(execution.table.find(serial));
        execution.emit(
            new Event.LeftPlay(
                seat,
                serial,
                execution.topRef(pokemon),
                Destination.DISCARD,
                Destination.DISCARD,
                false,
                false));
      }
    }
    frame.next(next);
    return true;
  }
}
