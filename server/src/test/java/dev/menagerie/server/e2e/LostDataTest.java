package dev.menagerie.server.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.menagerie.server.game.GameId;
import dev.menagerie.server.redis.PlainRedis;
import dev.menagerie.server.redis.RedisNode;
import io.lettuce.core.RedisClient;
import io.lettuce.core.api.sync.RedisCommands;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A Redis that loses data while it goes on running, under two servers and two clients that play.
 * Nothing acknowledged may be lost, and an operator hears of it.
 */
class LostDataTest {
  @TempDir static Path directory;

  private static PlainRedis redis;
  private static RedisClient client;
  private static RedisCommands<String, String> admin;
  private static Cluster cluster;

  @BeforeAll
  static void start() throws Exception {
    redis =
        PlainRedis.start(Files.createDirectory(directory.resolve("redis")), PlainRedis.durable());
    client = RedisClient.create(redis.url());
    admin = client.connect().sync();
    cluster = Cluster.start(directory, redis.url());
  }

  @AfterAll
  static void stop() {
    cluster.close();
    client.shutdown();
    redis.close();
  }

  private static Duel duel() {
    return Duel.on(cluster.left().origin(), cluster.right().origin());
  }

  @Test
  void everythingDeletedInARunningRedisLosesNothing() {
    try (var duel = duel()) {
      for (int round = 0; round < 3; round++) {
        duel.steps(4);
        admin.flushall();
        duel.steps(3);
      }
      cluster.nothingIsLost("FLUSHALL on a live Redis, three times", duel);
      recoveriesAreInTheTimeline(duel);
    }
  }

  /** An operator sees where the game went on from the journal, and what happened there. */
  private static void recoveriesAreInTheTimeline(Duel duel) {
    var steps = cluster.admin("timeline", duel.game()).path("items").valueStream().toList();
    assertThat(steps).extracting(step -> step.path("epoch").asInt()).isSorted().contains(1, 2);
    var first =
        steps.stream().filter(step -> step.path("epoch").asInt() == 2).findFirst().orElseThrow();
    assertThat(first.path("event_id").asLong()).isGreaterThan(1);
    assertThat(first.path("move").asString()).isNotEmpty().isNotEqualTo("unknown");
    assertThat(first.path("at").asString()).isNotEmpty();
  }

  /** The servers have the only copies of what has happened since Postgres went away. */
  @Test
  void everythingDeletedWhilePostgresIsAwayLosesNothing() {
    try (var duel = duel()) {
      duel.steps(4);
      cluster.postgres().kill();
      duel.steps(5);
      admin.flushall();
      cluster.postgres().start();
      duel.steps(4);
      cluster.nothingIsLost("FLUSHALL with Postgres away before it", duel);
    }
  }

  @Test
  void aGameWhoseKeyIsDeletedIsRestoredByTheNextRequestWithAnAlarm() {
    try (var duel = duel();
        var other = duel()) {
      duel.steps(5);
      other.steps(5);
      delete(new GameId(duel.game()));
      duel.steps(4);
      other.steps(2);
      cluster.nothingIsLost("one game's key deleted", duel);
      cluster.nothingIsLost("the game beside it", other);
      assertThat(alarms("ALARM: game " + duel.game() + " was missing from the store")).hasSize(1);
      assertThat(cluster.rows(other)).allMatch(row -> row.head().epoch() == 1);
    }
  }

  private static void delete(GameId game) {
    try (var node = RedisNode.connect(redis.url(), 1)) {
      var key =
          node.keysOf(List.of(game)).stream()
              .filter(name -> name.startsWith("game:"))
              .findFirst()
              .orElseThrow();
      assertThat(admin.del(key)).isOne();
    }
  }

  private static List<String> alarms(String text) {
    return Stream.of(cluster.left(), cluster.right())
        .flatMap(server -> server.said().stream())
        .filter(line -> line.contains(text))
        .toList();
  }

  /**
   * Two faults at once: the server that committed sleeps while Redis goes back. What it alone knew
   * is lost, counted with an alarm, and the game goes on from what was journaled.
   */
  @Test
  void aRollbackWhileTheNodeThatIsAheadSleepsLosesItsUnjournaledCommitsWithAnAlarm()
      throws Exception {
    try (var duel = Duel.on(cluster.left().origin(), cluster.left().origin())) {
      duel.steps(4);
      cluster.awaitJournaled(duel);
      long journaled = duel.version();
      cluster.postgres().kill();
      duel.steps(3);
      cluster.left().signal("STOP");
      try {
        admin.flushall();
        cluster.postgres().start();
        int lost = duel.lost(journaled);
        System.out.printf(
            Locale.ROOT, "Redis emptied while the node ahead sleeps: %d lost%n", lost);
        for (int seat = 0; seat < 2; seat++) duel.moveTo(seat, cluster.right().origin());
        duel.steps(2);
      } finally {
        cluster.left().signal("CONT");
      }
      Awaitility.await().until(() -> !alarms("acknowledged commits are lost").isEmpty());
      duel.steps(2);
      cluster.nothingIsLost("what was journaled", duel);
    }
  }
}
