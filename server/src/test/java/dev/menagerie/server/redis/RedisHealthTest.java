package dev.menagerie.server.redis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.menagerie.server.Stores;
import io.lettuce.core.RedisClient;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RedisHealthTest {
  @TempDir Path directory;

  @Test
  void theEmbeddedOneIsUpAndDurable() {
    try (var link = RedisLink.connect(Stores.redisUrl())) {
      var health = new RedisHealth(link);
      assertThat(health.state()).isEqualTo("up");
      assertThat(health.durability().all()).isEmpty();
      assertThat(health.clockSkew(InstantSource.system()).abs()).isLessThan(Duration.ofSeconds(2));
    }
  }

  @Test
  void oneWithoutAFileOrThatEvictsIsUnsafe() {
    try (var redis = PlainRedis.start(directory, "maxmemory-policy volatile-lru");
        var link = RedisLink.connect(redis.url())) {
      assertThat(new RedisHealth(link).durability().unsafe())
          .hasSize(2)
          .anyMatch(what -> what.contains("appendonly yes"))
          .anyMatch(what -> what.contains("volatile-lru"));
    }
  }

  @Test
  void oneThatWritesEverySecondIsDoubtful() {
    try (var redis = PlainRedis.start(directory, "appendonly yes", "appendfsync everysec");
        var link = RedisLink.connect(redis.url())) {
      var durability = new RedisHealth(link).durability();
      assertThat(durability.unsafe()).isEmpty();
      assertThat(durability.doubtful()).singleElement().asString().contains("everysec");
    }
  }

  /** It answers PING in both cases. */
  @Test
  void oneThatRefusesWritesIsNotUp() {
    try (var redis = PlainRedis.start(directory, "maxmemory-policy noeviction");
        var link = RedisLink.connect(redis.url());
        var client = RedisClient.create(redis.url())) {
      var admin = client.connect().sync();
      var health = new RedisHealth(link);
      assertThat(health.state()).isEqualTo("up");
      admin.configSet("maxmemory", "1");
      assertThat(health.state()).isEqualTo("out of memory");
      assertThat(link.isReachable()).isTrue();
      admin.configSet("maxmemory", "0");
      assertThat(health.state()).isEqualTo("up");
      admin.replicaof("127.0.0.1", 1);
      assertThat(health.state()).isEqualTo("read-only");
      admin.replicaofNoOne();
      assertThat(health.state()).isEqualTo("up");
    }
  }
}
