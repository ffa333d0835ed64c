package dev.menagerie.rules.view;

import dev.menagerie.rules.state.CardLayout;
import dev.menagerie.rules.state.GameState;
import dev.menagerie.rules.state.Pile;
import dev.menagerie.rules.state.Pokemon;
import dev.menagerie.rules.state.Seat;
import java.util.List;
import java.util.Optional;

/**
 * What a viewer saw of an earlier state of a game. The viewer's next view reuses its unchanged
 * parts, so that they are neither computed nor compared again.
 *
 * @param state the earlier state
 * @param view that state as the viewer saw it
 */
public record Sight(GameState state, View view) {
  /** The cards of a pile, if the pile is unchanged. */
  Optional<List<View.Card>> cards(CardLayout now, Seat seat, Pile pile) {
    if (!now.hasSamePile(state.table(), seat, pile)) {
      return Optional.empty();
    }
    return switch (pile) {
      case HAND -> side(seat).hand();
      case DISCARD -> Optional.of(side(seat).discard());
      default -> Optional.empty();
    };
  }

  /** A Pokémon, if it is unchanged itself; the effects of other cards on it may have changed. */
  Optional<View.InPlay> inPlay(CardLayout now, Seat seat, Pokemon pokemon) {
    CardLayout before = state.table();
    if (!now.hasSameNames(before, pokemon)) {
      return Optional.empty();
    }
    if (before.active(seat) == pokemon) {
      return side(seat).active();
    }
    List<View.InPlay> bench = side(seat).bench();
    for (int i = 0; i < bench.size(); i++) {
      if (before.benched(seat, i) == pokemon) {
        return Optional.of(bench.get(i));
      }
    }
    return Optional.empty();
  }

  /** The earlier bench if it is equal, so that comparing the two ends with their identity. */
  List<View.InPlay> bench(Seat seat, List<View.InPlay> now) {
    List<View.InPlay> before = side(seat).bench();
    return before.equals(now) ? before : now;
  }

  private View.Side side(Seat seat) {
    return view.players().get(seat.index());
  }
}
