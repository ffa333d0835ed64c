package dev.menagerie.server.live;

import dev.menagerie.server.game.GameId;
import dev.menagerie.server.game.UserId;
import java.util.Optional;

/**
 * Observes the outcomes of clients' messages and connections, for metrics and logs. Called on
 * mailboxes and game loops: must not block or throw.
 */
public interface MessageObserver {
  /** Ignores everything. */
  MessageObserver NONE = new MessageObserver() {};

  /** The outcome of a message that succeeded. */
  String OK = "ok";

  /** The outcome of a message that repeats an earlier one. */
  String REPEATED = "repeated";

  /** An event that the protocol does not have. */
  String UNKNOWN = "unknown";

  /** The action of messages that are no actions. */
  String NO_ACTION = "none";

  /**
   * A message and its reply.
   *
   * @param event one of the protocol's, or {@link #UNKNOWN}
   * @param action the name of a known action, or {@link #NO_ACTION}
   * @param outcome {@link #OK}, {@link #REPEATED}, or the code of the refusal
   * @param nanos from the start of its handling to its reply
   * @param session the sign-in it came with, which is no secret
   * @param game the game that the connection followed
   */
  record HandledMessage(
      String event,
      String action,
      String outcome,
      long nanos,
      UserId user,
      String session,
      Optional<GameId> game) {}

  /** A message was answered. */
  default void replied(HandledMessage message) {}

  /** A connection was closed by the server with this code of {@code session:closed}. */
  default void closed(String code) {}

  /** An observer that calls first the one, then the other. */
  static MessageObserver both(MessageObserver first, MessageObserver second) {
    return new MessageObserver() {
      @Override
      public void replied(HandledMessage message) {
        first.replied(message);
        second.replied(message);
      }

      @Override
      public void closed(String code) {
        first.closed(code);
        second.closed(code);
      }
    };
  }
}
