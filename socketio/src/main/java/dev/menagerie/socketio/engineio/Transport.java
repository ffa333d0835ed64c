package dev.menagerie.socketio.engineio;

/**
 * Carries a session's packets. Called on the session's executor only, except {@link
 * #bufferedBytes()}.
 */
public interface Transport {
  /** As the protocol names it: {@code polling} or {@code websocket}. */
  String name();

  /** Takes frames from the session and sends them, as far as the client keeps up. */
  void flush(EngineSession session);

  /** Bytes that left the session's queue but not yet this machine. Any thread. */
  long bufferedBytes();

  /** Stops or goes on reading from the client. */
  void reading(Reading reading);

  /** Ends the transport; flushed packets are still sent if the reason is an orderly one. */
  void close(CloseReason reason);

  /** Whether the transport takes bytes from the client. */
  enum Reading {
    ON,
    PAUSED
  }
}
