package dev.menagerie.server.players;

import dev.menagerie.server.game.UserId;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Tells its listeners of changes between two users. Any thread; listeners must not wait. */
public final class FriendChanges {
  private final List<Listener> listeners = new CopyOnWriteArrayList<>();

  /** What happened between two users. */
  public enum Kind {
    ASKED,
    ACCEPTED,
    REMOVED
  }

  /** Is notified of changes. */
  @FunctionalInterface
  public interface Listener {
    /**
     * A user changed what another one is.
     *
     * @param name the name of the user who made the change
     */
    void changed(Kind kind, UserId by, String name, UserId other);
  }

  /** Adds a listener. */
  public void listen(Listener listener) {
    listeners.add(listener);
  }

  void changed(Kind kind, UserId by, String name, UserId other) {
    for (var listener : listeners) listener.changed(kind, by, name, other);
  }
}
