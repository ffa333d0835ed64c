package dev.menagerie.server.auth;

import dev.menagerie.server.game.UserId;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Passes the end of a session on to every listener, in the order they were added. Any thread. */
public final class SessionEndingListeners implements SessionEndings {
  private final List<SessionEndings> listeners = new CopyOnWriteArrayList<>();

  /** Adds a listener, which is notified of every ended session. */
  public void add(SessionEndings listener) {
    listeners.add(listener);
  }

  @Override
  public void ended(UserId user, String session, SessionStore.EndReason reason) {
    for (var listener : listeners) listener.ended(user, session, reason);
  }
}
