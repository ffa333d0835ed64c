package dev.menagerie.socketio.engineio;

/** Gives every new session the protocol above it. */
@FunctionalInterface
public interface SessionOpener {
  /** Called on the session's executor before anything is received. */
  SessionHandler opened(EngineSession session);
}
