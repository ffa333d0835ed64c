package dev.menagerie.server.play;

import dev.menagerie.rules.command.Command;
import dev.menagerie.rules.state.Seat;
import dev.menagerie.server.game.Cause;
import java.util.Optional;

/** A player came back while it is for them to act. */
record GraceStep(Seat seat) implements GameStep {
  @Override
  public Cause cause() {
    return new Cause.Service();
  }

  @Override
  public Attempt attempt(GameHeader header, Moment now) {
    if (now.isOver()) return new Attempt.Refuse(Refusals.GAME_OVER);
    if (now.state().isEmpty()) return new Attempt.Refuse(Refusals.NOT_STARTED);
    var state = now.state().get();
    if (!state.toAct().equals(Optional.of(seat))) {
      return new Attempt.Refuse(Refusals.NOT_STARTED);
    }
    return RulesCall.decide(
        header, now, state, new Move.GraceGranted(seat), new Command.GrantGrace(seat));
  }
}
