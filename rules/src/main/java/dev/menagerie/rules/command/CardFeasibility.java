package dev.menagerie.rules.command;

import dev.menagerie.rules.card.Ability;
import dev.menagerie.rules.card.Effect;
import dev.menagerie.rules.card.Filter;
import dev.menagerie.rules.card.Player;
import dev.menagerie.rules.card.Zone;
import dev.menagerie.rules.query.Amounts;
import dev.menagerie.rules.query.Context;
import dev.menagerie.rules.query.Filters;
import dev.menagerie.rules.query.PlayerLimits;
import dev.menagerie.rules.query.Targets;
import dev.menagerie.rules.state.Pile;
import dev.menagerie.rules.state.Seat;
import dev.menagerie.rules.state.Table;
import java.util.Optional;

/**
 * Whether operations on hands, decks and discards could do anything, as far as the player can know.
 */
final class CardFeasibility {
  private CardFeasibility() {}

  static boolean isPayable(Table table, Context context, Effect effect) {
    Effect.DiscardHand discard = (Effect.DiscardHand) effect;
    int wanted = Amounts.of(table, context, discard.count());
    int there = 0;
    for (int i = 0; i < table.count(context.seat(), Pile.HAND); i++) {
      int card = table.card(context.seat(), Pile.HAND, i);
      if (card != context.source()
          && (discard.where().isEmpty()
              || Filters.matches(table, context, discard.where().get(), table.face(card)))) {
        there++;
      }
    }
    return there >= wanted;
  }

  static boolean hasDeck(Table table, Context context, Optional<Player> who) {
    return hasCards(table, context, Zone.DECK, who);
  }

  static boolean hasRoom(Table table, Context context, Optional<Player> who) {
    int cap = table.rules().limits().hand();
    for (Seat seat : Targets.seats(context, who.orElse(Player.YOU))) {
      if (cap == 0 || handWithout(table, context, seat) < cap) {
        return true;
      }
    }
    return false;
  }

  /** The card itself does not count: it has left the hand when its effect resolves. */
  static int handWithout(Table table, Context context, Seat seat) {
    int hand = table.count(seat, Pile.HAND);
    return context.source() >= 0 && table.holds(seat, Pile.HAND, context.source())
        ? hand - 1
        : hand;
  }

  static boolean hasCards(Table table, Context context, Zone zone, Optional<Player> who) {
    for (Seat seat : Targets.seats(context, who.orElse(Player.YOU))) {
      int count =
          zone == Zone.HAND ? handWithout(table, context, seat) : table.count(seat, Pile.of(zone));
      if (count > 0) {
        return true;
      }
    }
    return false;
  }

  static boolean canDrawUntil(Table table, Context context, Effect.DrawUntil draw) {
    int size = Amounts.of(table, context, draw.size());
    for (Seat seat : Targets.seats(context, draw.who().orElse(Player.YOU))) {
      if (table.count(seat, Pile.DECK) > 0 && handWithout(table, context, seat) < size) {
        return true;
      }
    }
    return false;
  }

  static boolean canSearch(Table table, Context context, Effect.Search search) {
    boolean room =
        switch (search.to()) {
          case BENCH ->
              table.benchCount(context.seat()) < PlayerLimits.benchSize(table, context.seat());
          case HAND, DECK, DECK_TOP, DECK_BOTTOM, DISCARD -> true;
        };
    return room && table.count(context.seat(), Pile.DECK) > 0;
  }

  /** Whether a hidden zone has any card, or a visible zone a matching one. */
  static boolean canChoose(Table table, Context context, Effect.ChooseCards choose) {
    Seat of = Targets.seat(context, choose.of().orElse(Player.YOU));
    boolean known =
        choose.from() == Zone.DISCARD || (choose.from() == Zone.HAND && of == context.seat());
    if (!known || choose.where().isEmpty()) {
      return hasCards(table, context, choose.from(), choose.of());
    }
    return holds(table, context, of, choose.from(), choose.where());
  }

  /** Whether a card in hand or discard pile can go where its own ability puts it. */
  static boolean canMoveItself(Table table, Context context, Effect.MoveChosen move) {
    if (!move.chosen().equals(Ability.THIS_CARD)) {
      return false;
    }
    return switch (move.to()) {
      case BENCH ->
          table.face(context.source()).isBasicPokemon()
              && table.benchCount(context.seat()) < PlayerLimits.benchSize(table, context.seat());
      case HAND -> table.holds(context.seat(), Pile.DISCARD, context.source());
      case DECK, DECK_TOP, DECK_BOTTOM -> true;
      case DISCARD -> false; // a price, not a gain
    };
  }

  static boolean holds(Table table, Context context, Seat of, Zone zone, Optional<Filter> where) {
    Pile pile = Pile.of(zone);
    for (int i = 0; i < table.count(of, pile); i++) {
      int card = table.card(of, pile, i);
      if (card != context.source()
          && (where.isEmpty() || Filters.matches(table, context, where.get(), table.face(card)))) {
        return true;
      }
    }
    return false;
  }

  static boolean canAttach(Table table, Context context, Effect.AttachEnergy attach) {
    if (!PokemonFeasibility.any(table, context, attach.to())) {
      return false;
    }
    if (attach.from() == Zone.DECK || attach.from() == Zone.ENERGY_DECK) {
      return table.count(context.seat(), Pile.of(attach.from())) > 0;
    }
    Pile pile = Pile.of(attach.from());
    for (int i = 0; i < table.count(context.seat(), pile); i++) {
      var face = table.face(table.card(context.seat(), pile, i));
      if (face.isEnergy()
          && (attach.where().isEmpty()
              || Filters.matches(table, context, attach.where().get(), face))) {
        return true;
      }
    }
    return false;
  }
}
