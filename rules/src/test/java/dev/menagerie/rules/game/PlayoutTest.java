package dev.menagerie.rules.game;

import static org.assertj.core.api.Assertions.assertThat;

import dev.menagerie.rules.command.Command;
import dev.menagerie.rules.command.Moves;
import dev.menagerie.rules.state.GameState;
import dev.menagerie.rules.state.GameStatus;
import dev.menagerie.rules.state.Seat;
import dev.menagerie.rules.state.StateDigest;
import dev.menagerie.rules.view.Action;
import dev.menagerie.rules.view.Actions;
import dev.menagerie.rules.view.Legal;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Laws that hold in every game, checked after every command of random ones. */
class PlayoutTest {
  /** Far more than any game of the presets takes. */
  private static final int MAX_COMMANDS = 5_000;

  /** How many games; the long profile plays more. */
  private static final int GAMES = Integer.getInteger("rules.playouts", 60);

  private interface Check {
    void after(GameState before, Command move, Decision.Accepted decision, String where);
  }

  private static void play(int games, Check check) {
    for (long seed = 0; seed < games; seed++) {
      play(seed, check);
    }
  }

  private static void play(long seed, Check check) {
    GameSetup setup = Playout.setup(Playout.rules(seed), seed);
    GameState state = Game.open(setup, Chance.keyed(setup.seed(), 0, 0)).next();
    SplittableRandom random = new SplittableRandom(seed);
    for (int number = 1; state.status() != GameStatus.FINISHED; number++) {
      String where = "seed " + seed + ", command " + number;
      List<Command> moves = Moves.of(state);
      assertThat(moves).as(where).isNotEmpty();
      Command move = Playout.pick(state, moves, random);
      Decision decision = Game.decide(state, move, Chance.keyed(setup.seed(), 0, number));
      assertThat(decision).as("%s: %s", where, move).isInstanceOf(Decision.Accepted.class);
      Decision.Accepted accepted = (Decision.Accepted) decision;
      check.after(state, move, accepted, where);
      state = accepted.next();
      assertThat(number).as(where).isLessThan(MAX_COMMANDS);
    }
  }

  @Test
  void foldingTheEventsGivesTheSameState() {
    play(
        GAMES,
        (before, _, decision, where) ->
            assertThat(StateDigest.of(Game.evolve(before, decision.events())))
                .as(where)
                .isEqualTo(StateDigest.of(decision.next())));
  }

  @Test
  void openingIsAFoldToo() {
    for (long seed = 0; seed < GAMES; seed++) {
      GameSetup setup = Playout.setup(Playout.rules(seed), seed);
      Decision.Accepted opened = Game.open(setup, Chance.keyed(setup.seed(), 0, 0));
      assertThat(StateDigest.of(Game.evolve(Game.initial(setup), opened.events())))
          .isEqualTo(StateDigest.of(opened.next()));
    }
  }

  @Test
  void snapshotsAreExact() {
    play(
        GAMES / 2,
        (before, _, decision, where) -> {
          GameState restored = GameState.restore(decision.next().snapshot(), before.catalog());
          assertThat(restored.snapshot()).as(where).isEqualTo(decision.next().snapshot());
          assertThat(Moves.of(restored)).as(where).isEqualTo(Moves.of(decision.next()));
          assertThat(StateDigest.of(restored)).isEqualTo(StateDigest.of(decision.next()));
        });
  }

  @Test
  void everyLegalActionMeansItsCommandAgain() {
    play(
        GAMES,
        (_, _, decision, where) -> {
          GameState state = decision.next();
          for (Seat seat : Seat.values()) {
            List<Action> actions = Legal.actions(state, seat);
            List<Command> moves =
                state.toAct().filter(seat::equals).isPresent() ? Moves.of(state) : List.of();
            assertThat(actions).as(where).hasSameSizeAs(moves).doesNotHaveDuplicates();
            for (int i = 0; i < moves.size(); i++) {
              assertThat(Actions.resolve(state, seat, actions.get(i)))
                  .as(where)
                  .isEqualTo(new Actions.Resolution.Resolved(moves.get(i)));
            }
          }
        });
  }

  @Test
  void everyListedCommandIsAccepted() {
    play(
        GAMES / 3,
        (_, _, decision, where) -> {
          GameState state = decision.next();
          for (Command move : Moves.of(state)) {
            assertThat(Game.decide(state, move, Chance.keyed(Playout.seed(1), 0, 0)))
                .as("%s: %s", where, move)
                .isInstanceOf(Decision.Accepted.class);
          }
        });
  }
}
