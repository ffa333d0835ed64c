package dev.menagerie.socketio;

/**
 * Greets a socket that was let into a namespace. Runs before any of its events are handled, and may
 * block.
 */
@FunctionalInterface
public interface ConnectHandler {
  void connected(Socket socket) throws Exception;
}
