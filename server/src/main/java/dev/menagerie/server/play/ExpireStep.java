package dev.menagerie.server.play;

import dev.menagerie.rules.command.Command;
import dev.menagerie.server.game.Cause;

/** The game's clock has expired: that of the player to act, or the wait for a second player. */
record ExpireStep(boolean defersCheckpoint) implements GameStep {
  @Override
  public Cause cause() {
    return new Cause.ClockRanOut();
  }

  @Override
  public Attempt attempt(GameHeader header, Moment now) {
    if (now.isOver()) return new Attempt.Refuse(Refusals.GAME_OVER);
    if (now.state().isEmpty()) return CloseStep.close(now, Move.Closed.Why.EXPIRED);
    var state = now.state().get();
    var late = state.toAct();
    if (late.isEmpty()) return new Attempt.Refuse(Refusals.GAME_OVER);
    var command = new Command.ExpireClock(late.get(), state.clock());
    return RulesCall.decide(header, now, state, new Move.TimedOut(late.get()), command);
  }
}
