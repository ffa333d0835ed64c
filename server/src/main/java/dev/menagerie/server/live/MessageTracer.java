package dev.menagerie.server.live;

import dev.menagerie.server.live.MessageObserver.HandledMessage;
import dev.menagerie.server.play.TraceContext;
import java.util.Optional;

/** Traces clients' messages. Called on mailboxes and game loops: must not block or throw. */
@FunctionalInterface
public interface MessageTracer {
  /** Traces nothing. */
  MessageTracer NONE = (_, _) -> MessageTrace.NONE;

  /**
   * A message has arrived.
   *
   * @param event one of the protocol's
   * @param traceparent the client's span that the message belongs to, as the client sent it
   */
  MessageTrace begin(String event, Optional<String> traceparent);

  /** The trace of one message. */
  interface MessageTrace {
    /** Of a message that is not traced. */
    MessageTrace NONE =
        new MessageTrace() {
          @Override
          public Optional<TraceContext> context() {
            return Optional.empty();
          }

          @Override
          public void replied(HandledMessage message) {}
        };

    /** Where the spans of what the message causes belong; empty if it is not traced. */
    Optional<TraceContext> context();

    /** The message was answered. */
    void replied(HandledMessage message);
  }
}
