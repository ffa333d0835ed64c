package dev.menagerie.socketio.engineio;

/** Events of an Engine.IO endpoint, for metrics. Called on event loops: must not block or throw. */
public interface EngineListener {
  /** A session was opened. */
  default void sessionOpened(EngineSession session) {}

  /** A session moved from polling to WebSocket. */
  default void upgraded(EngineSession session) {}

  /** A session ended. */
  default void sessionClosed(EngineSession session, CloseReason reason) {}

  /** A packet of any type came, this many bytes long. */
  default void packetReceived(EngineSession session, int bytes) {}

  /** Frames were handed to the transport, this many bytes in all, before compression. */
  default void framesSent(EngineSession session, int frames, long bytes) {}

  /** A packet was not the protocol; its session is being closed. */
  default void invalidPacket(EngineSession session) {}

  /** A session ended with packets that were never sent. */
  default void framesDropped(EngineSession session, int frames) {}

  /** A request was answered with an error. */
  default void refused(EngineError error) {}
}
