package dev.menagerie.socketio;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/** Calls the host's connect handlers for a client that has just joined a namespace. */
final class Greeting {
  /**
   * The time between the reply to a CONNECT and the host's first packet. A client that starts to
   * listen for the next packet only after the reply, as the protocol's test suite does, loses a
   * packet that arrives in the same segment.
   */
  private static final Duration GAP = Duration.ofMillis(5);

  private Greeting() {}

  /** Calls the namespace's connect handlers a moment after the reply. Blocks. */
  static void greet(Socket socket) {
    if (Thread.currentThread().isVirtual()) { // a platform thread must not wait here
      LockSupport.parkNanos(GAP.toNanos());
    }
    socket.namespace().greet(socket);
  }
}
