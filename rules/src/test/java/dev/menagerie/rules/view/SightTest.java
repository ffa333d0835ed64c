package dev.menagerie.rules.view;

import static org.assertj.core.api.Assertions.assertThat;

import dev.menagerie.rules.card.Destination;
import dev.menagerie.rules.command.Command;
import dev.menagerie.rules.command.Moves;
import dev.menagerie.rules.game.Chance;
import dev.menagerie.rules.game.Decision;
import dev.menagerie.rules.game.Game;
import dev.menagerie.rules.game.GameSetup;
import dev.menagerie.rules.game.Playout;
import dev.menagerie.rules.state.Event;
import dev.menagerie.rules.state.GameState;
import dev.menagerie.rules.state.Pile;
import dev.menagerie.rules.state.Seat;
import dev.menagerie.rules.view.Views.WithActions;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What a view reuses of an earlier one. Random games show that the result is right (LawsTest). */
class SightTest {
  private static final Viewer VIEWER = Viewer.seat(Seat.FIRST);
  private static final GameState DEALT = dealt();

  private static GameState dealt() {
    GameSetup setup = Playout.setup(Playout.rules(3), 3);
    GameState state = Game.open(setup, Chance.keyed(setup.seed(), 0, 0)).next();
    for (int number = 1; state.table().count(Seat.FIRST, Pile.HAND) == 0; number++) {
      Command first = Moves.of(state).getFirst();
      state =
          ((Decision.Accepted) Game.decide(state, first, Chance.keyed(setup.seed(), 0, number)))
              .next();
    }
    return state;
  }

  private static View seen(GameState state) {
    return Views.of(state, VIEWER, WithActions.YES);
  }

  private static View seenAfter(GameState before, View earlier, GameState state) {
    return Views.of(state, VIEWER, WithActions.YES, Optional.of(new Sight(before, earlier)));
  }

  private static List<View.Card> hand(View view) {
    return view.players().getFirst().hand().orElseThrow();
  }

  @Test
  void anUnchangedPileIsTheSameObject() {
    View before = seen(DEALT);

    View after = seenAfter(DEALT, before, DEALT);

    assertThat(after).isEqualTo(before);
    assertThat(hand(after)).isSameAs(hand(before));
  }

  @Test
  void aHandThatWasInTheDeckHasNewIds() {
    int count = DEALT.table().count(Seat.FIRST, Pile.HAND);
    List<Integer> cards = refs(DEALT, Pile.HAND, count);
    GameState moved =
        DEALT.evolve(
            new Event.CardsMoved(
                Seat.FIRST, Pile.HAND, Destination.DECK_TOP, cards, cards, false, Seat.FIRST));
    GameState drawn = moved.evolve(new Event.CardsDrawn(Seat.FIRST, refs(moved, Pile.DECK, count)));
    assertThat(drawn.table().cards(Seat.FIRST, Pile.HAND))
        .containsExactly(DEALT.table().cards(Seat.FIRST, Pile.HAND));

    View after = seenAfter(DEALT, seen(DEALT), drawn);

    assertThat(after).isEqualTo(seen(drawn));
    assertThat(hand(after)).doesNotContainAnyElementsOf(hand(seen(DEALT)));
  }

  /** The last cards of a pile, in its order. */
  private static List<Integer> refs(GameState state, Pile pile, int count) {
    int size = state.table().count(Seat.FIRST, pile);
    return IntStream.range(size - count, size)
        .map(i -> state.table().ref(state.table().card(Seat.FIRST, pile, i)))
        .boxed()
        .toList();
  }
}
