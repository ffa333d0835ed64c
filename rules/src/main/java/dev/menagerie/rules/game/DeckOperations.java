package dev.menagerie.rules.game;

import dev.menagerie.rules.card.Destination;
import dev.menagerie.rules.card.Effect;
import dev.menagerie.rules.card.Player;
import dev.menagerie.rules.card.Zone;
import dev.menagerie.rules.state.ChoiceKind;
import dev.menagerie.rules.state.Event;
import dev.menagerie.rules.state.Ints;
import dev.menagerie.rules.state.Pile;
import dev.menagerie.rules.state.Seat;
import dev.menagerie.rules.state.Table;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Operations that look through a deck or at its top. */
final class DeckOperations {
  private static final String LOOKED = "#looked";

  private DeckOperations() {}

  static boolean search(Engine e, Fr f, Effect.Search search) {
    Seat seat = f.seat;
    int count = Questions.amount(e.t, f, search.count());
    if (search.to() == Destination.BENCH) {
      count = Math.min(count, e.rules().bench().max() - e.t.benchCount(seat));
    }
    List<Integer> chosen =
        CardOperations.pick(e, f, seat, seat, Zone.DECK, search.where(), 0, count);
    if (chosen == null) {
      return false;
    }
    search.as().ifPresent(name -> f.set(name, chosen));
    int[] cards = Ints.array(chosen);
    boolean shown = search.reveal().orElse(search.where().isPresent());
    if (search.to() == Destination.DECK_TOP || search.to() == Destination.DECK_BOTTOM) {
      e.shuffle(seat);
      CardOperations.move(e, f, seat, Pile.DECK, search.to(), cards, shown);
      return true;
    }
    CardOperations.move(e, f, seat, Pile.DECK, search.to(), cards, shown);
    if (search.to() != Destination.DECK) {
      e.shuffle(seat);
    }
    return true;
  }

  static boolean lookAtTop(Engine e, Fr f, Effect.LookAtTop look) {
    Seat of = Questions.seat(f, look.of().orElse(Player.YOU));
    int[] top = top(e.t, of, Questions.amount(e.t, f, look.count()));
    if (top.length == 0) {
      return true;
    }
    lookedAt(e, f, of, top);
    int take = Math.min(Questions.amount(e.t, f, look.take()), top.length);
    if (look.to() == Destination.BENCH) {
      take = Math.min(take, Math.max(0, e.rules().bench().max() - e.t.benchCount(of)));
    }
    int[] options = CardOperations.sorted(e.t, CardOperations.matching(e, f, top, look.where()));
    List<Integer> chosen =
        look.where().isEmpty()
            ? e.choose(f, f.seat, ChoiceKind.CARDS, take, take, options, "Choose cards to take.")
            : e.ask(
                f,
                f.seat,
                ChoiceKind.CARDS,
                0,
                take,
                Ints.list(options),
                List.of(),
                "Choose cards to take.");
    if (chosen == null) {
      return false;
    }
    int[] taken = Ints.array(chosen);
    int[] rest = ordered(e, f, look, Ints.withoutAll(top, taken));
    if (rest == null) {
      return false;
    }
    f.set(LOOKED + f.at, List.of());
    CardOperations.move(e, f, of, Pile.DECK, look.to(), taken, look.where().isPresent());
    if (look.ordered().orElse(false) && look.rest() == Destination.DECK_TOP) {
      CardOperations.move(e, f, of, Pile.DECK, look.rest(), Ints.reversed(rest), false);
    } else if (look.rest() != Destination.DECK_TOP) {
      CardOperations.move(e, f, of, Pile.DECK, look.rest(), rest, false);
    }
    return true;
  }

  /** The rest as it will lie, topmost first, or null: its player has been asked. */
  private static int @Nullable [] ordered(Engine e, Fr f, Effect.LookAtTop look, int[] rest) {
    if (!look.ordered().orElse(false) || rest.length < 2) {
      return rest;
    }
    List<Integer> order =
        e.ask(
            f,
            f.seat,
            ChoiceKind.CARDS,
            rest.length,
            rest.length,
            Ints.list(CardOperations.sorted(e.t, rest)),
            List.of(),
            "Choose the order, the topmost first.");
    return order == null ? null : Ints.array(order);
  }

  /** Told once, though the step may begin again after the choice. */
  private static void lookedAt(Engine e, Fr f, Seat of, int[] top) {
    if (f.get(LOOKED + f.at).isEmpty()) {
      f.set(LOOKED + f.at, 1);
      e.emit(
          new Event.CardsLookedAt(f.seat, of, Pile.DECK, Ints.list(CardOperations.refs(e.t, top))));
    }
  }

  /** The top cards of a deck, topmost first. */
  private static int[] top(Table t, Seat seat, int count) {
    int deck = t.count(seat, Pile.DECK);
    int[] top = new int[Math.max(0, Math.min(count, deck))];
    for (int i = 0; i < top.length; i++) {
      top[i] = t.card(seat, Pile.DECK, deck - 1 - i);
    }
    return top;
  }

  static boolean mill(Engine e, Fr f, Effect.Mill mill) {
    int count = Questions.amount(e.t, f, mill.count());
    for (Seat seat : CardOperations.seats(f, mill.who())) {
      e.move(seat, Pile.DECK, Destination.DISCARD, top(e.t, seat, count), true, seat);
    }
    return true;
  }

  static boolean revealTop(Engine e, Fr f, Effect.RevealTop reveal) {
    int count = Questions.amount(e.t, f, reveal.count());
    for (Seat seat : CardOperations.seats(f, reveal.who())) {
      int[] top = top(e.t, seat, count);
      e.emit(new Event.CardsRevealed(seat, Pile.DECK, Ints.list(CardOperations.refs(e.t, top))));
    }
    return true;
  }
}
