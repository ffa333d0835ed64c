package dev.menagerie.rules.game;

import dev.menagerie.rules.card.CustomEffects;
import dev.menagerie.rules.card.Destination;
import dev.menagerie.rules.card.Effect;
import dev.menagerie.rules.config.RulesConfig.PrizeMode;
import dev.menagerie.rules.state.Event;
import dev.menagerie.rules.state.Ints;
import dev.menagerie.rules.state.Pile;

/** Effects beyond the vocabulary; every id is listed in {@link CustomEffects}. */
final class CustomOperations {
  private CustomOperations() {}

  static boolean run(Execution execution, RunningFrame frame, Effect.Custom custom) {
    if (custom.id().equals(CustomEffects.REDEAL_PRIZES)) {
      return redealPrizes(execution, frame);
    }
    throw new IllegalStateException("a catalog with an unknown custom effect: " + custom.id());
  }

  /** The user's prizes are shuffled into the deck, and as many new ones are set. */
  private static boolean redealPrizes(Execution execution, RunningFrame frame) {
    int count = execution.table.count(frame.seat, Pile.PRIZES);
    if (execution.rules().prizes().mode() != PrizeMode.CARDS || count == 0) {
      return true;
    }
    execution.move(
        frame.seat,
        Pile.PRIZES,
        Destination.DECK,
        execution.table.cards(frame.seat, Pile.PRIZES),
        false,
        frame.seat);
    int deck = execution.table.count(frame.seat, Pile.DECK);
    int[] prizes = new int[count];
    for (int i = 0; i < count; i++) {
      prizes[i] =
          execution.table.refIn(
              execution.table.card(frame.seat, Pile.DECK, deck - 1 - i), Pile.PRIZES);
    }
    execution.emit(new Event.PrizesSet(frame.seat, Ints.list(prizes)));
    return true;
  }
}
