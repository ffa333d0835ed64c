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

/** Operations that move cards between hands, decks, discards and prizes. */
final class CardOperations {
  private CardOperations() {}

  static List<Seat> seats(Fr f, Optional<Player> who) {
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
  static @Nullable List<Integer> pick(
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

  static int[] refs(Table t, int[] cards) {
    int[] refs = new int[cards.length];
    for (int i = 0; i < refs.length; i++) {
      refs[i] = t.ref(cards[i]);
    }
    return refs;
  }

  static boolean revealHand(Engine e, Fr f, Effect.RevealHand reveal) {
    for (Seat seat : Questions.seats(f, reveal.who())) {
      int[] hand = sorted(e.t, e.t.cards(seat, Pile.HAND));
      e.emit(new Event.CardsRevealed(seat, Pile.HAND, Ints.list(refs(e.t, hand))));
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
      Winning.checkGoal(e, seat);
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
    Winning.checkGoal(e, seat);
    return true;
  }
}
