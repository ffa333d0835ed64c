package dev.menagerie.socketio;

/**
 * Decides whether a client may join a namespace. Runs on a virtual thread before anything else for
 * the socket, and may block. A middleware that throws refuses the client.
 */
@FunctionalInterface
public interface Middleware {
  /**
   * Decides whether a client may join the namespace. Runs on the connection's mailbox and may
   * block.
   *
   * @throws Exception any failure refuses the client; the listener hears of it
   */
  Admission admit(ConnectRequest request) throws Exception;
}
