package dev.menagerie.server.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.menagerie.server.stores.Rigged;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Two servers, a Redis and a Postgres as processes of their own, with faults while two clients
 * play. Afterwards every acknowledged action must be in the journal once and get the same reply
 * again; permitted losses are counted exactly and printed.
 */
class FaultsTest {
  private static final Duration SOON = Duration.ofSeconds(30);

  @TempDir static Path directory;

  private static Cluster cluster;
  private static Rigged network;

  /** Reaches Redis over the network that can be rigged. */
  private static ServerProcess left;

  private static ServerProcess right;

  @BeforeAll
  static void start() throws IOException {
    cluster = Cluster.start(directory);
    network = cluster.network();
    left = cluster.left();
    right = cluster.right();
  }

  @AfterAll
  static void stop() {
    cluster.close();
  }

  @Test
  void nodeKilledBeforeTheCommitLeavesNothingDoneAndTheRepeatDoesIt() throws Exception {
    try (var duel = Duel.on(left.origin(), right.origin())) {
      duel.steps(4);
      var fatal = untilSeat(duel, 0);
      var reached = network.from("m:0:" + fatal.id(), Rigged.Mode.SILENT);
      var unanswered = duel.send(fatal);
      reached.get();
      left.kill();
      network.now(Rigged.Mode.WHOLE);
      assertThat(cluster.rows(duel)).noneMatch(row -> Cluster.isAnswer(row, fatal));
      assertThat(unanswered).isNotDone();
      long before = duel.version();
      duel.moveTo(0, right.origin());
      assertThat(duel.settle(fatal).path("event_id").asLong()).isGreaterThan(before);
      duel.steps(3);
      cluster.nothingIsLost("node killed before the commit", duel);
    } finally {
      left.startAgain();
    }
  }

  @Test
  void nodeKilledAfterTheCommitBeforeItsAnswerIsAnsweredByTheOther() throws Exception {
    try (var duel = Duel.on(left.origin(), right.origin())) {
      duel.steps(4);
      var fatal = untilSeat(duel, 0);
      long next = duel.version() + 1;
      var reached = network.from("m:0:" + fatal.id(), Rigged.Mode.SILENT_AFTER);
      var unanswered = duel.send(fatal);
      reached.get();
      duel.player(1).stateAt(next); // it has happened
      left.kill();
      network.now(Rigged.Mode.WHOLE);
      assertThat(unanswered).isNotDone();
      duel.moveTo(0, right.origin());
      assertThat(duel.settle(fatal).path("event_id").asLong()).isEqualTo(next);
      duel.steps(3);
      cluster.nothingIsLost("node killed after the commit, before its answer", duel);
    } finally {
      left.startAgain();
    }
  }

  @Test
  void aNodeKilledWhileItBroadcastsLeavesNoClientBehind() throws Exception {
    try (var duel = Duel.on(left.origin(), left.origin())) {
      while (duel.player(0).stateAt(duel.version()).path("turn").isNull()) duel.steps(1);
      duel.settle(duel.next());
      var deadline = deadline(duel, 0);
      left.kill(); // the actor has the reply; the other receivers may not have the broadcast
      for (int seat = 0; seat < 2; seat++) duel.moveTo(seat, right.origin());
      bothAreAtTheSameVersion(duel);
      assertThat(deadline(duel, 0)).isAfterOrEqualTo(deadline);
      duel.steps(3);
      cluster.nothingIsLost("node killed during the broadcast", duel);
    } finally {
      left.startAgain();
    }
  }

  @Test
  void aHundredRepeatsOnBothNodesAndAfterARestartAreOneCommit() throws Exception {
    try (var duel = Duel.on(left.origin(), right.origin())) {
      duel.steps(3);
      var once = duel.next();
      var reply = duel.settle(once);
      var origins = List.of(left.origin(), right.origin());
      for (int i = 0; i < 100; i++) {
        if (i % 25 == 0) duel.moveTo(once.seat(), origins.get(i / 25 % 2));
        if (i == 50) {
          left.kill();
          left.startAgain();
          duel.moveTo(0, left.origin());
        }
        assertThat(duel.send(once).get()).as("repeat %d", i).isEqualTo(reply);
      }
      duel.steps(2);
      cluster.nothingIsLost("a hundred repeats", duel);
    }
  }

  @Test
  void redisKilledAndBackWithItsDataLosesNothing() {
    try (var duel = Duel.on(left.origin(), right.origin())) {
      duel.steps(6);
      cluster.redis().kill();
      cluster.redis().start();
      duel.steps(6);
      cluster.nothingIsLost("Redis killed, its data intact", duel);
    }
  }

  /** The journal is unreachable, so the node's memory has the only copy. */
  @Test
  void lastSecondThatRedisLostIsInTheMemoryOfTheNodeThatCommittedIt() throws IOException {
    try (var duel = Duel.on(left.origin(), left.origin())) {
      duel.steps(4);
      cluster.awaitJournaled(duel);
      cluster.postgres().kill();
      long size = cluster.redisFiles().written();
      duel.steps(4);
      cluster.redis().kill();
      cluster.redisFiles().rollBack(size);
      cluster.redis().start();
      cluster.postgres().start();
      duel.steps(4);
      cluster.nothingIsLost("Redis killed, its last moments missing", duel);
    }
  }

  @Test
  void emptyRedisIsRestored() throws IOException {
    try (var duel = Duel.on(left.origin(), right.origin())) {
      duel.steps(6);
      cluster.redis().kill();
      cluster.redisFiles().delete();
      cluster.redis().start();
      duel.rejoin(0);
      duel.rejoin(1);
      duel.steps(6);
      cluster.nothingIsLost("Redis killed, all its data missing", duel);
    }
  }

