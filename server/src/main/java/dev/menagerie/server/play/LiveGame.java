package dev.menagerie.server.play;

import dev.menagerie.codec.PreEncoded;
import dev.menagerie.rules.config.RulesConfig;
import dev.menagerie.server.game.GameId;
import dev.menagerie.server.game.Head;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A game as this node last knew it. It is a cache: the store checks every commit. The moment
 * changes only under the lock and one version at a time, so that listeners see each version once
 * and in order.
 */
public final class LiveGame {
  private final GameHeader header;
  private final AsyncLock lock = new AsyncLock();
  private volatile Moment moment;

  /** Encoded at first use: most games in the cache are not followed on this node. */
  private volatile @Nullable PreEncoded<RulesConfig> rules;

  /**
   * The highest version that any node is known to have committed; this node has missed the versions
   * between.
   */
  private volatile @Nullable Seen seen;

  /** The draft of the clock's expiry, if it has been decided ahead. Guarded by the lock. */
  private @Nullable Draft prepared;

  /** A version that another node has committed. */
  private record Seen(int epoch, long version) {}

  LiveGame(GameHeader header, Moment moment) {
    this.header = header;
    this.moment = moment;
  }

  /** The game's id. */
  public GameId id() {
    return header.game();
  }

  /** The fixed part of the game. */
  public GameHeader header() {
    return header;
  }

  /** The rules as every state message carries them, encoded once. */
  public PreEncoded<RulesConfig> rules() {
    var encoded = rules;
    if (encoded == null) rules = encoded = PreEncoded.of(header.rules());
    return encoded;
  }

  /** The newest moment that this node knows. Any thread. */
  public Moment moment() {
    return moment;
  }

  AsyncLock lock() {
    return lock;
  }

  /**
   * Notes that another node has committed this version: this node reads the store before it uses
   * its own moment again. Hints may arrive in any order; an older one changes nothing.
   */
  synchronized void seenAt(int epoch, long version) {
    var last = seen;
    boolean further =
        last == null || epoch > last.epoch() || (epoch == last.epoch() && version > last.version());
    if (further) seen = new Seen(epoch, version);
  }

  /** Marks the cached moment as possibly outdated. */
  synchronized void doubt() {
    seen = new Seen(Integer.MAX_VALUE, Long.MAX_VALUE);
  }

  boolean isBehind() {
    var last = seen;
    var head = moment.head();
    return last != null
        && (last.epoch() > head.epoch()
            || (last.epoch() == head.epoch() && last.version() > head.version()));
  }

  /** Whether the moment is older than this head, or of another epoch. */
  boolean isBefore(Head seen) {
    var mine = moment.head();
    return mine.epoch() != seen.epoch() || mine.version() < seen.version();
  }

  /** Clears the doubt, before the store is read. */
  synchronized void believe() {
    seen = null;
  }

  void advance(Moment next) {
    mustHoldLock();
    moment = next;
    prepared = null;
  }

  void prepare(Draft draft) {
    mustHoldLock();
    prepared = draft;
  }

  private void mustHoldLock() {
    if (!lock.isHeld()) throw new IllegalStateException("used without the lock");
  }

  /** The draft of this step, if it was decided from the current head. */
  Optional<Draft> prepared(GameStep step) {
    mustHoldLock();
    return Optional.ofNullable(prepared).filter(draft -> draft.isFor(moment.head(), step));
  }
}
