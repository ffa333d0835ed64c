package dev.menagerie.socketio;

/**
 * Greets a socket that was let into a namespace. Runs before any of its events are handled, and may
 * block.
 */
@FunctionalInterface
public interface ConnectHandler {
  /** Called when a socket has joined. Runs on the socket's mailbox, before its first event. */
  void connected(Socket socket) throws Exception;
}
