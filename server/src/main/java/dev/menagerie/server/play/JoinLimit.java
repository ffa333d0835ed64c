package dev.menagerie.server.play;

import dev.menagerie.server.game.GameJournal.Creation.Limit;
import dev.menagerie.server.game.GameStore;
import dev.menagerie.server.game.UserId;
import dev.menagerie.server.play.Lobby.Entrance;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Bounds a user's unfinished games at a join. Joins of one user follow each other on this node;
 * several nodes at once may let in one more each. Safe for use by all threads.
 */
final class JoinLimit {
  /** Users whose joins may run at once, mostly; two users of one lock wait for each other. */
  private static final int STRIPES = 64;

  private final ReentrantLock[] locks =
      Stream.generate(ReentrantLock::new).limit(STRIPES).toArray(ReentrantLock[]::new);
  private final GameStore store;
  private final int most;

  JoinLimit(GameStore store, int most) {
    this.store = store;
    this.most = most;
  }

  /** Joins, unless the user has as many unfinished games as allowed. */
  Entrance with(UserId user, Supplier<Entrance> join) {
    if (most == Integer.MAX_VALUE) return join.get();
    var lock = locks[Math.floorMod(user.hashCode(), STRIPES)];
    lock.lock();
    try {
      return store.activeGamesOf(user).size() >= most
          ? new Entrance.LimitReached(Limit.UNFINISHED, most)
          : join.get();
    } finally {
      lock.unlock();
    }
  }
}
