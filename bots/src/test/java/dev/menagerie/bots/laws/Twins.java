package dev.menagerie.bots.laws;

import dev.menagerie.rules.card.Destination;
import dev.menagerie.rules.config.RulesConfig.EnergySource;
import dev.menagerie.rules.state.Event;
import dev.menagerie.rules.state.GameState;
import dev.menagerie.rules.state.Pile;
import dev.menagerie.rules.state.Ref;
import dev.menagerie.rules.state.Seat;
import dev.menagerie.rules.state.Table;
import dev.menagerie.rules.view.Viewer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Two games that differ only in what one viewer may not know: who of the hidden cards lies where.
 *
 * @param left as it was, but that every hidden card was taken up and put back
 * @param right the same, but that the cards were put back in another order
 */
record Twins(GameState left, GameState right) {
  /** Cards on top of the viewer's own deck that stay, since the viewer is going to draw them. */
  static final int KEPT = 15;

  static Twins of(GameState state, Viewer viewer, SplittableRandom random) {
    GameState left = state;
    GameState right = state;
    for (Seat seat : Seat.values()) {
      boolean own = viewer.equals(Viewer.seat(seat));
      int[] cards = hidden(state.table(), seat, own);
      left = dealtAgain(left, seat, own, cards);
      right = dealtAgain(right, seat, own, exchanged(cards, own ? KEPT : 0, random));
    }
    return new Twins(left, right);
  }

  /** The cards in the prizes, in the opponent's hand and in the deck, from the bottom up. */
  private static int[] hidden(Table t, Seat seat, boolean own) {
    int[] cards = join(t.cards(seat, Pile.PRIZES), own ? new int[0] : hand(t, seat));
    return join(cards, t.cards(seat, Pile.DECK));
  }

  /**
   * Without energy from an energy deck: energy in hand has been returned from play in public and
   * would go back to that deck.
   */
  private static int[] hand(Table t, Seat seat) {
    boolean energyDeck = t.rules().energy().source() == EnergySource.ENERGY_DECK;
    return Arrays.stream(t.cards(seat, Pile.HAND))
        .filter(card -> !(energyDeck && t.face(card).isEnergy()))
        .toArray();
  }

  private static int[] join(int[] lower, int[] upper) {
    int[] both = Arrays.copyOf(lower, lower.length + upper.length);
    System.arraycopy(upper, 0, both, lower.length, upper.length);
    return both;
  }

  private static int[] exchanged(int[] cards, int kept, SplittableRandom random) {
    int[] exchanged = cards.clone();
    for (int i = cards.length - 1 - kept; i > 0; i--) {
      int j = random.nextInt(i + 1);
      int card = exchanged[i];
      exchanged[i] = exchanged[j];
      exchanged[j] = card;
    }
    return exchanged;
  }

  /** By events, so that a twin is a game that the rules themselves could have come to. */
  private static GameState dealtAgain(GameState from, Seat seat, boolean own, int[] cards) {
    int prizes = from.table().count(seat, Pile.PRIZES);
    int[] taken = own ? new int[0] : hand(from.table(), seat);
    int hand = taken.length;
    GameState state = toDeck(from, seat, Pile.PRIZES, from.table().cards(seat, Pile.PRIZES));
    state = toDeck(state, seat, Pile.HAND, taken);
    state = state.evolve(new Event.DeckShuffled(seat, boxed(cards)));
    state = state.evolve(new Event.PrizesSet(seat, refs(state, cards, 0, prizes)));
    List<Integer> drawn = refs(state, cards, prizes, prizes + hand);
    return state.evolve(new Event.CardsDrawn(seat, drawn));
  }

  private static GameState toDeck(GameState state, Seat seat, Pile pile, int[] cards) {
    List<Integer> refs = refs(state, cards, 0, cards.length);
    return state.evolve(
        new Event.CardsMoved(seat, pile, Destination.DECK, refs, refs, false, seat));
  }

  private static List<Integer> refs(GameState state, int[] cards, int from, int to) {
    List<Integer> refs = new ArrayList<>();
    for (int i = from; i < to; i++) {
      refs.add(state.table().ref(cards[i]));
    }
    return refs;
  }

  private static List<Integer> boxed(int[] cards) {
    return Arrays.stream(cards).boxed().toList();
  }

  /** The cards events name, without the names they go by. */
  static List<Integer> instances(List<Integer> refs) {
    return refs.stream().map(Ref::instance).toList();
  }
}
