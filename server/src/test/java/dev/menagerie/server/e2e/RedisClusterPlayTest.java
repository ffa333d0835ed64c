package dev.menagerie.server.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.menagerie.server.game.GameId;
import dev.menagerie.server.redis.PlainCluster;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two servers on a Redis Cluster, all as processes of their own. */
class RedisClusterPlayTest {
  /** At once: with 64 partitions on three masters, every master has some. */
  private static final int GAMES = 6;

  /** A master that does not answer for so long is replaced by its replica. */
  private static final Duration REPLACED_AFTER = Duration.ofSeconds(3);

  /** What a server logs when it has compared the stores. */
  private static final String COMPARED = "store run cluster-";

  @TempDir Path directory;

  @Test
  void serversPlayOnACluster() throws Exception {
    try (var redis = PlainCluster.start(Files.createDirectory(directory.resolve("redis")));
        var servers = Cluster.start(directory, redis.url());
        var duel = Duel.on(servers.left().origin(), servers.right().origin())) {
      duel.steps(6);
      servers.nothingIsLost("Redis Cluster of three masters", duel);
    }
  }

  @Test
  @Tag("long")
  void playGoesOnWithAReplicaWhenAMasterIsKilledUnderLoadAndNothingIsLost() throws Exception {
    var duels = new ArrayList<Duel>();
    try (var redis =
            PlainCluster.startReplicated(
                Files.createDirectory(directory.resolve("redis")), REPLACED_AFTER);
        var servers = Cluster.start(directory, redis.url());
        var players = Executors.newVirtualThreadPerTaskExecutor()) {
      try {
        for (int i = 0; i < GAMES; i++) {
          duels.add(Duel.on(servers.left().origin(), servers.right().origin()));
        }
        long before = comparisons(servers);
        var first = duels.getFirst();
        var isOver = new AtomicBoolean();
        var others = new ArrayList<Future<?>>();
        for (var duel : duels.subList(1, GAMES)) {
          others.add(players.submit(() -> playUntil(isOver, duel)));
        }
        Duration away;
        try {
          first.steps(6);
          long killed = System.nanoTime();
          redis.kill(redis.masterOf(new GameId(first.game())));
          first.steps(1);
          away = Duration.ofNanos(System.nanoTime() - killed);
          first.steps(5);
        } finally {
          isOver.set(true);
        }
        for (var other : others) other.get();
        System.out.printf(
            Locale.ROOT,
            "Redis Cluster failover: the next action of a game of the killed master after %.1f s%n",
            away.toMillis() / 1e3);
        assertThat(comparisons(servers)).isGreaterThan(before);
        for (var duel : duels) servers.nothingIsLost("a killed master of Redis Cluster", duel);
      } finally {
        duels.forEach(Duel::close);
      }
    }
  }

  private static void playUntil(AtomicBoolean isOver, Duel duel) {
    while (!isOver.get()) {
      if (duel.stepsUntilOver(1) == 0) return;
    }
  }

  private static long comparisons(Cluster servers) {
    return Stream.of(servers.left(), servers.right())
        .map(ServerProcess::said)
        .flatMap(List::stream)
        .filter(line -> line.contains(COMPARED))
        .count();
  }
}
