package dev.menagerie.server.live;

import dev.menagerie.codec.Json;
import dev.menagerie.codec.RawJson;
import dev.menagerie.protocol.ClientMessage.Sync;
import dev.menagerie.protocol.Reply;
import dev.menagerie.protocol.ServerMessage;
import dev.menagerie.protocol.ServerMessage.ActionResult;
import dev.menagerie.server.game.GameId;
import dev.menagerie.server.game.MessageId;
import dev.menagerie.server.play.ActionReply;
import dev.menagerie.server.play.Outcome;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** The reply that a request got at first, for those who send it again. */
final class FirstReply {
  private FirstReply() {}

  /**
   * The first reply, for a repeated request. In delta mode it has a patch: the one of the first
   * reply if this connection got that reply, else an empty one, because the client got the commit
   * with a later state.
   */
  static byte[] of(ClientSession session, GameId game, Outcome.Repeated repeated, MessageId id) {
    var subscription = session.subscription();
    boolean isDelta =
        subscription.filter(p -> p.game().equals(game) && p.sync() == Sync.DELTA).isPresent();
    if (!isDelta || repeated.reply().isEmpty()) return original(repeated, id);
    return session
        .deltaReply(id.value())
        .orElseGet(() -> unpatched(repeated.reply().get().content()));
  }

  private static byte[] unpatched(Reply.Acted acted) {
    return Json.bytes(
        new Reply.ActedDelta(
            true,
            acted.requestId(),
            acted.eventId(),
            acted.actionType(),
            acted.events(),
            RawJson.of(List.of()),
            Optional.empty(),
            Optional.empty()));
  }

  private static byte[] original(Outcome.Repeated repeated, MessageId id) {
    return repeated
        .reply()
        .map(reply -> reply.json().getBytes(StandardCharsets.UTF_8))
        .orElseGet(() ->
            Json.bytes(
                new Reply.Replayed(true, Optional.of(id.value()), repeated.version(), true)));
  }

  static ServerMessage message(Outcome.Repeated repeated, MessageId id) {
    return repeated
        .reply()
        .map(reply -> message(Optional.of(id.value()), reply))
        .orElseGet(() ->
            new ActionResult(Optional.of(id.value()), true, "replayed", RawJson.of(List.of())));
  }

  static ActionResult message(Optional<String> requestId, ActionReply reply) {
    return new ActionResult(
        requestId, true, reply.content().actionType(), reply.content().events());
  }
}
