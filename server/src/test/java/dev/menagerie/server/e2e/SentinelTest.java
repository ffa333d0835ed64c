package dev.menagerie.server.e2e;

import dev.menagerie.server.Stores;
import dev.menagerie.server.commandline.LocalServer;
import dev.menagerie.server.redis.PlainRedis;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Redis with a replica and three Sentinels, as processes of their own. */
@Tag("long")
class SentinelTest {
  private static final int QUORUM = 2;

  @TempDir Path directory;

  @Test
  void playGoesOnWithTheReplicaWhenThePrimaryIsKilledAndNothingIsLost() throws Exception {
    try (var primary = PlainRedis.start(own("primary"), PlainRedis.durable());
        var _ = PlainRedis.start(own("replica"), replicaOf(primary));
        var first = PlainRedis.sentinel(own("first"), primary, QUORUM);
        var second = PlainRedis.sentinel(own("second"), primary, QUORUM);
        var third = PlainRedis.sentinel(own("third"), primary, QUORUM);
        var server =
            ServerProcess.start(
                directory.resolve("data"),
                "--redis-url",
                Stream.of(first, second, third)
                    .map(one -> "127.0.0.1:" + one.port())
                    .collect(Collectors.joining(",", "redis-sentinel://", "/0#duel")),
                "--postgres-url",
                LocalServer.postgresUrl(Stores.emptyDatabase()));
        var duel = Duel.on(server.origin(), server.origin())) {
      duel.steps(6);
      long killed = System.nanoTime();
      primary.kill();
      duel.steps(1);
      var away = Duration.ofNanos(System.nanoTime() - killed);
      duel.steps(5);
      duel.everyAnswerIsTheSameAgain();
      System.out.printf(
          Locale.ROOT,
          "Sentinel failover: %d acknowledged, 0 lost; the next action after %.1f s%n",
          duel.acknowledged().size(),
          away.toMillis() / 1e3);
    }
  }

  private static String[] replicaOf(PlainRedis primary) {
    return Stream.concat(
            Stream.of(PlainRedis.durable()), Stream.of("replicaof 127.0.0.1 " + primary.port()))
        .toArray(String[]::new);
  }

  private Path own(String name) throws IOException {
    return Files.createDirectory(directory.resolve(name));
  }
}
