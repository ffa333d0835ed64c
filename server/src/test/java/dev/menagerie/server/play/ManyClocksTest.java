package dev.menagerie.server.play;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.OperatingSystemMXBean;
import dev.menagerie.server.game.GameId;
import dev.menagerie.server.game.NodeId;
import dev.menagerie.server.timer.Timekeeper;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Many clocks that run at once, in a real Redis and kept by a real timekeeper. */
class ManyClocksTest {
  private static final OperatingSystemMXBean MACHINE =
      (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
  private static final Duration SECOND = Duration.ofSeconds(1);
  private static final Duration PATIENCE = Duration.ofMinutes(3);
  private static final int PREPARED_AT_ONCE = 32;

  @TempDir Path directory;

  /** How late the last of them was noticed, and what one of them cost. */
  private record Kept(Duration latest, Duration processorTimeEach) {}

  @Test
  void threeHundredRunOutInOneMomentAndNoneIsASecondLate() {
    try (var clocks = new RealClocks(directory)) {
      assertThat(keep(clocks, 300, Duration.ofSeconds(3), Duration.ZERO).latest())
          .isLessThan(SECOND);
    }
  }

  /** A thousand a second, a third of what two processors keep up with. */
  @Tag("long")
  @Timeout(value = 5, unit = TimeUnit.MINUTES)
  @Test
  void tenThousandRunAtOnceAndNoneIsASecondLate() {
    try (var clocks = new RealClocks(directory)) {
      keep(clocks, 1_000, Duration.ofSeconds(6), Duration.ZERO); // as on a server that has run
      var spread = Duration.ofSeconds(10);
      assertThat(keep(clocks, 10_000, Duration.ofSeconds(25), spread).latest()).isLessThan(SECOND);
    }
  }

  @Tag("long")
  @Timeout(value = 5, unit = TimeUnit.MINUTES)
  @Test
  void tenThousandRunOutInOneMomentAndAllAreKept() {
    try (var clocks = new RealClocks(directory)) {
      keep(clocks, 1_000, Duration.ofSeconds(6), Duration.ZERO);
      assertThat(keep(clocks, 10_000, Duration.ofSeconds(25), Duration.ZERO).latest())
          .isLessThan(Duration.ofSeconds(20));
    }
  }

  private record Running(GameId game, Instant deadline) {}

  /** So many games, with deadlines evenly spread from the end of the preparation on. */
  private static Kept keep(RealClocks clocks, int count, Duration preparation, Duration spread) {
    var node = clocks.node();
    var ports = clocks.redis.stores();
    // From the beginning: time in which nobody sweeps is an outage, and given back.
    try (var keeper =
        new Timekeeper(ports.deadlines(), ports.leases(), NodeId.fresh(), new Games(node))) {
      keeper.start();
      var end = Instant.now().plus(preparation);
      var running =
          started(
              clocks,
              node,
              IntStream.range(0, count)
                  .mapToObj(i -> end.plus(spread.multipliedBy(i).dividedBy(count)))
                  .toList());
      assertThat(Instant.now()).as("prepared in time").isBefore(end);
      Awaitility.await().atMost(PATIENCE).until(() -> Instant.now().isAfter(end));
      var kept = kept(clocks, running);
      System.out.printf(
          "%d clocks within %d ms: the last %d ms late, %d us of processor time each%n",
          count,
          spread.toMillis(),
          kept.latest().toMillis(),
          kept.processorTimeEach().toNanos() / 1_000);
      return kept;
    }
  }

  /** Many at a time: one after the other they would take minutes. */
  private static List<Running> started(RealClocks clocks, LiveGames node, List<Instant> deadlines) {
    var hands = new Semaphore(PREPARED_AT_ONCE);
    List<Future<Running>> started;
    try (var all = Executors.newVirtualThreadPerTaskExecutor()) {
      started =
          deadlines.stream()
              .map(deadline -> all.submit(() -> start(clocks, node, deadline, hands)))
              .toList();
    }
    return started.stream().map(Future::resultNow).toList();
  }

  private static Running start(RealClocks clocks, LiveGames node, Instant deadline, Semaphore hands)
      throws InterruptedException {
    hands.acquire();
    try {
      var game = clocks.game(Duration.between(Instant.now(), deadline));
      node.find(game);
      return new Running(game, clocks.deadline(game));
    } finally {
      hands.release();
    }
  }

  private static Kept kept(RealClocks clocks, List<Running> running) {
    long before = MACHINE.getProcessCpuTime();
    for (var each : running) {
      if (clocks.records(each.game()).isEmpty()) {
        Awaitility.await().atMost(PATIENCE).until(() -> !clocks.records(each.game()).isEmpty());
      }
    }
    long used = MACHINE.getProcessCpuTime() - before;
    var latest = Duration.ZERO;
    for (var each : running) {
      var records = clocks.records(each.game());
      assertThat(records).hasSize(1);
      var late = Duration.between(each.deadline(), records.getFirst().at());
      assertThat(late).isGreaterThanOrEqualTo(Duration.ZERO);
      if (late.compareTo(latest) > 0) latest = late;
    }
    return new Kept(latest, Duration.ofNanos(used / running.size()));
  }
}
