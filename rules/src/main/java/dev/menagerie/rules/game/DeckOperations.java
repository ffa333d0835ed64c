package dev.menagerie.rules.game;

import dev.menagerie.rules.card.Destination;
import dev.menagerie.rules.card.Effect;
import dev.menagerie.rules.card.Filter;
import dev.menagerie.rules.card.Player;
import dev.menagerie.rules.card.Zone;
import dev.menagerie.rules.query.Amounts;
import dev.menagerie.rules.query.Cards;
import dev.menagerie.rules.query.PlayerLimits;
import dev.menagerie.rules.query.Targets;
import dev.menagerie.rules.state.ChoiceKind;
import dev.menagerie.rules.state.Event;
import dev.menagerie.rules.state.Ints;
import dev.menagerie.rules.state.Pile;
import dev.menagerie.rules.state.Seat;
import dev.menagerie.rules.state.Table;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Operations that look through a deck or at its top. */
final class DeckOperations {
  private static final String LOOKED = "#looked";

  private DeckOperations() {}

  static boolean search(Execution execution, RunningFrame frame, Effect.Search search) {
    Seat seat = frame.seat;
    int count = Amounts.of(execution.table, frame, search.count());
    if (search.to() == Destination.BENCH) {
      count = Math.min(count, room(execution, seat));
    }
    boolean any = search.where().map(Filter.Any.class::isInstance).orElse(true);
    int min = any && !execution.rules().search().anyMayFail() ? Math.min(1, count) : 0;
    List<Integer> chosen =
        CardOperations.pick(execution, frame, seat, seat, Zone.DECK, search.where(), min, count);
    if (chosen == null) {
      return false;
    }
    search.as().ifPresent(name -> frame.set(name, chosen));
    int[] cards = Ints.array(chosen);
    boolean shown = search.reveal().orElse(search.where().isPresent());
    if (search.to() == Destination.DECK_TOP || search.to() == Destination.DECK_BOTTOM) {
      execution.shuffle(seat);
      CardOperations.move(execution, frame, seat, Pile.DECK, search.to(), cards, shown);
      return true;
    }
    CardOperations.move(execution, frame, seat, Pile.DECK, search.to(), cards, shown);
    if (search.to() != Destination.DECK) {
      execution.shuffle(seat);
    }
    return true;
  }

  /** The number of Pokémon that the bench still has room for. */
  private static int room(Execution execution, Seat seat) {
    Table table = execution.table;
    return Math.max(0, PlayerLimits.benchSize(table, seat) - table.benchCount(seat));
  }

  static boolean lookAtTop(Execution execution, RunningFrame frame, Effect.LookAtTop look) {
    Seat of = Targets.seat(frame, look.of().orElse(Player.YOU));
    int[] top = top(execution.table, of, Amounts.of(execution.table, frame, look.count()));
    if (top.length == 0) {
      return true;
    }
    lookedAt(execution, frame, of, top);
    int take = Math.min(Amounts.of(execution.table, frame, look.take()), top.length);
    if (look.to() == Destination.BENCH) {
      take = Math.min(take, room(execution, of));
    }
    int[] options =
        Cards.sorted(execution.table, Cards.matching(execution.table, frame, top, look.where()));
    List<Integer> chosen =
        look.where().isEmpty()
            ? execution.choose(
                frame, frame.seat, ChoiceKind.CARDS, take, take, options, "Choose cards to take.")
            : execution.ask(
                frame,
                frame.seat,
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
    int[] rest = ordered(execution, frame, look, Ints.withoutAll(top, taken));
    if (rest == null) {
      return false;
    }
    frame.set(LOOKED + frame.at, List.of());
    CardOperations.move(
        execution, frame, of, Pile.DECK, look.to(), taken, look.where().isPresent());
    if (look.ordered().orElse(false) && look.rest() == Destination.DECK_TOP) {
      CardOperations.move(execution, frame, of, Pile.DECK, look.rest(), Ints.reversed(rest), false);
    } else if (look.rest() != Destination.DECK_TOP) {
      CardOperations.move(execution, frame, of, Pile.DECK, look.rest(), rest, false);
    }
    return true;
  }

  /** The rest as it will lie, topmost first, or null: its player has been asked. */
  private static int @Nullable [] ordered(
      Execution execution, RunningFrame frame, Effect.LookAtTop look, int[] rest) {
    if (!look.ordered().orElse(false) || rest.length < 2) {
      return rest;
    }
    List<Integer> order =
        execution.ask(
            frame,
            frame.seat,
            ChoiceKind.CARDS,
            rest.length,
            rest.length,
            Ints.list(Cards.sorted(execution.table, rest)),
            List.of(),
            "Choose the order, the topmost first.");
    return order == null ? null : Ints.array(order);
  }

  /** Reported once, though the step may begin again after the choice. */
  private static void lookedAt(Execution execution, RunningFrame frame, Seat of, int[] top) {
    if (frame.kept(LOOKED + frame.at).isEmpty()) {
      frame.set(LOOKED + frame.at, 1);
      execution.emit(
          new Event.CardsLookedAt(
              frame.seat, of, Pile.DECK, Ints.list(Cards.refs(execution.table, top))));
    }
  }

  /** The top cards of a deck, topmost first. */
  private static int[] top(Table table, Seat seat, int count) {
    int deck = table.count(seat, Pile.DECK);
    int[] top = new int[Math.max(0, Math.min(count, deck))];
    for (int i = 0; i < top.length; i++) {
      top[i] = table.card(seat, Pile.DECK, deck - 1 - i);
    }
    return top;
  }

  static boolean mill(Execution execution, RunningFrame frame, Effect.Mill mill) {
    int count = Amounts.of(execution.table, frame, mill.count());
    int[] all = Ints.NONE;
    for (Seat seat : CardOperations.seats(frame, mill.who())) {
      int[] top = top(execution.table, seat, count);
      all = Ints.withAll(all, top);
      execution.move(seat, Pile.DECK, Destination.DISCARD, top, true, seat);
    }
    keep(frame, mill.as(), all);
    return true;
  }

  private static void keep(RunningFrame frame, Optional<String> name, int[] cards) {
    name.ifPresent(as -> frame.set(as, Ints.list(cards)));
  }

  static boolean revealTop(Execution execution, RunningFrame frame, Effect.RevealTop reveal) {
    int count = Amounts.of(execution.table, frame, reveal.count());
    int[] all = Ints.NONE;
    for (Seat seat : CardOperations.seats(frame, reveal.who())) {
      int[] top = top(execution.table, seat, count);
      all = Ints.withAll(all, top);
      shown(execution, frame, reveal.to().orElse(Player.BOTH), seat, top);
    }
    keep(frame, reveal.as(), all);
    return true;
  }

  private static void shown(
      Execution execution, RunningFrame frame, Player to, Seat of, int[] cards) {
    List<Integer> refs = Ints.list(Cards.refs(execution.table, cards));
    execution.emit(
        to == Player.BOTH
            ? new Event.CardsRevealed(of, Pile.DECK, refs)
            : new Event.CardsLookedAt(Targets.seat(frame, to), of, Pile.DECK, refs));
  }
}
