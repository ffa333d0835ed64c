package dev.menagerie.rules.game;

import dev.menagerie.rules.card.Destination;
import dev.menagerie.rules.config.RulesConfig.EnergySource;
import dev.menagerie.rules.config.RulesConfig.NoBasic;
import dev.menagerie.rules.config.RulesConfig.PrizeMode;
import dev.menagerie.rules.state.ChoiceKind;
import dev.menagerie.rules.state.Event;
import dev.menagerie.rules.state.Frame;
import dev.menagerie.rules.state.Ints;
import dev.menagerie.rules.state.Pile;
import dev.menagerie.rules.state.Pokemon;
import dev.menagerie.rules.state.Seat;
import dev.menagerie.rules.state.Table;
import java.util.List;
import java.util.Objects;

/** From two decks to the first turn. */
final class Setup {
  /**
   * Bound of redraws until a hand contains a Basic. A legal deck with a single Basic reaches it
   * once in 10^50 games.
   */
  private static final int MAX_REDRAWS = 1_000;

  private static final String FIRST = "first";

  // The steps, in this order.
  private static final int BEGIN = 0;
  private static final int ASK_FIRST = 1;
  private static final int PLACE_FIRST = 2;
  private static final int PLACE_SECOND = 3;
  private static final int PRIZES = 4;
  private static final int EXTRA_OF_FIRST = 5;
  private static final int EXTRA_OF_SECOND = 6;

  private Setup() {}

  static boolean step(Execution execution, RunningFrame frame) {
    return switch (frame.at) {
      case BEGIN -> begin(execution, frame);
      case ASK_FIRST -> askFirst(execution, frame);
      case PLACE_FIRST -> place(execution, first(frame));
      case PLACE_SECOND -> place(execution, first(frame).other());
      case PRIZES -> prizes(execution, frame);
      case EXTRA_OF_FIRST -> extra(execution, frame, first(frame));
      case EXTRA_OF_SECOND -> extra(execution, frame, first(frame).other());
      default -> reveal(execution, frame);
    };
  }

  private static Seat first(RunningFrame frame) {
    return Seat.of(frame.number(FIRST));
  }

  private static boolean begin(Execution execution, RunningFrame frame) {
    Seat winner = execution.chance.flip() ? Seat.FIRST : Seat.SECOND;
    execution.emit(new Event.FirstFlipped(winner));
    frame.set("winner", winner.index());
    frame.next(ASK_FIRST);
    return true;
  }

  private static boolean askFirst(Execution execution, RunningFrame frame) {
    Seat winner = Seat.of(frame.number("winner"));
    List<Integer> answer =
        execution.ask(
            frame,
            winner,
            ChoiceKind.GO_FIRST,
            1,
            1,
            List.of(0, 1),
            List.of("go_first", "go_second"),
            "Do you go first or second?");
    if (answer == null) {
      return false;
    }
    Seat first = answer.getFirst() == 0 ? winner : winner.other();
    execution.emit(new Event.FirstChosen(first));
    frame.set(FIRST, first.index());
    deal(execution, first);
    frame.next(PLACE_FIRST);
    return true;
  }

  private static void deal(Execution execution, Seat first) {
    int size = execution.rules().opening().handSize();
    boolean guaranteed = execution.rules().opening().noBasic() == NoBasic.GUARANTEED;
    for (Seat seat : List.of(first, first.other())) {
      shuffle(execution, seat, guaranteed, size);
      execution.draw(seat, size);
    }
    for (int redraws = 0; ; redraws++) {
      boolean firstHas = hasBasic(execution.table, first);
      boolean secondHas = hasBasic(execution.table, first.other());
      if (firstHas && secondHas) {
        return;
      }
      boolean alone = firstHas != secondHas;
      for (Seat seat : List.of(first, first.other())) {
        if (seat == first ? !firstHas : !secondHas) {
          redraw(execution, seat, alone, redraws >= MAX_REDRAWS, size);
        }
      }
    }
  }

  private static void redraw(
      Execution execution, Seat seat, boolean alone, boolean guaranteed, int size) {
    int[] hand = execution.table.cards(seat, Pile.HAND);
    for (int i = 0; i < hand.length; i++) {
      hand[i] = execution.table.ref(hand[i]);
    }
    execution.emit(new Event.MulliganTaken(seat, Ints.list(hand), alone));
    shuffle(execution, seat, guaranteed, size);
    execution.draw(seat, size);
  }

  /** Deals a hand with a Basic; each such hand has the same probability. */
  private static void shuffle(Execution execution, Seat seat, boolean guaranteed, int size) {
    int[] order = execution.shuffled(execution.table.cards(seat, Pile.DECK));
    for (int tries = 0; guaranteed && !basicOnTop(execution.table, order, size); tries++) {
      order = tries < MAX_REDRAWS ? execution.shuffled(order) : basicRaised(execution.table, order);
    }
    execution.emit(new Event.DeckShuffled(seat, Ints.list(order)));
  }

