package dev.menagerie.rules.view;

import static org.assertj.core.api.Assertions.assertThat;

import dev.menagerie.rules.command.Command;
import dev.menagerie.rules.command.Moves;
import dev.menagerie.rules.game.Chance;
import dev.menagerie.rules.game.Decision;
import dev.menagerie.rules.game.Game;
import dev.menagerie.rules.game.GameSetup;
import dev.menagerie.rules.game.Playout;
import dev.menagerie.rules.state.GameState;
import dev.menagerie.rules.state.GameStatus;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** The omniscient viewer of a finished game sees what both players saw. */
class OmniscientTest {
  @Test
  void bothHandsAndEveryDrawAreShown() {
    GameSetup setup = Playout.setup(Playout.rules(3), 3);
    GameState state = Game.open(setup, Chance.keyed(setup.seed(), 0, 0)).next();
    var random = new SplittableRandom(3);
    int draws = 0;
    for (int number = 1; state.status() != GameStatus.FINISHED && number < 200; number++) {
      Command move = Playout.pick(state, Moves.of(state), random);
      var outcome =
          (Decision.Accepted) Game.decide(state, move, Chance.keyed(setup.seed(), 0, number));
      state = outcome.next();
      for (var event : Redaction.of(outcome.events(), state, Viewer.omniscient())) {
        if (event instanceof EventView.CardDrawn drawn) {
          assertThat(drawn.cards()).isPresent();
          draws++;
        }
      }
      View view = Views.of(state, Viewer.omniscient());
      assertThat(view.viewer()).isEmpty();
      assertThat(view.legalActions()).isEmpty();
      assertThat(view.players())
          .allSatisfy(side -> assertThat(side.hand().orElseThrow()).hasSize(side.handCount()));
    }
    assertThat(draws).isPositive();
  }
}
