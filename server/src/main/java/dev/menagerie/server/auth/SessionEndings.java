package dev.menagerie.server.auth;

import dev.menagerie.server.game.UserId;

/**
 * Is told that a session has ended before its time, so that its sockets can be closed, here and on
 * every other node. A hint: the session itself is what counts.
 */
@FunctionalInterface
public interface SessionEndings {
  void ended(UserId user, String session, Sessions.EndReason reason);
}
