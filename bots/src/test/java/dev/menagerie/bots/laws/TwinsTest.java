package dev.menagerie.bots.laws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.menagerie.rules.state.GameState;
import dev.menagerie.rules.state.GameStatus;
import dev.menagerie.rules.state.Seat;
import dev.menagerie.rules.view.Viewer;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Games of the shipped decks and of odd cards, under all presets in turn, that differ only in
 * hidden cards look the same to the viewer.
 */
class TwinsTest {
  private static final List<Viewer> VIEWERS =
      List.of(Viewer.seat(Seat.FIRST), Viewer.seat(Seat.SECOND), Viewer.spectator());

  private static final int FEW = 12;
  private static final int MANY = Integer.getInteger("laws.twins", 12_000);

  /** Twins are made of every n-th moment: few moments of many games. */
  private static final int OFTEN = 7;

  private static final int SELDOM = 61;

  @Test
  void twinsOfTheShippedDecksLookTheSame() {
    assertThat(compared(0, FEW, OFTEN, Deal::of)).isGreaterThan(FEW * 100);
  }

  @Test
  @Tag("long")
  @Timeout(value = 1, unit = TimeUnit.HOURS)
  void twinsOfManyGamesLookTheSame() {
    assertThat(compared(FEW, MANY, SELDOM, Deal::of)).isGreaterThan(MANY * 10L);
  }

  @Test
  void twinsOfOddCardsLookTheSame() {
    assertThat(compared(0, FEW, OFTEN, Deal::odd)).isGreaterThan(FEW * 20);
  }

  @Test
  @Tag("long")
  @Timeout(value = 1, unit = TimeUnit.HOURS)
  void twinsOfManyGamesOfOddCardsLookTheSame() {
    assertThat(compared(FEW, MANY, SELDOM, Deal::odd)).isGreaterThan(MANY);
  }

  private static long compared(int from, int to, int every, IntFunction<Deal> deals) {
    long compared = 0;
    for (int number = from; number < to; number++) {
      compared += compared(deals.apply(number), every);
    }
    return compared;
  }

  private static long compared(Deal deal, int every) {
    long[] compared = {0};
    PlayedGame game = new PlayedGame(deal);
    game.play((before, _, _, _) -> {
      int number = game.commands().size();
      if ((deal.number() + number) % every == 0 && isQuiet(before)) {
        compared[0] += compared(deal, before, number);
      }
    });
    return compared[0];
  }

  /** The player who must choose knows the hidden cards that a pending choice shows. */
  private static boolean isQuiet(GameState state) {
    return state.status() == GameStatus.ACTIVE && state.pending().isEmpty();
  }

  private static int compared(Deal deal, GameState state, int number) {
    int compared = 0;
    for (Viewer viewer : VIEWERS) {
      try {
        compared += compared(deal, state, number, viewer, viewer);
      } catch (AssertionError broken) {
        throw new AssertionError(deal + ", command " + number + ", seen by " + viewer, broken);
      }
    }
    return compared;
  }

  private static int compared(Deal deal, GameState state, int number, Viewer of, Viewer by) {
    var random = new SplittableRandom(31L * deal.number() + number);
    Twins twins = Twins.of(state, of, random);
    return TwinLaw.hold(twins, by, deal.seed(), number, random);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2})
  void aViewerWhoMayKnowMoreSeesTheDifference(int number) {
    Deal deal = Deal.of(number);
    boolean[] seen = {false};
    PlayedGame game = new PlayedGame(deal);
    game.play((before, _, _, _) -> {
      if (!seen[0] && isQuiet(before) && before.turn() > 2) {
        seen[0] = true;
        assertThatThrownBy(() -> compared(deal, before, 1, VIEWERS.get(2), VIEWERS.get(0)))
            .isInstanceOf(AssertionError.class)
            .hasMessageContaining("hand");
      }
    });
    assertThat(seen[0]).isTrue();
  }
}
