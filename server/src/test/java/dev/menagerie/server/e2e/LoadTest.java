package dev.menagerie.server.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.menagerie.clients.Clients;
import dev.menagerie.clients.load.Load;
import dev.menagerie.clients.load.LoadPage;
import dev.menagerie.clients.load.LoadPlan;
import dev.menagerie.clients.load.LoadPlan.Pace;
import dev.menagerie.clients.load.LoadReport;
import dev.menagerie.clients.load.LoadSteps;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The load tool plays real games and counts the right things. */
class LoadTest {
  private static final Load.Progress SILENT =
      new Load.Progress() {
        @Override
        public void signedIn(int players, int all) {}

        @Override
        public void played(Duration elapsed, boolean counted, long actions, long failures) {}
      };

  @ParameterizedTest
  @EnumSource
  void gamesFollowOneAnotherWithoutErrors(LoadPlan.Sync sync) throws InterruptedException {
    var report = played(Servers.shared(), sync, false);

    assertThat(report.sockets()).isEqualTo(8);
    assertThat(report.bytesPerAction()).isPositive();
    assertThat(report.acknowledged().p50()).isBetween(0.0, report.acknowledged().max());
    assertThat(report.opponentTold().max()).isPositive();
  }

  /** Netty's client inflates what our server deflates, game after game. */
  @Test
  void compressedConnectionsAreSentFarFewerBytes() throws InterruptedException {
    var sync = LoadPlan.Sync.DELTA;
    try (var server = Servers.another(settings -> settings.socketCompression(true))) {
      var plain = played(server.url(), sync, false);
      var compressed = played(server.url(), sync, true);

      assertThat(compressed.bytesPerAction()).isLessThan(plain.bytesPerAction() / 2);
    }
  }

  /** Two processes share the games, and every step has the actions that were due. */
  @Test
  void actionsAreDueAtARateThatDoesNotWaitForTheServer() throws InterruptedException {
    var pace = new Pace.Arrivals(List.of(10.0, 20.0), Duration.ofMinutes(1));
    var plan = plan(Servers.shared(), pace, LoadPlan.Sync.DELTA, false, 2);

    var steps = LoadSteps.of(plan, new Load(plan, Clients.class, SILENT).run());

    assertThat(steps.steps()).extracting(LoadReport::failures).containsOnly(0L);
    assertThat(steps.steps())
        .extracting(LoadReport::duePerSecond)
        .containsExactly(Optional.of(10.0), Optional.of(20.0));
    // Arrivals of a Poisson process: 30 and 60 in the mean, never the thousands of a closed loop.
    assertThat(steps.steps().getFirst().actions()).isBetween(5L, 90L);
    assertThat(steps.steps().getLast().actions()).isBetween(15L, 150L);
    assertThat(LoadPage.of(plan, steps.steps())).contains("<svg", "<td>10<td>", "<td>20<td>");
  }

  /** No server answers in no time: the first step is the last. */
  @Test
  void aRampEndsAtTheFirstRateThatTheServerDoesNotKeepUpWith() throws InterruptedException {
    var pace = new Pace.Arrivals(List.of(10.0, 20.0), Duration.ZERO);
    var plan = plan(Servers.shared(), pace, LoadPlan.Sync.DELTA, false, 1);

    var steps = LoadSteps.of(plan, new Load(plan, Clients.class, SILENT).run());

    assertThat(steps.steps()).hasSize(1);
    assertThat(steps.knee()).isEmpty();
    assertThat(steps.isReached()).isTrue();
  }

  private static LoadReport played(String url, LoadPlan.Sync sync, boolean compressed)
      throws InterruptedException {
    var plan = plan(url, new Pace.Think(Duration.ZERO), sync, compressed, 1);
    var report = new Load(plan, Clients.class, SILENT).run().getFirst();
    assertThat(report.errors()).isEmpty();
    assertThat(report.actions()).isPositive();
    return report;
  }

  private static LoadPlan plan(
      String url, Pace pace, LoadPlan.Sync sync, boolean compressed, int processes) {
    return new LoadPlan(
        URI.create(url),
        4,
        Duration.ofSeconds(1),
        Duration.ofSeconds(3),
        pace,
        "pocket",
        sync,
        compressed,
        7,
        processes,
        OptionalLong.of(ProcessHandle.current().pid()));
  }
}
