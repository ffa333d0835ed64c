package dev.menagerie.rules.game;

import dev.menagerie.rules.card.CompiledCard;
import dev.menagerie.rules.card.Destination;
import dev.menagerie.rules.card.Effect;
import dev.menagerie.rules.card.Filter;
import dev.menagerie.rules.card.Player;
import dev.menagerie.rules.card.Zone;
import dev.menagerie.rules.config.RulesConfig.PrizeMode;
import dev.menagerie.rules.query.Amounts;
import dev.menagerie.rules.query.Cards;
import dev.menagerie.rules.query.PlayerLimits;
import dev.menagerie.rules.query.Targets;
import dev.menagerie.rules.state.ChoiceKind;
import dev.menagerie.rules.state.Event;
import dev.menagerie.rules.state.Ints;
import dev.menagerie.rules.state.Pile;
import dev.menagerie.rules.state.Seat;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Operations that move cards between hands, decks, discards and prizes. */
final class CardOperations {
  private CardOperations() {}

  static List<Seat> seats(RunningFrame frame, Optional<Player> who) {
    return Targets.seats(frame, who.orElse(Player.YOU));
  }

  static boolean draw(Execution execution, RunningFrame frame, Effect.Draw draw) {
    int count = Amounts.of(execution.table, frame, draw.count());
    seats(frame, draw.who()).forEach(seat -> execution.draw(seat, count));
    return true;
  }

  static boolean drawUntil(Execution execution, RunningFrame frame, Effect.DrawUntil draw) {
    int size = Amounts.of(execution.table, frame, draw.size());
    for (Seat seat : seats(frame, draw.who())) {
      execution.draw(seat, Math.max(0, size - execution.table.count(seat, Pile.HAND)));
    }
    return true;
  }

  static boolean shuffle(Execution execution, RunningFrame frame, Effect.Shuffle shuffle) {
    seats(frame, shuffle.who()).forEach(execution::shuffle);
    return true;
  }

