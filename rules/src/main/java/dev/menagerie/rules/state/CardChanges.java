package dev.menagerie.rules.state;

import dev.menagerie.rules.card.Destination;
import java.util.Arrays;
import java.util.List;

/** Applies events to cards outside play: piles, and the names of cards in hidden ones. */
final class CardChanges {
  private CardChanges() {}

  private static void rename(Table table, int instance) {
    if (table.namesShared) {
      table.generation = table.generation.clone();
      table.namesShared = false;
    }
    table.generation[instance]++;
  }

  static void take(Table table, Seat seat, Pile pile, int instance) {
    Side side = table.side(seat);
    side.replace(pile, Ints.without(side.pile(pile), instance));
  }

  /** On top of its owner's pile. */
  static void put(Table table, Pile pile, int instance) {
    Side side = table.sides[table.owner[instance]];
    side.replace(pile, Ints.with(side.pile(pile), instance));
    if (pile.hidden()) {
      rename(table, instance);
    }
  }

  static void move(Table table, Seat seat, Pile from, Pile to, int ref) {
    take(table, seat, from, Ref.instance(ref));
    put(table, to, Ref.instance(ref));
  }

  static void moveAll(Table table, Seat seat, Pile from, Pile to, List<Integer> refs) {
    Side side = table.side(seat);
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
        take(table, seat, from, instance);
      }
    }
    side.replace(to, Ints.withAll(side.pile(to), moved));
    if (to.hidden()) {
      for (int instance : moved) {
        rename(table, instance);
      }
    }
  }

  /** Where a destination is; a deck's bottom is its first place. */
  static void putAt(Table table, Destination to, int instance) {
    switch (to) {
      case HAND -> put(table, Pile.HAND, instance);
      case DECK, DECK_TOP -> put(table, deckOf(table, instance), instance);
      case DECK_BOTTOM -> {
        Side side = table.sides[table.owner[instance]];
        Pile deck = deckOf(table, instance);
        side.replace(deck, Ints.withFirst(side.pile(deck), instance));
        rename(table, instance);
      }
      case DISCARD -> put(table, Pile.DISCARD, instance);
      case BENCH -> throw new IllegalStateException("a card is benched by its own event");
    }
  }

  static void putAll(Table table, Destination to, int[] instances) {
    for (int instance : instances) {
      putAt(table, to, instance);
    }
  }

  /** Cards go back to the deck they came from, and those of an energy deck to that. */
  private static Pile deckOf(Table table, int instance) {
    return table.isOfEnergyDeck(instance) ? Pile.ENERGY_DECK : Pile.DECK;
  }

  static void moved(Table table, Event.CardsMoved event) {
    List<Integer> cards = event.before();
    for (int i = 0; i < cards.size(); i++) {
      int instance = Ref.instance(cards.get(i));
      take(table, event.seat(), event.from(), instance);
      putAt(table, event.to(), instance);
    }
  }

  static void shuffled(Table table, Event.DeckShuffled event) {
    int[] order = Ints.array(event.order());
    table.side(event.seat()).replace(Pile.DECK, order);
    for (int instance : order) {
      rename(table, instance);
    }
  }
}