  private static boolean basicOnTop(Table table, int[] order, int size) {
    for (int i = Math.max(0, order.length - size); i < order.length; i++) {
      if (table.face(order[i]).isBasicPokemon()) {
        return true;
      }
    }
    return false;
  }

  private static int[] basicRaised(Table table, int[] order) {
    for (int i = 0; i < order.length; i++) {
      if (table.face(order[i]).isBasicPokemon()) {
        int card = order[i];
        order[i] = order[order.length - 1];
        order[order.length - 1] = card;
        return order;
      }
    }
    throw new IllegalStateException("a deck without a Basic was not refused");
  }

  static boolean hasBasic(Table table, Seat seat) {
    for (int i = 0; i < table.count(seat, Pile.HAND); i++) {
      if (table.face(table.card(seat, Pile.HAND, i)).isBasicPokemon()) {
        return true;
      }
    }
    return false;
  }

  private static boolean place(Execution execution, Seat seat) {
    if (execution.table.placing().filter(seat::equals).isEmpty()) {
      execution.emit(new Event.PlacingBegan(seat));
    }
    return false;
  }

  /** Called when a player has finished placing. */
  static void placed(Execution execution) {
    RunningFrame frame = Objects.requireNonNull(execution.stack.top());
    frame.flags = 0;
    frame.next(frame.at + 1);
  }

  private static boolean prizes(Execution execution, RunningFrame frame) {
    if (execution.rules().prizes().mode() == PrizeMode.CARDS) {
      for (Seat seat : List.of(first(frame), first(frame).other())) {
        int deck = execution.table.count(seat, Pile.DECK);
        int[] prizes = new int[Math.min(execution.table.goal(), deck)];
        for (int i = 0; i < prizes.length; i++) {
          prizes[i] =
              execution.table.refIn(
                  execution.table.card(seat, Pile.DECK, deck - 1 - i), Pile.PRIZES);
        }
        execution.emit(new Event.PrizesSet(seat, Ints.list(prizes)));
      }
    }
    frame.next(EXTRA_OF_FIRST);
    return true;
  }

  /** Draws at most one card for each mulligan of the opponent; the player may then place again. */
  private static boolean extra(Execution execution, RunningFrame frame, Seat seat) {
    int most =
        execution.rules().opening().extraCards() ? execution.table.mulligans(seat.other()) : 0;
    if (frame.flags == 1) {
      return false;
    }
    if (most == 0) {
      frame.next(frame.at + 1);
      return true;
    }
    int[] numbers = new int[Math.min(most, execution.table.count(seat, Pile.DECK)) + 1];
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] = i;
    }
    List<Integer> answer =
        execution.ask(
            frame,
            seat,
            ChoiceKind.EXTRA_CARDS,
            1,
            1,
            Ints.list(numbers),
            List.of(),
            "How many extra cards do you draw?");
    if (answer == null) {
      return false;
    }
    if (answer.getFirst() == 0) {
      frame.next(frame.at + 1);
      return true;
    }
    execution.draw(seat, answer.getFirst());
    frame.next(frame.at);
    frame.flags = 1;
    execution.emit(new Event.PlacingBegan(seat));
    return false;
  }

  private static boolean reveal(Execution execution, RunningFrame frame) {
    Seat first = first(frame);
    for (Seat seat : List.of(first, first.other())) {
      Pokemon active = Objects.requireNonNull(execution.table.active(seat));
      int[] bench = new int[execution.table.benchCount(seat)];
      for (int i = 0; i < bench.length; i++) {
        bench[i] = execution.topRef(execution.table.benched(seat, i));
      }
      execution.emit(new Event.Revealed(seat, execution.topRef(active), Ints.list(bench)));
    }
    execution.emit(new Event.GameBegan(first));
    if (execution.rules().energy().source() == EnergySource.ZONE) {
      Turns.showNext(execution, first);
      Turns.showNext(execution, first.other());
    }
    if (execution.rules().energy().source() == EnergySource.ENERGY_DECK) {
      shuffleEnergyDecks(execution);
    }
    execution.stack.pop();
    execution.stack.push(RunningFrame.procedure(Frame.Kind.TURN_START, first));
    return true;
  }

  private static void shuffleEnergyDecks(Execution execution) {
    for (Seat seat : Seat.values()) {
      int[] order = execution.shuffled(execution.table.cards(seat, Pile.ENERGY_DECK));
      int[] refs = new int[order.length];
      int[] after = new int[order.length];
      for (int i = 0; i < order.length; i++) {
        refs[i] = execution.table.ref(order[i]);
        after[i] = execution.table.refIn(order[i], Pile.ENERGY_DECK);
      }
      execution.emit(
          new Event.CardsMoved(
              seat,
              Pile.ENERGY_DECK,
              Destination.DECK_TOP,
              Ints.list(refs),
              Ints.list(after),
              false,
              seat));
    }
  }
}
