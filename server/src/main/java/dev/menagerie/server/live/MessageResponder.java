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
 * Sends the one answer to a client's message: as acknowledgement if the client gave a callback,
 * else as a message. A second answer is not sent.
 */
final class MessageResponder {
  private final ClientSession session;
  private final Ack ack;
  private final Envelopes envelopes;
  private Optional<String> requestId = Optional.empty();
  private final MessageObserver observer;
  private final String event;
  private final long began = System.nanoTime();
  private String action = MessageObserver.NO_ACTION;
  private String outcome = MessageObserver.OK;
  private boolean given;

  /**
   * The answer to one message.
   *
   * @param event the protocol's event that it answers
   */
  MessageResponder(
      ClientSession session, Ack ack, Envelopes envelopes, MessageObserver observer, String event) {
    this.session = session;
    this.observer = observer;
    this.event = event;
    this.ack = ack;
    this.envelopes = envelopes;
  }

  void requestId(Optional<String> id) {
    requestId = id;
  }

  Optional<String> requestId() {
    return requestId;
  }

  /** The session whose message it answers. */
  ClientSession session() {
    return session;
  }

  boolean isGiven() {
    return given;
  }

  /** Acknowledges with the reply; sends nothing if the client gave no callback. */
  void give(Reply reply) {
    give(Json.bytes(reply));
  }

  void give(byte[] json) {
    if (given) return;
    give();
    if (ack.isWanted()) ack.send(new EncodedJson(json));
  }

  /** Acknowledges with the JSON; sends {@code otherwise} if the client gave no callback. */
  void give(byte[] json, Envelope.GameRef game, Supplier<ServerMessage> otherwise) {
    give(json, () -> envelopes.of(game), otherwise);
  }

  private void give(byte[] json, Supplier<Envelope> envelope, Supplier<ServerMessage> otherwise) {
    if (given) return;
    if (ack.isWanted()) {
      give(json);
    } else {
      give();
      session.send(envelope.get(), otherwise.get());
    }
  }

  private void give() {
    given = true;
    observer.answered(
        new MessageObserver.HandledMessage(
            event,
            action,
            outcome,
            System.nanoTime() - began,
            session.user(),
            session.identity().session(),
            session.subscription().map(ClientSession.Subscription::game)));
  }

  /** Names the action that it answers. */
  void action(String name) {
    action = name;
  }

  /** Records that the message repeats an earlier one. */
  void repeated() {
    outcome = MessageObserver.REPEATED;
  }

  void refuse(Refusal refusal) {
    if (!given) outcome = refusal.code().wireName();
    give(
        Json.bytes(new Reply.Refused(false, requestId, refusal)),
        envelopes::plain,
        () -> new ServerMessage.GameError(requestId, refusal));
  }

  void refuse(ErrorCode code, String message) {
    refuse(Refusal.of(code, message));
  }
}
