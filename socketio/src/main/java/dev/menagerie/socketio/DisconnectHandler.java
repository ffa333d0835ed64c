package dev.menagerie.socketio;

import dev.menagerie.socketio.engineio.CloseReason;

/**
 * Sees a socket off, exactly once, after the last of its events was handled. The socket is out of
 * its rooms already.
 */
@FunctionalInterface
public interface DisconnectHandler {
  /**
   * Called once when the socket has left its namespace. Runs on the socket's mailbox and may block.
   */
  void disconnected(Socket socket, CloseReason reason) throws Exception;
}
