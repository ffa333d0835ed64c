package dev.menagerie.server.play;

import dev.menagerie.rules.command.Command;
import dev.menagerie.rules.state.GameState;
import dev.menagerie.rules.state.Seat;
import dev.menagerie.rules.view.Action;
import dev.menagerie.rules.view.Actions;
import dev.menagerie.server.game.Cause;
import dev.menagerie.server.game.MessageId;
import dev.menagerie.server.game.Request;
import java.util.Optional;

/** A player acts, or gives up. */
record ActStep(
    Seat seat,
    Request request,
    Decision decision,
    Optional<Long> expected,
    Optional<Requester> requester)
    implements GameStep {
  /** The action or the resignation. */
  sealed interface Decision {
    record Act(Action action) implements Decision {}

    record Resign() implements Decision {}
  }

  @Override
  public Cause cause() {
    return new Cause.Asked(request);
  }

  @Override
  public Attempt attempt(GameHeader header, Moment now) {
    if (now.isOver()) return new Attempt.Refuse(Refusals.GAME_OVER);
    if (now.state().isEmpty()) return new Attempt.Refuse(Refusals.NOT_STARTED);
    if (expected.isPresent() && expected.get() != now.version()) {
      return new Attempt.Refuse(Refusals.stale(now.version()));
    }
    var state = now.state().get();
    return switch (decision) {
      case Decision.Resign _ ->
          RulesCall.decide(header, now, state, new Move.Resigned(seat), new Command.Resign(seat));
      case Decision.Act act -> act(header, now, state, act.action());
    };
  }

  private Attempt act(GameHeader header, Moment now, GameState state, Action action) {
    return switch (Actions.resolve(state, seat, action)) {
      case Actions.Resolution.Refused refused -> new Attempt.Refuse(Refusals.of(refused.reason()));
      case Actions.Resolution.Resolved resolved ->
          RulesCall.decide(header, now, state, new Move.Acted(seat, action), resolved.command());
    };
  }

  @Override
  public ActionReply reply(Attempt.Propose proposal, long eventId) {
    return ReplyWriter.acted(seat, request.id(), proposal, eventId);
  }

  static ActStep play(
      Seat seat,
      MessageId message,
      Action action,
      Optional<Long> expected,
      Optional<Requester> requester) {
    var request = RequestKeys.of(seat, message, action);
    return new ActStep(seat, request, new Decision.Act(action), expected, requester);
  }

  static ActStep resign(Seat seat, MessageId message, Optional<Requester> requester) {
    var request = RequestKeys.resignation(seat, message);
    return new ActStep(seat, request, new Decision.Resign(), Optional.empty(), requester);
  }
}
