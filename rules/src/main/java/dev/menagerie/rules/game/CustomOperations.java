package dev.menagerie.rules.game;

import dev.menagerie.rules.card.CustomEffects;
import dev.menagerie.rules.card.Destination;
import dev.menagerie.rules.card.Effect;
import dev.menagerie.rules.config.RulesConfig.PrizeMode;
import dev.menagerie.rules.state.Event;
import dev.menagerie.rules.state.Ints;
import dev.menagerie.rules.state.Pile;

/** What the vocabulary cannot say; every id stands in {@link CustomEffects}. */
final class CustomOperations {
  private CustomOperations() {}

  static boolean run(Engine e, Fr f, Effect.Custom custom) {
    if (custom.id().equals(CustomEffects.REDEAL_PRIZES)) {
      return redealPrizes(e, f);
    }
    throw new IllegalStateException("a catalog with an unknown custom effect: " + custom.id());
  }

  /** The user's prizes are shuffled into the deck, and as many new ones are set. */
  private static boolean redealPrizes(Engine e, Fr f) {
    int count = e.t.count(f.seat, Pile.PRIZES);
    if (e.rules().prizes().mode() != PrizeMode.CARDS || count == 0) {
      return true;
    }
    e.move(f.seat, Pile.PRIZES, Destination.DECK, e.t.cards(f.seat, Pile.PRIZES), false, f.seat);
    int deck = e.t.count(f.seat, Pile.DECK);
    int[] prizes = new int[count];
    for (int i = 0; i < count; i++) {
      prizes[i] = e.t.refIn(e.t.card(f.seat, Pile.DECK, deck - 1 - i), Pile.PRIZES);
    }
    e.emit(new Event.PrizesSet(f.seat, Ints.list(prizes)));
    return true;
  }
}
