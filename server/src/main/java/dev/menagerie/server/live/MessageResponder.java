package dev.menagerie.server.live;

import dev.menagerie.codec.Json;
import dev.menagerie.protocol.Envelope;
import dev.menagerie.protocol.ErrorCode;
import dev.menagerie.protocol.Refusal;
import dev.menagerie.protocol.Reply;
import dev.menagerie.protocol.ServerMessage;
import dev.menagerie.server.play.TraceContext;
import dev.menagerie.socketio.Ack;
import dev.menagerie.socketio.packet.EncodedJson;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Sends the one reply to a client's message: as acknowledgement if the client gave a callback, else
 * as a message. A second reply is not sent.
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
  private boolean replied;
  private MessageTracer.MessageTrace trace = MessageTracer.MessageTrace.NONE;

  /**
   * The reply to one message.
   *
   * @param event the event of the message
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

  /** The session of the message. */
  ClientSession session() {
    return session;
  }

  boolean hasReplied() {
    return replied;
  }

  /** Acknowledges with the reply; sends nothing if the client gave no callback. */
  void reply(Reply reply) {
    reply(Json.bytes(reply));
  }

  void reply(byte[] json) {
    if (replied) return;
    markReplied();
    if (ack.isWanted()) ack.send(new EncodedJson(json));
  }

  /** Acknowledges with the JSON; sends {@code otherwise} if the client gave no callback. */
  void reply(byte[] json, Envelope.GameRef game, Supplier<ServerMessage> otherwise) {
    reply(json, () -> envelopes.of(game), otherwise);
  }

  private void reply(byte[] json, Supplier<Envelope> envelope, Supplier<ServerMessage> otherwise) {
    if (replied) return;
    if (ack.isWanted()) {
      reply(json);
    } else {
      markReplied();
      session.send(envelope.get(), otherwise.get());
    }
  }

  private void markReplied() {
    replied = true;
    var message =
        new MessageObserver.HandledMessage(
            event,
            action,
            outcome,
            System.nanoTime() - began,
            session.user(),
            session.identity().session(),
            session.subscription().map(ClientSession.Subscription::game));
    observer.replied(message);
    trace.replied(message);
  }

  /** The message is traced. */
  void traced(MessageTracer.MessageTrace message) {
    trace = message;
  }

  /** Where the spans of what the message causes belong. */
  Optional<TraceContext> trace() {
    return trace.context();
  }

  /** Sets the name of the action, for metrics. */
  void action(String name) {
    action = name;
  }

  /** Records that the message repeats an earlier one. */
  void repeated() {
    outcome = MessageObserver.REPEATED;
  }

  void refuse(Refusal refusal) {
    if (!replied) outcome = refusal.code().wireName();
    reply(
        Json.bytes(new Reply.Refused(false, requestId, refusal)),
        envelopes::plain,
        () -> new ServerMessage.GameError(requestId, refusal));
  }

  void refuse(ErrorCode code, String message) {
    refuse(Refusal.of(code, message));
  }
}
