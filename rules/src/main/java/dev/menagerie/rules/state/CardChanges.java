package dev.menagerie.rules.state;

import dev.menagerie.rules.card.Destination;
import java.util.Arrays;
import java.util.List;

/** What events do to cards outside play: piles, and the names cards get in hidden ones. */
final class CardChanges {
  private CardChanges() {}

  private static void rename(Table t, int instance) {
    if (t.namesShared) {
      t.generation = t.generation.clone();
      t.namesShared = false;
    }
    t.generation[instance]++;
  }

  static void take(Table t, Seat seat, Pile pile, int instance) {
    Side side = t.side(seat);
    side.replace(pile, Ints.without(side.pile(pile), instance));
  }

  /** On top of its owner's pile. */
  static void put(Table t, Pile pile, int instance) {
    Side side = t.sides[t.owner[instance]];
    side.replace(pile, Ints.with(side.pile(pile), instance));
    if (pile.hidden()) {
      rename(t, instance);
    }
  }

  static void move(Table t, Seat seat, Pile from, Pile to, int ref) {
    take(t, seat, from, Ref.instance(ref));
    put(t, to, Ref.instance(ref));
  }

  static void moveAll(Table t, Seat seat, Pile from, Pile to, List<Integer> refs) {
    Side side = t.side(seat);
    int[] pile = side.pile(from);
    int count = refs.size();
    int[] moved = new int[count];
    boolean fromTop = count <= pile.length;
    for (int i = 0; i < count; i++) {
      moved[i] = Ref.instance(refs.get(i));
      fromTop = fromTop && pile[pile.length - 1 - i] == moved[i];
    }
    if (fromTop) {
      side.replace(from, Arrays.copyOf(pile, pile.length - count));
    } else {
      for (int instance : moved) {
        take(t, seat, from, instance);
      }
    }
    side.replace(to, Ints.withAll(side.pile(to), moved));
    if (to.hidden()) {
      for (int instance : moved) {
        rename(t, instance);
      }
    }
  }

  /** Where a destination is; a deck's bottom is its first place. */
  static void putAt(Table t, Destination to, int instance) {
    switch (to) {
      case HAND -> put(t, Pile.HAND, instance);
      case DECK, DECK_TOP -> put(t, deckOf(t, instance), instance);
      case DECK_BOTTOM -> {
        Side side = t.sides[t.owner[instance]];
        Pile deck = deckOf(t, instance);
        side.replace(deck, Ints.withFirst(side.pile(deck), instance));
        rename(t, instance);
      }
      case DISCARD -> put(t, Pile.DISCARD, instance);
      case BENCH -> throw new IllegalStateException("a card is benched by its own event");
    }
  }

  static void putAll(Table t, Destination to, int[] instances) {
    for (int instance : instances) {
      putAt(t, to, instance);
    }
  }

  /** Cards go back to the deck they came from, and those of an energy deck to that. */
  private static Pile deckOf(Table t, int instance) {
    int seat = t.owner[instance];
    boolean fromEnergyDeck =
        instance >= t.setting.deckEnd(seat) && instance < t.setting.energyDeckEnd(seat);
    return fromEnergyDeck ? Pile.ENERGY_DECK : Pile.DECK;
  }

  static void moved(Table t, Event.CardsMoved e) {
    List<Integer> cards = e.before();
    for (int i = 0; i < cards.size(); i++) {
      int instance = Ref.instance(cards.get(i));
      take(t, e.seat(), e.from(), instance);
      putAt(t, e.to(), instance);
    }
  }

  static void shuffled(Table t, Event.DeckShuffled e) {
    int[] order = Ints.array(e.order());
    t.side(e.seat()).replace(Pile.DECK, order);
    for (int instance : order) {
      rename(t, instance);
    }
  }
}