  /** The journal is kept away, so that something can be lost at all. */
  @Test
  void losingRedisAndTheNodeLosesUnjournaledCommitsOnly() throws Exception {
    try (var duel = Duel.on(left.origin(), left.origin())) {
      duel.steps(5);
      cluster.awaitJournaled(duel);
      long journaled = duel.version();
      cluster.postgres().kill();
      duel.steps(3);
      left.kill();
      cluster.redis().kill();
      cluster.redisFiles().delete();
      cluster.redis().start();
      cluster.postgres().start();
      int lost = duel.lost(journaled);
      assertThat(lost).isEqualTo(3);
      System.out.printf(
          Locale.ROOT, "Redis and the node lost together: %d not journaled are lost%n", lost);
      for (int seat = 0; seat < 2; seat++) duel.moveTo(seat, right.origin());
      // Nothing journaled is lost. The server adds commits of its own: time given back, a return
      // noted.
      assertThat(duel.player(0).state().path("event_id").asLong())
          .isGreaterThanOrEqualTo(journaled);
      duel.steps(3);
      cluster.nothingIsLost("Redis and the node lost together, what was journaled", duel);
    } finally {
      left.startAgain();
    }
  }

  @Test
  void redisThatCannotBeReachedForAWhileOnlyDelays() {
    unreachable(Duration.ofSeconds(3));
  }

  @Test
  @Tag("long")
  @Timeout(value = 5, unit = TimeUnit.MINUTES)
  void redisThatCannotBeReachedForTenSecondsOnlyDelays() {
    unreachable(Duration.ofSeconds(10));
  }

  private static void unreachable(Duration time) {
    try (var duel = Duel.on(left.origin(), left.origin())) {
      duel.steps(3);
      for (var mode : List.of(Rigged.Mode.CUT_BEFORE, Rigged.Mode.SILENT)) {
        network.now(mode);
        network.cut();
        var late = duel.next();
        assertThat(duel.send(late).join().path("error").path("code").asString())
            .isEqualTo("unavailable");
        pass(time);
        network.now(Rigged.Mode.WHOLE);
        network.cut();
        duel.settle(late);
        duel.steps(2);
      }
      cluster.nothingIsLost("Redis unreachable " + time.toSeconds() + " s, twice", duel);
    } finally {
      network.now(Rigged.Mode.WHOLE);
    }
  }

  @Test
  void playGoesOnWithoutPostgresAndTheJournalCatchesUp() {
    withoutPostgres(Duration.ofSeconds(4));
  }

  @Test
  @Tag("long")
  @Timeout(value = 5, unit = TimeUnit.MINUTES)
  void playGoesOnWithoutPostgresForAMinute() {
    withoutPostgres(Duration.ofSeconds(60));
  }

  private static void withoutPostgres(Duration time) {
    try (var duel = Duel.on(left.origin(), right.origin())) {
      duel.steps(3);
      cluster.postgres().kill();
      try {
        duel.steps(4);
        left.awaitSaid("ALARM: the journal is", 20);
        var api = duel.person(0).api();
        var deck = Map.of("deck_id", "pocket-embers", "rules_config", "pocket");
        api.post("/games", deck).refused(503, "unavailable");
        api.get("/health/ready").refused(503, "unavailable");
        assertThat(cluster.metric("menagerie_journal_waiting")).isPositive();
        assertThat(cluster.metric("menagerie_journal_lag_oldest_seconds")).isGreaterThan(1);
        pass(time);
        duel.steps(4);
      } finally {
        cluster.postgres().start();
      }
      duel.steps(2);
      cluster.nothingIsLost("Postgres away for " + time.toSeconds() + " s", duel);
      Awaitility.await().atMost(SOON).until(() -> cluster.metric("menagerie_journal_waiting") == 0);
    }
  }

  @Test
  void nodeThatWasPausedFindsTheGameWhereTheOtherHasTakenIt() {
    paused(Duration.ofSeconds(7)); // longer than the leases of drainer and timers
  }

  @Test
  @Tag("long")
  @Timeout(value = 5, unit = TimeUnit.MINUTES)
  void nodeThatWasPausedPastEveryTimeToLiveDoesNoHarm() {
    paused(Duration.ofSeconds(75)); // longer than connections are believed
  }

  private static void paused(Duration time) {
    try (var duel = Duel.on(left.origin(), right.origin())) {
      duel.steps(4);
      left.signal("STOP");
      try {
        duel.moveTo(0, right.origin());
        duel.steps(3);
        pass(time);
        duel.steps(1);
      } finally {
        left.signal("CONT");
      }
      duel.moveTo(0, left.origin());
      bothAreAtTheSameVersion(duel);
      duel.steps(3);
      cluster.nothingIsLost("a node paused for " + time.toSeconds() + " s", duel);
    }
  }

  /** Plays on until this seat may act; returns its unsent action. */
  private static Duel.Acknowledged untilSeat(Duel duel, int seat) {
    while (true) {
      var next = duel.next();
      if (next.seat() == seat) return next;
      duel.settle(next);
    }
  }

  private static void bothAreAtTheSameVersion(Duel duel) {
    long latest = duel.version();
    for (int seat = 0; seat < 2; seat++) {
      latest = Math.max(latest, duel.player(seat).state().path("event_id").asLong());
    }
    for (int seat = 0; seat < 2; seat++) duel.player(seat).stateAt(latest);
  }

  private static Instant deadline(Duel duel, int seat) {
    var turn = duel.player(seat).stateAt(duel.version()).path("turn");
    return Instant.parse(turn.path("deadline").asString());
  }

  private static void pass(Duration time) {
    Awaitility.await().pollDelay(time).atMost(time.plusSeconds(5)).until(() -> true);
  }
}
