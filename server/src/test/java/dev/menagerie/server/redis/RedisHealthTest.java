package dev.menagerie.server.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.menagerie.server.StoreUnavailable;
import dev.menagerie.server.Stores;
import io.lettuce.core.RedisClient;
import io.lettuce.core.codec.StringCodec;
import io.lettuce.core.output.StatusOutput;
import io.lettuce.core.protocol.CommandArgs;
import io.lettuce.core.protocol.CommandType;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RedisHealthTest {
  /** Redis looks for calls after each 1,024 commands that it loads. */
  private static final int LOADED = 16 * 1_024;

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

  /** Its file counts as off meanwhile, which is no reason for an alarm. */
  @Test
  void oneThatIsLoadingIsNotJudged() {
    try (var redis =
            PlainRedis.of(
                PlainRedis.program(),
                directory,
                "enable-debug-command yes",
                "key-load-delay 1000");
        var link = RedisLink.connect(redis.url());
        var client = RedisClient.create(redis.url())) {
      var health = new RedisHealth(link);
      assertThat(health.durability().all()).isEmpty();
      var admin = client.connect().async();
      var written = IntStream.range(0, LOADED).mapToObj(i -> admin.set("key" + i, "1")).toList();
      written.forEach(RedisReplies::await);
      // Takes some sixteen seconds; Redis is stopped before.
      var _ = admin.dispatch(CommandType.DEBUG, new StatusOutput<>(StringCodec.UTF8), loadFile());
      Awaitility.await()
          .untilAsserted(() ->
              assertThatThrownBy(health::durability)
                  .isInstanceOf(StoreUnavailable.class)
                  .hasRootCauseMessage("Redis is loading its data"));
    }
  }

  private static CommandArgs<String, String> loadFile() {
    return new CommandArgs<>(StringCodec.UTF8).add("LOADAOF");
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
