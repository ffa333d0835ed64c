package dev.menagerie.server.redis;

import dev.menagerie.server.Stores;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

class RedisGameStoreTest extends RedisStoreContract {
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
  protected RedisNode one() {
    return one;
  }

  @Override
  protected RedisNode two() {
    return two;
  }
}
