package dev.menagerie.server.redis;

import dev.menagerie.server.game.GameStoreContract;
import dev.menagerie.server.game.StorePorts;
import java.time.Duration;
import java.time.Instant;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;

class RedisGameStoreTest extends GameStoreContract {
  private static final int BOUND = 400;

  private static RedisProcess redis;
  private static RedisNode one;
  private static RedisNode two;

  @BeforeAll
  static void start() {
    redis = RedisProcess.start();
    one = RedisNode.connect(redis.address(), BOUND);
    two = RedisNode.connect(redis.address(), BOUND);
  }

  @AfterAll
  static void stop() {
    one.close();
    two.close();
    redis.close();
  }

  @BeforeEach
  void certified() {
    RedisLink.await(one.link().commands().flushall());
    one.stores().certified();
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
