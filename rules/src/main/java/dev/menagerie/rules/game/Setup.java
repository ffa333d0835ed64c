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
   * Redraws before a hand is dealt with a Basic in it. A legal deck with a single Basic gets here
   * once in 10^50 games.
   */
  private static final int MAX_REDRAWS = 1_000;

  private static final String FIRST = "first";

  private static final int ASK_FIRST = 1;
  private static final int PLACE_FIRST = 2;
  private static final int PLACE_SECOND = 3;
  private static final int PRIZES = 4;
  private static final int EXTRA_OF_FIRST = 5;
  private static final int EXTRA_OF_SECOND = 6;

  private Setup() {}

  static boolean step(Engine e, Fr f) {
    return switch (f.at) {
      case 0 -> begin(e, f);
      case ASK_FIRST -> askFirst(e, f);
      case PLACE_FIRST -> place(e, first(f));
      case PLACE_SECOND -> place(e, first(f).other());
      case PRIZES -> prizes(e, f);
      case EXTRA_OF_FIRST -> extra(e, f, first(f));
      case EXTRA_OF_SECOND -> extra(e, f, first(f).other());
      default -> reveal(e, f);
    };
  }

  private static Seat first(Fr f) {
    return Seat.of(f.number(FIRST));
  }

  private static boolean begin(Engine e, Fr f) {
    Seat winner = e.chance.flip() ? Seat.FIRST : Seat.SECOND;
    e.emit(new Event.FirstFlipped(winner));
    f.set("winner", winner.index());
    f.next(ASK_FIRST);
    return true;
  }

  private static boolean askFirst(Engine e, Fr f) {
    Seat winner = Seat.of(f.number("winner"));
    List<Integer> answer =
        e.ask(
            f,
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
    e.emit(new Event.FirstChosen(first));
    f.set(FIRST, first.index());
    deal(e, first);
    f.next(PLACE_FIRST);
    return true;
  }

  private static void deal(Engine e, Seat first) {
    int size = e.rules().opening().handSize();
    boolean guaranteed = e.rules().opening().noBasic() == NoBasic.GUARANTEED;
    for (Seat seat : List.of(first, first.other())) {
      shuffle(e, seat, guaranteed, size);
      e.draw(seat, size);
    }
    for (int redraws = 0; ; redraws++) {
      boolean firstHas = hasBasic(e.t, first);
      boolean secondHas = hasBasic(e.t, first.other());
      if (firstHas && secondHas) {
        return;
      }
      boolean alone = firstHas != secondHas;
      for (Seat seat : List.of(first, first.other())) {
        if (seat == first ? !firstHas : !secondHas) {
          redraw(e, seat, alone, redraws >= MAX_REDRAWS, size);
        }
      }
    }
  }

  private static void redraw(Engine e, Seat seat, boolean alone, boolean guaranteed, int size) {
    int[] hand = e.t.cards(seat, Pile.HAND);
    for (int i = 0; i < hand.length; i++) {
      hand[i] = e.t.ref(hand[i]);
    }
    e.emit(new Event.MulliganTaken(seat, Ints.list(hand), alone));
    shuffle(e, seat, guaranteed, size);
    e.draw(seat, size);
  }

  /** A guaranteed hand is as likely as it would be among the hands with a Basic in them. */
  private static void shuffle(Engine e, Seat seat, boolean guaranteed, int size) {
    int[] order = e.shuffled(e.t.cards(seat, Pile.DECK));
    for (int tries = 0; guaranteed && !basicOnTop(e.t, order, size); tries++) {
      order = tries < MAX_REDRAWS ? e.shuffled(order) : basicRaised(e.t, order);
    }
    e.emit(new Event.DeckShuffled(seat, Ints.list(order)));
  }

  private static boolean basicOnTop(Table t, int[] order, int size) {
    for (int i = Math.max(0, order.length - size); i < order.length; i++) {
      if (t.face(order[i]).isBasicPokemon()) {
        return true;
      }
    }
    return false;
  }

  private static int[] basicRaised(Table t, int[] order) {
    for (int i = 0; i < order.length; i++) {
      if (t.face(order[i]).isBasicPokemon()) {
        int card = order[i];
        order[i] = order[order.length - 1];
        order[order.length - 1] = card;
        return order;
      }
    }
    throw new IllegalStateException("a deck without a Basic was not refused");
  }

  static boolean hasBasic(Table t, Seat seat) {
    for (int i = 0; i < t.count(seat, Pile.HAND); i++) {
      if (t.face(t.card(seat, Pile.HAND, i)).isBasicPokemon()) {
        return true;
      }
    }
    return false;
  }

  private static boolean place(Engine e, Seat seat) {
    if (e.t.placing().filter(seat::equals).isEmpty()) {
      e.emit(new Event.PlacingBegan(seat));
    }
    return false;
  }

  /** Called when a player has placed what they want. */
  static void placed(Engine e) {
    Fr f = Objects.requireNonNull(e.top());
    f.flags = 0;
    f.next(f.at + 1);
  }

  private static boolean prizes(Engine e, Fr f) {
    if (e.rules().prizes().mode() == PrizeMode.CARDS) {
      for (Seat seat : List.of(first(f), first(f).other())) {
        int deck = e.t.count(seat, Pile.DECK);
        int[] prizes = new int[Math.min(e.t.goal(), deck)];
        for (int i = 0; i < prizes.length; i++) {
          prizes[i] = e.t.refIn(e.t.card(seat, Pile.DECK, deck - 1 - i), Pile.PRIZES);
        }
        e.emit(new Event.PrizesSet(seat, Ints.list(prizes)));
      }
    }
    f.next(EXTRA_OF_FIRST);
    return true;
  }

  /** One card at most for each mulligan of the opponent; who draws may place once more. */
  private static boolean extra(Engine e, Fr f, Seat seat) {
    int most = e.rules().opening().extraCards() ? e.t.mulligans(seat.other()) : 0;
    if (f.flags == 1) {
      return false;
    }
    if (most == 0) {
      f.next(f.at + 1);
      return true;
    }
    int[] numbers = new int[Math.min(most, e.t.count(seat, Pile.DECK)) + 1];
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] = i;
    }
    List<Integer> answer =
        e.ask(
            f,
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
      f.next(f.at + 1);
      return true;
    }
    e.draw(seat, answer.getFirst());
    f.next(f.at);
    f.flags = 1;
    e.emit(new Event.PlacingBegan(seat));
    return false;
  }

  private static boolean reveal(Engine e, Fr f) {
    Seat first = first(f);
    for (Seat seat : List.of(first, first.other())) {
      Pokemon active = Objects.requireNonNull(e.t.active(seat));
      int[] bench = new int[e.t.benchCount(seat)];
      for (int i = 0; i < bench.length; i++) {
        bench[i] = e.topRef(e.t.benched(seat, i));
      }
      e.emit(new Event.Revealed(seat, e.topRef(active), Ints.list(bench)));
    }
    e.emit(new Event.GameBegan(first));
    if (e.rules().energy().source() == EnergySource.ZONE) {
      Turns.showNext(e, first);
      Turns.showNext(e, first.other());
    }
    if (e.rules().energy().source() == EnergySource.ENERGY_DECK) {
      shuffleEnergyDecks(e);
    }
    e.pop();
    e.push(Fr.procedure(Frame.Kind.TURN_START, first));
    return true;
  }

  private static void shuffleEnergyDecks(Engine e) {
    for (Seat seat : Seat.values()) {
      int[] order = e.shuffled(e.t.cards(seat, Pile.ENERGY_DECK));
      int[] refs = new int[order.length];
      int[] after = new int[order.length];
      for (int i = 0; i < order.length; i++) {
        refs[i] = e.t.ref(order[i]);
        after[i] = e.t.refIn(order[i], Pile.ENERGY_DECK);
      }
      e.emit(
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
