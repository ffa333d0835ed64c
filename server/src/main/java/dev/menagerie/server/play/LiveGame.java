package dev.menagerie.server.play;

import dev.menagerie.server.game.GameId;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * A game as this node last knew it. A hint, never the truth: every commit is checked by the store.
 * The moment changes only under the lock, one version after the other, so that whoever listens
 * hears of each once and in order.
 */
public final class LiveGame {
  private final GameHeader header;
  private final ReentrantLock lock = new ReentrantLock();
  private volatile Moment moment;

  /** The furthest anyone is known to have been; what this node missed lies in between. */
  private volatile @Nullable Seen seen;

  /** Where somebody else has been in a game. */
  private record Seen(int epoch, long version) {}

  LiveGame(GameHeader header, Moment moment) {
    this.header = header;
    this.moment = moment;
  }

  public GameId id() {
    return header.game();
  }

  public GameHeader header() {
    return header;
  }

  public Moment moment() {
    return moment;
  }

  ReentrantLock lock() {
    return lock;
  }

  /** Somebody was there: before this node believes its moment again, it asks the store. */
  void seenAt(int epoch, long version) {
    seen = new Seen(epoch, version);
  }

  /** What this node believes may be long past. */
  void doubt() {
    seen = new Seen(Integer.MAX_VALUE, Long.MAX_VALUE);
  }

  boolean isBehind() {
    var last = seen;
    var head = moment.head();
    return last != null
        && (last.epoch() > head.epoch()
            || (last.epoch() == head.epoch() && last.version() > head.version()));
  }

  /** The store is about to be asked. */
  void believe() {
    seen = null;
  }

  void advance(Moment next) {
    if (!lock.isHeldByCurrentThread()) throw new IllegalStateException("advanced without the lock");
    moment = next;
  }
}
