package dev.menagerie.server.redis;

import dev.menagerie.server.Stores;
import dev.menagerie.server.game.GameStoreContract;
import dev.menagerie.server.game.StorePorts;
import java.time.Duration;
import java.time.Instant;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

class RedisGameStoreTest extends GameStoreContract {
  private static final int BOUND = 400;

  private static RedisNode one;
  private static RedisNode two;

  @BeforeAll
  static void start() {
    one = RedisNode.connect(Stores.redisUrl(), BOUND);
    two = RedisNode.connect(Stores.redisUrl(), BOUND);
    one.stores().certified();
    // Tests with a larger bound use the same Redis.
    RedisNode.emptyOutboxes(one.link());
  }

  @AfterAll
  static void stop() {
    one.close();
    two.close();
  }

  @Override
  protected StorePorts stores() {
    return one.stores();
  }

  @Override
  protected StorePorts other() {
    return two.stores();
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
