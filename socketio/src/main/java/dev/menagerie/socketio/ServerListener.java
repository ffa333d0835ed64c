package dev.menagerie.socketio;

import dev.menagerie.socketio.engineio.CloseReason;
import dev.menagerie.socketio.engineio.EngineListener;
import java.time.Duration;

/**
 * Events of a server, for metrics and logs. Called from event loops and mailboxes: must not block
 * or throw.
 */
public interface ServerListener extends EngineListener {
  /** A client joined a namespace. */
  default void connected(Socket socket) {}

  /** A client was kept out of a namespace. */
  default void refused(ConnectRequest request, String message) {}

  /** A socket left its namespace. */
  default void disconnected(Socket socket, CloseReason reason) {}

  /** An event was handled, in this time, waiting included. */
  default void handled(IncomingEvent event, Duration time) {}

  /** An event came that has no handler. */
  default void unhandled(IncomingEvent event) {}

  /** Code of the host application threw: a middleware or a handler. */
  default void failed(String where, Throwable failure) {
    System.getLogger(ServerListener.class.getName())
        .log(System.Logger.Level.ERROR, "failed: " + where, failure);
  }

  /** Frames were queued for this many sockets of this node at once. */
  default void broadcast(String namespace, int sockets) {}
}
