package dev.menagerie.socketio.engineio;

/**
 * Receives a session's messages for the protocol above it. Called on the session's executor, so it
 * must not block.
 */
public interface SessionHandler {
  /**
   * A text message came.
   *
   * @param packet the whole Engine.IO packet; the message starts at index 1. The receiver owns the
   *     array
   */
  void text(byte[] packet);

  /** A binary message came; the receiver owns the array. */
  void binary(byte[] message);

  /** The session is over; nothing comes after this. */
  void closed(CloseReason reason);

  /** The client gave a sign of life: any packet, heartbeats included. */
  default void active() {}

  /** The session moved from polling to WebSocket. */
  default void upgraded() {}
}
