package dev.menagerie.server.redis;

import dev.menagerie.server.game.GameStoreContract;
import dev.menagerie.server.game.StorePorts;
import java.time.Duration;
import java.time.Instant;
import org.awaitility.Awaitility;

/** The store's contract on two nodes of a real Redis, whose time passes by itself. */
abstract class RedisStoreContract extends GameStoreContract {
  /** The bound of the outbox of both nodes. */
  static final int BOUND = 400;

  protected abstract RedisNode one();

  protected abstract RedisNode two();

  @Override
  protected StorePorts stores() {
    return one().stores();
  }

  @Override
  protected StorePorts other() {
    return two().stores();
  }

  @Override
  protected void pass(Duration time) {
    var end = Instant.now().plus(time);
    Awaitility.await()
        .pollDelay(time)
        .pollInterval(Duration.ofMillis(1))
        .until(() -> Instant.now().isAfter(end));
  }

  @Override
  protected int outboxBound() {
    return BOUND;
  }
}
