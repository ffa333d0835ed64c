package dev.menagerie.bots.laws;

import static org.assertj.core.api.Assertions.assertThat;

import dev.menagerie.rules.state.GameState;
import dev.menagerie.rules.state.Seat;
import dev.menagerie.rules.view.Sight;
import dev.menagerie.rules.view.View;
import dev.menagerie.rules.view.Viewer;
import dev.menagerie.rules.view.Views;
import dev.menagerie.rules.view.Views.WithActions;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A view that is made from an earlier one is equal to a view that is made anew. */
final class ViewLaw {
  private static final List<Viewer> VIEWERS =
      List.of(Viewer.seat(Seat.FIRST), Viewer.seat(Seat.SECOND), Viewer.spectator());

  /** Some states are skipped, as by a viewer who was away. */
  private static final int SKIPPED = 5;

  private final Map<Viewer, Sight> sights = new HashMap<>();
  private int states;

  /** Holds the law for the next state of the game. */
  void holds(GameState state) {
    if (++states % SKIPPED == 0) return;
    for (Viewer viewer : VIEWERS) {
      View anew = Views.of(state, viewer, WithActions.YES);
      Sight before = sights.get(viewer);
      View made = before == null ? anew : Views.of(state, viewer, WithActions.YES, before);
      assertThat(made).as("seen by %s", viewer).isEqualTo(anew);
      sights.put(viewer, new Sight(state, made));
    }
  }
}
