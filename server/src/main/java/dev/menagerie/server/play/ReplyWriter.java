package dev.menagerie.server.play;

import dev.menagerie.codec.RawJson;
import dev.menagerie.protocol.Reply;
import dev.menagerie.rules.state.Seat;
import dev.menagerie.rules.view.Redaction;
import dev.menagerie.rules.view.Viewer;
import dev.menagerie.server.game.MessageId;
import java.util.Optional;

/** Writes the reply to an action, for its requester and for repeated requests. */
final class ReplyWriter {
  private ReplyWriter() {}

  static ActionReply acted(
      Seat seat, MessageId id, GameStep.Attempt.Propose proposal, long eventId) {
    var events = Redaction.of(proposal.events(), proposal.state().orElseThrow(), Viewer.seat(seat));
    return ActionReply.of(
        new Reply.Acted(
            true,
            Optional.of(id.value()),
            eventId,
            proposal.move().actionType(),
            RawJson.of(events)));
  }
}
