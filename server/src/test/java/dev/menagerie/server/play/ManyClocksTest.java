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
import java.util.ArrayList;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Clocks that run out at one and the same moment, in a real Redis and kept by a real timekeeper.
 */
class ManyClocksTest {
  private static final OperatingSystemMXBean MACHINE =
      (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

  @TempDir Path directory;

  /** How late the last of them was noticed, and what one of them cost. */
  private record Kept(Duration latest, Duration processorTimeEach) {}

  @Test
  void threeHundredClocksRunOutAtOnceAndNoneIsASecondLate() {
    assertThat(keep(300, Duration.ofSeconds(3)).latest()).isLessThan(Duration.ofSeconds(1));
  }

  @Tag("long")
  @Test
  void tenThousandClocksRunOutAtOnceAndNoneIsASecondLate() {
    assertThat(keep(10_000, Duration.ofSeconds(60)).latest()).isLessThan(Duration.ofSeconds(1));
  }

  private Kept keep(int count, Duration preparation) {
    try (var clocks = new RealClocks(directory)) {
      var node = clocks.node();
      var end = Instant.now().plus(preparation);
      var games = new ArrayList<GameId>();
      for (int i = 0; i < count; i++) {
        var game = clocks.game(Duration.between(Instant.now(), end));
        node.find(game);
        games.add(game);
      }
      assertThat(Instant.now()).as("prepared in time").isBefore(end);
      var deadlines = games.stream().map(clocks::deadline).toList();
      var ports = clocks.redis.stores();
      try (var keeper =
          new Timekeeper(ports.deadlines(), ports.leases(), NodeId.fresh(), new Games(node))) {
        keeper.start();
        return waitFor(clocks, games, deadlines, end);
      }
    }
  }

  private static Kept waitFor(
      RealClocks clocks, List<GameId> games, List<Instant> deadlines, Instant end) {
    Awaitility.await().atMost(Duration.ofMinutes(3)).until(() -> Instant.now().isAfter(end));
    long before = MACHINE.getProcessCpuTime();
    for (var game : games) {
      Awaitility.await()
          .atMost(Duration.ofMinutes(3))
          .pollInterval(Duration.ofMillis(50))
          .until(() -> !clocks.records(game).isEmpty());
    }
    var each = Duration.ofNanos((MACHINE.getProcessCpuTime() - before) / games.size());
    var latest = Duration.ZERO;
    for (int i = 0; i < games.size(); i++) {
      var records = clocks.records(games.get(i));
      assertThat(records).hasSize(1);
      var late = Duration.between(deadlines.get(i), records.getFirst().at());
      assertThat(late).isGreaterThanOrEqualTo(Duration.ZERO);
      if (late.compareTo(latest) > 0) latest = late;
    }
    System.out.printf(
        "%d clocks at once: the last %d ms late, %d us of processor time each%n",
        games.size(), latest.toMillis(), each.toNanos() / 1_000);
    return new Kept(latest, each);
  }
}
