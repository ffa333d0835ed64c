package dev.menagerie.rules.game;

import dev.menagerie.rules.card.Destination;
import dev.menagerie.rules.card.Effect;
import dev.menagerie.rules.card.Face;
import dev.menagerie.rules.card.Filter;
import dev.menagerie.rules.card.Player;
import dev.menagerie.rules.card.Zone;
import dev.menagerie.rules.config.RulesConfig.PrizeMode;
import dev.menagerie.rules.state.ChoiceKind;
import dev.menagerie.rules.state.Event;
import dev.menagerie.rules.state.Ints;
import dev.menagerie.rules.state.Pile;
import dev.menagerie.rules.state.Seat;
import dev.menagerie.rules.state.Table;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Operations on cards in hands, decks, discards and prizes. */
final class CardOperations {
  private CardOperations() {}

  private static List<Seat> seats(Fr f, Optional<Player> who) {
    return Questions.seats(f, who.orElse(Player.YOU));
  }

  static boolean draw(Engine e, Fr f, Effect.Draw draw) {
    int count = Questions.amount(e.t, f, draw.count());
    seats(f, draw.who()).forEach(seat -> e.draw(seat, count));
    return true;
  }

  static boolean drawUntil(Engine e, Fr f, Effect.DrawUntil draw) {
    int size = Questions.amount(e.t, f, draw.size());
    for (Seat seat : seats(f, draw.who())) {
      e.draw(seat, Math.max(0, size - e.t.count(seat, Pile.HAND)));
    }
    return true;
  }

  static boolean shuffle(Engine e, Fr f, Effect.Shuffle shuffle) {
    seats(f, shuffle.who()).forEach(e::shuffle);
    return true;
  }

  /** Sorted by definition, so that the order tells nothing of where the cards lie. */
  static int[] sorted(Table t, int[] cards) {
    long[] keys = new long[cards.length];
    for (int i = 0; i < cards.length; i++) {
      keys[i] = (long) t.definition(cards[i]) << 32 | cards[i];
    }
    Arrays.sort(keys);
    int[] sorted = new int[cards.length];
    for (int i = 0; i < cards.length; i++) {
      sorted[i] = (int) keys[i];
    }
    return sorted;
  }

  static int[] matching(Engine e, Fr f, int[] cards, Optional<Filter> where) {
    if (where.isEmpty()) {
      return cards;
    }
    int[] found = new int[cards.length];
    int count = 0;
    for (int card : cards) {
      if (Filters.matches(e.t, f, where.get(), e.t.face(card))) {
        found[count++] = card;
      }
    }
    return Arrays.copyOf(found, count);
  }

  /**
   * Asks for cards of a zone. Of a hidden zone a player is asked even if there is nothing to
   * choose, or whether there is would show.
   */
  private static @Nullable List<Integer> pick(
      Engine e, Fr f, Seat by, Seat of, Zone zone, Optional<Filter> where, int min, int max) {
    Pile pile = Pile.of(zone);
    int[] all = e.t.cards(of, pile);
    if (all.length == 0 || max <= 0) {
      return List.of();
    }
    if (zone == Zone.PRIZES) {
      return e.choose(f, by, ChoiceKind.CARDS, min, max, all, "Choose prize cards.");
    }
    int[] options = sorted(e.t, matching(e, f, all, where));
    boolean plain =
        switch (zone) {
          case DISCARD -> true;
          case HAND -> where.isEmpty();
          case DECK, ENERGY_DECK, PRIZES -> false;
        };
    if (plain) {
      return e.choose(f, by, ChoiceKind.CARDS, min, max, options, "Choose cards.");
    }
    return e.ask(
        f,
        by,
        ChoiceKind.CARDS,
        Math.min(min, options.length),
        max,
        Ints.list(options),
        List.of(),
        "Choose cards.");
  }

