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
import java.util.Optional;

/** A view that reuses parts of an earlier one equals the view that is computed from scratch. */
final class ViewLaw {
  private static final List<Viewer> VIEWERS =
      List.of(Viewer.seat(Seat.FIRST), Viewer.seat(Seat.SECOND), Viewer.spectator());

  /** Every n-th state is skipped, so that some earlier views are two states old. */
  private static final int SKIPPED = 5;

  private final Map<Viewer, Sight> sights = new HashMap<>();
  private int states;

  /** Checks the law for the next state of the game. */
  void holds(GameState state) {
    if (++states % SKIPPED == 0) return;
    for (Viewer viewer : VIEWERS) {
      Optional<Sight> earlier = Optional.ofNullable(sights.get(viewer));
      View incremental = Views.of(state, viewer, WithActions.YES, earlier);
      View fromScratch = Views.of(state, viewer, WithActions.YES);
      assertThat(incremental).as("view of %s", viewer).isEqualTo(fromScratch);
      sights.put(viewer, new Sight(state, incremental));
    }
  }
}
