package dev.menagerie.rules.command;

import dev.menagerie.rules.card.CompiledCard;
import dev.menagerie.rules.query.Cards;
import dev.menagerie.rules.state.Ints;
import dev.menagerie.rules.state.PendingChoice;
import dev.menagerie.rules.state.Pile;
import dev.menagerie.rules.state.Seat;
import dev.menagerie.rules.state.Table;
import java.util.ArrayList;
import java.util.List;

/**
 * The choice for a player whose time has expired, which is also the example in a list of legal
 * actions.
 */
public final class Defaults {
  private Defaults() {}

  /** The first options, as few as are needed. */
  public static List<Integer> of(PendingChoice pending) {
    List<Integer> chosen = new ArrayList<>();
    for (int place : places(pending)) {
      chosen.add(pending.options().get(place));
    }
    return chosen;
  }

  /** The same by the options' places. */
  public static List<Integer> places(PendingChoice pending) {
    List<Integer> places = new ArrayList<>();
    int worth = 0;
    for (int i = 0; i < pending.options().size(); i++) {
      if (places.size() >= pending.min() && worth >= pending.worth()) {
        break;
      }
      places.add(i);
      worth += pending.worth() == 0 ? 0 : pending.worths().get(i);
    }
    return withoutUnneeded(pending, places, worth);
  }

  /** Removes what a later, larger choice has made unnecessary. */
  private static List<Integer> withoutUnneeded(
      PendingChoice pending, List<Integer> places, int worth) {
    int sum = worth;
    List<Integer> needed = new ArrayList<>(places);
    for (int place : places) {
      int own = pending.worth() == 0 ? 0 : pending.worths().get(place);
      if (pending.worth() > 0 && sum - own >= pending.worth()) {
        needed.remove(Integer.valueOf(place)); // the place, not the index
        sum -= own;
      }
    }
    return Ints.list(Ints.array(needed));
  }

  /** The Basic that is placed for a player who has placed none. */
  public static int basic(Table table, Seat seat) {
    int[] hand = Cards.sorted(table, table.cards(seat, Pile.HAND));
    for (int card : hand) {
      CompiledCard face = table.face(card);
      if (face.isBasicPokemon()) {
        return card;
      }
    }
    throw new IllegalStateException("a first hand without a Basic");
  }
}