  /**
   * Asks for cards of a zone. Of a hidden zone a player is asked even if there is nothing to
   * choose, or whether there is would show.
   */
  static @Nullable List<Integer> pick(
      Execution execution,
      RunningFrame frame,
      Seat by,
      Seat of,
      Zone zone,
      Optional<Filter> where,
      int min,
      int max) {
    Pile pile = Pile.of(zone);
    int[] all = execution.table.cards(of, pile);
    if (all.length == 0 || max <= 0) {
      return List.of();
    }
    if (zone == Zone.PRIZES) {
      return execution.choose(frame, by, ChoiceKind.CARDS, min, max, all, "Choose prize cards.");
    }
    int[] options =
        Cards.sorted(execution.table, Cards.matching(execution.table, frame, all, where));
    boolean plain =
        switch (zone) {
          case DISCARD -> true;
          case HAND -> where.isEmpty();
          case DECK, ENERGY_DECK, PRIZES -> false;
        };
    if (plain) {
      return execution.choose(frame, by, ChoiceKind.CARDS, min, max, options, "Choose cards.");
    }
    return execution.ask(
        frame,
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
      Execution execution,
      RunningFrame frame,
      Seat owner,
      Pile from,
      Destination to,
      int[] cards,
      boolean shown) {
    if (to != Destination.BENCH) {
      execution.move(owner, from, to, cards, shown, frame.seat);
      return;
    }
    for (int card : cards) {
      CompiledCard face = execution.table.face(card);
      if (face.isBasicPokemon()
          && execution.table.benchCount(owner) < PlayerLimits.benchSize(execution.table, owner)) {
        execution.emit(
            new Event.PokemonBenched(
                owner, from, execution.table.ref(card), execution.table.nextSerial()));
      }
    }
  }

  static boolean chooseCards(Execution execution, RunningFrame frame, Effect.ChooseCards choose) {
    Seat of = Targets.seat(frame, choose.of().orElse(Player.YOU));
    Seat by = Targets.seat(frame, choose.by().orElse(Player.YOU));
    int max = Amounts.of(execution.table, frame, choose.max());
    int min = choose.min().map(least -> Amounts.of(execution.table, frame, least)).orElse(max);
    int least = execution.leastOf(frame, min, max);
    List<Integer> chosen =
        pick(execution, frame, by, of, choose.from(), choose.where(), least, max);
    if (chosen == null) {
      return false;
    }
    frame.set(choose.as(), chosen);
    return true;
  }

  static boolean moveChosen(Execution execution, RunningFrame frame, Effect.MoveChosen move) {
    for (Seat seat : Seat.values()) {
      for (Pile pile : Pile.values()) {
        int[] cards = Ints.NONE;
        for (int card : frame.kept(move.chosen())) {
          if (card < execution.table.instances() && execution.table.holds(seat, pile, card)) {
            cards = Ints.with(cards, card);
          }
        }
        if (cards.length > 0) {
          move(execution, frame, seat, pile, move.to(), cards, pile == Pile.DISCARD);
        }
      }
    }
    return true;
  }

  static boolean moveAll(Execution execution, RunningFrame frame, Effect.MoveAll move) {
    for (Seat seat : seats(frame, move.of())) {
      Pile from = Pile.of(move.from());
      int[] cards =
          Cards.matching(execution.table, frame, execution.table.cards(seat, from), move.where());
      boolean shown = from == Pile.DISCARD || move.where().isPresent();
      move(execution, frame, seat, from, move.to(), cards, shown);
    }
    return true;
  }

  static boolean discardHand(Execution execution, RunningFrame frame, Effect.DiscardHand discard) {
    int count = Amounts.of(execution.table, frame, discard.count());
    List<Seat> seats = seats(frame, discard.who());
    int[][] chosen = new int[seats.size()][];
    for (int i = 0; i < chosen.length; i++) {
      Seat of = seats.get(i);
      Seat by = discard.by().map(player -> Targets.seat(frame, player)).orElse(of);
      List<Integer> picked =
          pick(execution, frame, by, of, Zone.HAND, discard.where(), count, count);
      if (picked == null) {
        return false;
      }
      chosen[i] = Ints.array(picked);
    }
    for (int i = 0; i < chosen.length; i++) {
      execution.move(seats.get(i), Pile.HAND, Destination.DISCARD, chosen[i], true, frame.seat);
    }
    return true;
  }

  static boolean randomFromHand(
      Execution execution, RunningFrame frame, Effect.RandomFromHand random) {
    int count = Amounts.of(execution.table, frame, random.count());
    for (Seat seat : seats(frame, random.who())) {
      int[] hand = execution.shuffled(execution.table.cards(seat, Pile.HAND));
      int[] cards = Arrays.copyOf(hand, Math.max(0, Math.min(count, hand.length)));
      execution.move(seat, Pile.HAND, random.to(), cards, random.to() == Destination.DISCARD, seat);
    }
    return true;
  }

  static boolean revealHand(Execution execution, RunningFrame frame, Effect.RevealHand reveal) {
    for (Seat seat : Targets.seats(frame, reveal.who())) {
      int[] hand = Cards.sorted(execution.table, execution.table.cards(seat, Pile.HAND));
      execution.emit(
          new Event.CardsRevealed(seat, Pile.HAND, Ints.list(Cards.refs(execution.table, hand))));
    }
    return true;
  }

  static boolean takePrizes(Execution execution, RunningFrame frame, Effect.TakePrizes take) {
    Seat seat = Targets.seat(frame, take.who().orElse(Player.YOU));
    int count = Amounts.of(execution.table, frame, take.count());
    if (count <= 0) {
      return true;
    }
    if (execution.rules().prizes().mode() == PrizeMode.POINTS) {
      execution.emit(new Event.PointsScored(seat, count));
      Winning.checkGoal(execution, seat);
      return true;
    }
    int[] prizes = execution.table.cards(seat, Pile.PRIZES);
    if (prizes.length == 0) {
      return true;
    }
    List<Integer> chosen =
        execution.choose(
            frame, seat, ChoiceKind.CARDS, count, count, prizes, "Choose prize cards.");
    if (chosen == null) {
      return false;
    }
    for (int card : chosen) {
      BoardChanges.takePrize(
          execution, seat, Ints.indexOf(execution.table.cards(seat, Pile.PRIZES), card));
    }
    Winning.checkGoal(execution, seat);
    return true;
  }
}