  static boolean search(Engine e, Fr f, Effect.Search search) {
    Seat seat = f.seat;
    int count = Questions.amount(e.t, f, search.count());
    if (search.to() == Destination.BENCH) {
      count = Math.min(count, e.rules().bench().max() - e.t.benchCount(seat));
    }
    List<Integer> chosen = pick(e, f, seat, seat, Zone.DECK, search.where(), 0, count);
    if (chosen == null) {
      return false;
    }
    search.as().ifPresent(name -> f.set(name, chosen));
    int[] cards = Ints.array(chosen);
    boolean shown = search.reveal().orElse(search.where().isPresent());
    if (search.to() == Destination.DECK_TOP || search.to() == Destination.DECK_BOTTOM) {
      e.shuffle(seat);
      move(e, f, seat, Pile.DECK, search.to(), cards, shown);
      return true;
    }
    move(e, f, seat, Pile.DECK, search.to(), cards, shown);
    if (search.to() != Destination.DECK) {
      e.shuffle(seat);
    }
    return true;
  }

  /** Moves cards, to the bench as Pokémon. */
  static void move(
      Engine e, Fr f, Seat owner, Pile from, Destination to, int[] cards, boolean shown) {
    if (to != Destination.BENCH) {
      e.move(owner, from, to, cards, shown, f.seat);
      return;
    }
    for (int card : cards) {
      Face face = e.t.face(card);
      if (face.isBasicPokemon() && e.t.benchCount(owner) < e.rules().bench().max()) {
        e.emit(new Event.PokemonBenched(owner, from, e.t.ref(card), e.t.nextSerial()));
      }
    }
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
    int[] options = sorted(e.t, matching(e, f, top, look.where()));
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
    int[] rest = Ints.NONE;
    for (int card : top) {
      rest = Ints.contains(taken, card) ? rest : Ints.with(rest, card);
    }
    f.set(LOOKED + f.at, List.of());
    move(e, f, of, Pile.DECK, look.to(), taken, look.where().isPresent());
    if (look.rest() != Destination.DECK_TOP) {
      move(e, f, of, Pile.DECK, look.rest(), rest, false);
    }
    return true;
  }

  private static final String LOOKED = "#looked";

  /** Told once, though the step may begin again after the choice. */
  private static void lookedAt(Engine e, Fr f, Seat of, int[] top) {
    if (f.get(LOOKED + f.at).isEmpty()) {
      f.set(LOOKED + f.at, 1);
      e.emit(new Event.CardsLookedAt(f.seat, of, Pile.DECK, Ints.list(refs(e.t, top))));
    }
  }

