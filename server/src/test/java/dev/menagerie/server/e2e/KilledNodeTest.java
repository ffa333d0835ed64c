package dev.menagerie.server.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.menagerie.server.redis.PlainRedis;
import io.lettuce.core.RedisClient;
import io.lettuce.core.ZAddArgs;
import io.lettuce.core.api.sync.RedisCommands;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A server is killed while its players play: the others learn it from its connections. */
class KilledNodeTest {
  private static final Duration ENOUGH = Duration.ofSeconds(60);

  /** The last heartbeat of the killed server is put so far ahead. */
  private static final double DAY = Duration.ofDays(1).toMillis();

  @TempDir Path directory;

  /** The heartbeat would say so after a day. */
  @Test
  void theOpponentIsToldWithoutTheHeartbeat() throws Exception {
    try (var redis =
            PlainRedis.start(
                Files.createDirectory(directory.resolve("redis")), PlainRedis.durable());
        var client = RedisClient.create(redis.url());
        var cluster = Cluster.start(directory, redis.url());
        var duel = Duel.on(cluster.left().origin(), cluster.right().origin())) {
      var admin = client.connect().sync();
      duel.steps(2);
      duel.player(1).passOver();
      var node = nodeOf(admin, duel.person(0).id());
      Awaitility.await().atMost(ENOUGH).until(() -> admin.sismember("nodes_subscribed", node));
      stopWithHeartbeatAhead(admin, cluster.left(), node);

      cluster.left().kill();

      duel.player(1).nextPresence("disconnected", ENOUGH);
      assertThat(admin.hget("user_conn:{" + duel.person(0).id() + "}", "sid")).isNull();
      duel.moveTo(0, cluster.right().origin());
      duel.player(1).nextPresence("reconnected", ENOUGH);
    }
  }

  private static String nodeOf(RedisCommands<String, String> admin, String user) {
    return admin.hget("user_conn:{" + user + "}", "node");
  }

  /**
   * Pauses the server, so that it gives no heartbeat after the one that is put ahead. If the other
   * one took it for dead before that was done, it goes on and the whole is tried again.
   */
  private static void stopWithHeartbeatAhead(
      RedisCommands<String, String> admin, ServerProcess server, String node) {
    Awaitility.await()
        .atMost(ENOUGH)
        .until(() -> {
          server.signal("STOP");
          var ahead = admin.zaddincr("nodes_seen", ZAddArgs.Builder.xx(), DAY, node);
          if (ahead == null) server.signal("CONT");
          return ahead != null;
        });
  }
}
