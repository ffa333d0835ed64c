package dev.menagerie.server.play;

import dev.menagerie.rules.command.Command;
import dev.menagerie.rules.game.Chance;
import dev.menagerie.rules.game.Decision;
import dev.menagerie.rules.game.Game;
import dev.menagerie.rules.state.GameState;
import java.util.Optional;

/** Asks the rules about a command at a moment, with the chance that belongs to its version. */
final class RulesCall {
  private RulesCall() {}

  static GameStep.Attempt decide(
      GameHeader header, Moment now, GameState state, Move move, Command command) {
    return switch (Game.decide(state, command, chance(header, now))) {
      case Decision.Rejected rejected ->
          new GameStep.Attempt.Refuse(Refusals.of(rejected.reason()));
      case Decision.Accepted accepted ->
          new GameStep.Attempt.Propose(
              move,
              now.players(),
              accepted.events(),
              Optional.of(accepted.next()),
              accepted.clock(),
              EndingCodes.of(accepted.next(), now.players()));
    };
  }

  /**
   * The chance of the next version. It depends on the secret seed, so the game so far does not
   * reveal it.
   */
  static Chance chance(GameHeader header, Moment now) {
    return Chance.keyed(header.seed(), now.head().epoch(), Math.toIntExact(now.version() + 1));
  }
}
