package dev.menagerie.server.auth;

import dev.menagerie.server.game.UserId;

/**
 * Hears that a session was ended before its time, so that its sockets are closed, here and on every
 * other node. A hint: it may be lost, and live sockets are compared with the store now and then.
 */
@FunctionalInterface
public interface SessionEndings {
  /** Called after the store has ended the session; any thread. */
  void ended(UserId user, String session, SessionStore.EndReason reason);
}
