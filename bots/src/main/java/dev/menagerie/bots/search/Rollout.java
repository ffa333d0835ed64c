package dev.menagerie.bots.search;

import dev.menagerie.rules.command.Command;
import dev.menagerie.rules.game.Chance;
import dev.menagerie.rules.game.Decision;
import dev.menagerie.rules.game.Game;
import dev.menagerie.rules.state.GameState;
import dev.menagerie.rules.state.Seat;
import java.util.SplittableRandom;

/** Plays a sampled game on and scores where it leads. */
final class Rollout {
  /** A turn has some ten commands; more is a loop. */
  private static final int MAX_COMMANDS = 60;

  private Rollout() {}

  /**
   * Plays on for some turns, or to the end of the game.
   *
   * @param world a sample
   * @param first the command that is tried
   * @param seat the seat whose outcome is scored
   * @param turns how many turns are played, the present one included
   * @param luck the same number gives the same coins and shuffles
   * @return from 0, lost, to 1, won
   */
  static double value(GameState world, Command first, Seat seat, int turns, long luck) {
    SplittableRandom random = new SplittableRandom(luck);
    QuickPlayer player = new QuickPlayer(random);
    Chance chance = new SampledChance(random);
    int until = world.turn() + turns;
    GameState state = world;
    Command command = first;
    for (int i = 0; i < turns * MAX_COMMANDS; i++) {
      if (!(Game.decide(state, command, chance) instanceof Decision.Accepted accepted)) {
        // A sample may refuse a legal action, such as a search for a card that it does not contain.
        break;
      }
      state = accepted.next();
      if (state.toAct().isEmpty() || state.turn() >= until) {
        break;
      }
      command = player.choose(state);
    }
    return BoardScore.of(state, seat);
  }
}