  private static int[] refs(Table t, int[] cards) {
    int[] refs = new int[cards.length];
    for (int i = 0; i < refs.length; i++) {
      refs[i] = t.ref(cards[i]);
    }
    return refs;
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

  static boolean chooseCards(Engine e, Fr f, Effect.ChooseCards choose) {
    Seat of = Questions.seat(f, choose.of().orElse(Player.YOU));
    Seat by = Questions.seat(f, choose.by().orElse(Player.YOU));
    int max = Questions.amount(e.t, f, choose.max());
    int min = choose.min().map(least -> Questions.amount(e.t, f, least)).orElse(max);
    List<Integer> chosen = pick(e, f, by, of, choose.from(), choose.where(), min, max);
    if (chosen == null) {
      return false;
    }
    f.set(choose.as(), chosen);
    return true;
  }

  static boolean moveChosen(Engine e, Fr f, Effect.MoveChosen move) {
    for (Seat seat : Seat.values()) {
      for (Pile pile : Pile.values()) {
        int[] cards = Ints.NONE;
        for (int card : f.get(move.chosen())) {
          if (card < e.t.instances() && e.t.holds(seat, pile, card)) {
            cards = Ints.with(cards, card);
          }
        }
        if (cards.length > 0) {
          move(e, f, seat, pile, move.to(), cards, pile == Pile.DISCARD);
        }
      }
    }
    return true;
  }

  static boolean moveAll(Engine e, Fr f, Effect.MoveAll move) {
    for (Seat seat : seats(f, move.of())) {
      Pile from = Pile.of(move.from());
      int[] cards = matching(e, f, e.t.cards(seat, from), move.where());
      boolean shown = from == Pile.DISCARD || move.where().isPresent();
      move(e, f, seat, from, move.to(), cards, shown);
    }
    return true;
  }

  static boolean discardHand(Engine e, Fr f, Effect.DiscardHand discard) {
    int count = Questions.amount(e.t, f, discard.count());
    List<Seat> seats = seats(f, discard.who());
    int[][] chosen = new int[seats.size()][];
    for (int i = 0; i < chosen.length; i++) {
      Seat of = seats.get(i);
      Seat by = discard.by().map(player -> Questions.seat(f, player)).orElse(of);
      List<Integer> picked = pick(e, f, by, of, Zone.HAND, discard.where(), count, count);
      if (picked == null) {
        return false;
      }
      chosen[i] = Ints.array(picked);
    }
    for (int i = 0; i < chosen.length; i++) {
      e.move(seats.get(i), Pile.HAND, Destination.DISCARD, chosen[i], true, f.seat);
    }
    return true;
  }

  static boolean randomFromHand(Engine e, Fr f, Effect.RandomFromHand random) {
    int count = Questions.amount(e.t, f, random.count());
    for (Seat seat : seats(f, random.who())) {
      int[] hand = e.shuffled(e.t.cards(seat, Pile.HAND));
      int[] cards = Arrays.copyOf(hand, Math.max(0, Math.min(count, hand.length)));
      e.move(seat, Pile.HAND, random.to(), cards, random.to() == Destination.DISCARD, seat);
    }
    return true;
  }

  static boolean mill(Engine e, Fr f, Effect.Mill mill) {
    int count = Questions.amount(e.t, f, mill.count());
    for (Seat seat : seats(f, mill.who())) {
      e.move(seat, Pile.DECK, Destination.DISCARD, top(e.t, seat, count), true, seat);
    }
    return true;
  }

  static boolean revealHand(Engine e, Fr f, Effect.RevealHand reveal) {
    for (Seat seat : Questions.seats(f, reveal.who())) {
      int[] hand = sorted(e.t, e.t.cards(seat, Pile.HAND));
      e.emit(new Event.CardsRevealed(seat, Pile.HAND, Ints.list(refs(e.t, hand))));
    }
    return true;
  }

  static boolean revealTop(Engine e, Fr f, Effect.RevealTop reveal) {
    int count = Questions.amount(e.t, f, reveal.count());
    for (Seat seat : seats(f, reveal.who())) {
      int[] top = top(e.t, seat, count);
      e.emit(new Event.CardsRevealed(seat, Pile.DECK, Ints.list(refs(e.t, top))));
    }
    return true;
  }

  static boolean takePrizes(Engine e, Fr f, Effect.TakePrizes take) {
    Seat seat = Questions.seat(f, take.who().orElse(Player.YOU));
    int count = Questions.amount(e.t, f, take.count());
    if (count <= 0) {
      return true;
    }
    if (e.rules().prizes().mode() == PrizeMode.POINTS) {
      e.emit(new Event.PointsScored(seat, count));
      KnockOuts.checkGoal(e, seat);
      return true;
    }
    int[] prizes = e.t.cards(seat, Pile.PRIZES);
    if (prizes.length == 0) {
      return true;
    }
    List<Integer> chosen =
        e.choose(f, seat, ChoiceKind.CARDS, count, count, prizes, "Choose prize cards.");
    if (chosen == null) {
      return false;
    }
    for (int card : chosen) {
      KnockOuts.takePrize(e, seat, Ints.indexOf(e.t.cards(seat, Pile.PRIZES), card));
    }
    KnockOuts.checkGoal(e, seat);
    return true;
  }
}
