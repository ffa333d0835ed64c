package dev.menagerie.server.live;

import dev.menagerie.codec.Json;
import dev.menagerie.protocol.Envelope;
import dev.menagerie.protocol.ErrorCode;
import dev.menagerie.protocol.Refusal;
import dev.menagerie.protocol.Reply;
import dev.menagerie.protocol.ServerMessage;
import dev.menagerie.socketio.Ack;
import dev.menagerie.socketio.packet.EncodedJson;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The one answer that a client's message gets: its acknowledgement if it gave a callback, else a
 * message. A second answer is not sent.
 */
final class MessageResponder {
  private final ClientSession session;
  private final Ack ack;
  private final Envelopes envelopes;
  private Optional<String> requestId = Optional.empty();
  private boolean given;

  MessageResponder(ClientSession session, Ack ack, Envelopes envelopes) {
    this.session = session;
    this.ack = ack;
    this.envelopes = envelopes;
  }

  void requestId(Optional<String> id) {
    requestId = id;
  }

  Optional<String> requestId() {
    return requestId;
  }

  boolean isGiven() {
    return given;
  }

  /** In the acknowledgement; without one there is nothing to say. */
  void give(Reply reply) {
    give(Json.bytes(reply));
  }

  void give(byte[] json) {
    if (given) return;
    given = true;
    if (ack.isWanted()) ack.send(new EncodedJson(json));
  }

  /** In the acknowledgement, or as this message about a game where no callback was given. */
  void give(byte[] json, Envelope.GameRef game, Supplier<ServerMessage> otherwise) {
    give(json, () -> envelopes.of(game), otherwise);
  }

  private void give(byte[] json, Supplier<Envelope> envelope, Supplier<ServerMessage> otherwise) {
    if (given) return;
    if (ack.isWanted()) {
      give(json);
    } else {
      given = true;
      session.send(envelope.get(), otherwise.get());
    }
  }

  void refuse(Refusal refusal) {
    give(
        Json.bytes(new Reply.Refused(false, requestId, refusal)),
        envelopes::plain,
        () -> new ServerMessage.GameError(requestId, refusal));
  }

  void refuse(ErrorCode code, String message) {
    refuse(Refusal.of(code, message));
  }
}
