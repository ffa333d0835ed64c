package dev.menagerie.server.play;

import dev.menagerie.rules.command.Command;
import dev.menagerie.rules.state.Seat;
import dev.menagerie.server.game.Cause;

/**
 * A player has left the game, or is back. Refused where the game knows that already, and in games
 * against a bot: no person waits there.
 */
record PresenceStep(Seat seat, Change change) implements GameStep {
  /** What a player did. */
  enum Change {
    LEFT,
    RETURNED
  }

  @Override
  public Cause cause() {
    return new Cause.Service();
  }

  @Override
  public Attempt attempt(GameHeader header, Moment now) {
    if (now.isOver()) return new Attempt.Refuse(Refusals.GAME_OVER);
    boolean isAwaited = now.players().stream().allMatch(player -> player.bot().isEmpty());
    if (now.state().isEmpty() || !isAwaited) return new Attempt.Refuse(Refusals.NOT_STARTED);
    var state = now.state().get();
    return switch (change) {
      case LEFT ->
          RulesCall.decide(
              header, now, state, new Move.PlayerLeft(seat), new Command.NoteLeft(seat));
      case RETURNED ->
          RulesCall.decide(
              header, now, state, new Move.PlayerReturned(seat), new Command.NoteReturned(seat));
    };
  }
}
