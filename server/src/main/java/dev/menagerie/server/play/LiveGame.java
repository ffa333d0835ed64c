package dev.menagerie.server.play;

import dev.menagerie.codec.PreEncoded;
import dev.menagerie.rules.config.RulesConfig;
import dev.menagerie.server.game.GameId;
import dev.menagerie.server.game.Head;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A game as this node last knew it. A hint, never the truth: every commit is checked by the store.
 * The moment changes only under the lock, one version after the other, so that whoever listens
 * hears of each once and in order.
 */
public final class LiveGame {
  private final GameHeader header;
  private final AsyncLock lock = new AsyncLock();
  private volatile Moment moment;

  /** Made when somebody first looks: most of the games a node remembers nobody follows here. */
  private volatile @Nullable PreEncoded<RulesConfig> rules;

  /** The furthest anyone is known to have been; what this node missed lies in between. */
  private volatile @Nullable Seen seen;

  /**
   * What is to happen when the clock runs out, if somebody has already decided it. Under the lock.
   */
  private @Nullable Draft prepared;

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

  /** The header's, as every state tells them. */
  public PreEncoded<RulesConfig> rules() {
    var made = rules;
    if (made == null) rules = made = PreEncoded.of(header.rules());
    return made;
  }

  public Moment moment() {
    return moment;
  }

  AsyncLock lock() {
    return lock;
  }

  /**
   * Somebody was there: before this node believes its moment again, it asks the store. Hints may
   * come in any order; an older one takes nothing back.
   */
  synchronized void seenAt(int epoch, long version) {
    var last = seen;
    boolean further =
        last == null || epoch > last.epoch() || (epoch == last.epoch() && version > last.version());
    if (further) seen = new Seen(epoch, version);
  }

  /** What this node believes may be long past. */
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

  /** Whether this head is past what this node believes. */
  boolean isBefore(Head seen) {
    var mine = moment.head();
    return mine.epoch() != seen.epoch() || mine.version() < seen.version();
  }

  /** The store is about to be asked. */
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

  /** A step that has been decided from this very moment, if it is this one. */
  Optional<Draft> prepared(GameStep step) {
    mustHoldLock();
    return Optional.ofNullable(prepared).filter(draft -> draft.isFor(moment.head(), step));
  }
}
