package dev.menagerie.server.play;

import dev.menagerie.codec.RawJson;
import dev.menagerie.server.game.GameId;
import java.util.concurrent.locks.ReentrantLock;

/**
 * A game as this node last knew it. A hint, never the truth: every commit is checked by the store.
 * The moment changes only under the lock, one version after the other, so that whoever listens
 * hears of each once and in order.
 */
public final class LiveGame {
  private final GameHeader header;
  private final ReentrantLock lock = new ReentrantLock();
  private final RawJson rulesJson;
  private volatile Moment moment;

  LiveGame(GameHeader header, Moment moment) {
    this.header = header;
    this.rulesJson = RawJson.of(header.rules());
    this.moment = moment;
  }

  public GameId id() {
    return header.game();
  }

  public GameHeader header() {
    return header;
  }

  /** The house rules as every state carries them. */
  public RawJson rulesJson() {
    return rulesJson;
  }

  public Moment moment() {
    return moment;
  }

  ReentrantLock lock() {
    return lock;
  }

  void advance(Moment next) {
    if (!lock.isHeldByCurrentThread()) throw new IllegalStateException("advanced without the lock");
    moment = next;
  }
}
