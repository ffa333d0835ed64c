package dev.menagerie.server.play;

import dev.menagerie.rules.command.Command;
import dev.menagerie.server.game.Cause;
import java.time.Duration;

/** An operator changes a running game. */
record OperatorStep(Act act) implements GameStep {
  /** What the operator does. */
  sealed interface Act {
    /** More time for the player to act. */
    record GrantTime(Duration time) implements Act {}

    /** The game ends without a result. */
    record VoidGame() implements Act {}
  }

  @Override
  public Cause cause() {
    return new Cause.Service();
  }

  @Override
  public Attempt attempt(GameHeader header, Moment now) {
    if (now.isOver()) return new Attempt.Refuse(Refusals.GAME_OVER);
    if (now.state().isEmpty()) return new Attempt.Refuse(Refusals.NOT_STARTED);
    var state = now.state().get();
    return switch (act) {
      case Act.VoidGame _ ->
          RulesCall.decide(header, now, state, new Move.Voided(), new Command.VoidGame());
      case Act.GrantTime(var time) ->
          state
              .toAct()
              .map(seat ->
                  RulesCall.decide(
                      header,
                      now,
                      state,
                      new Move.TimeGranted(seat, time.toMillis()),
                      new Command.GrantTime(seat, time)))
              .orElse(new Attempt.Refuse(Refusals.NOT_YOUR_TURN));
    };
  }
}
