package dev.menagerie.server.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.menagerie.clients.load.Load;
import dev.menagerie.clients.load.LoadPlan;
import dev.menagerie.clients.load.LoadReport;
import java.net.URI;
import java.time.Duration;
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

  private static LoadReport played(String url, LoadPlan.Sync sync, boolean compressed)
      throws InterruptedException {
    var plan =
        new LoadPlan(
            URI.create(url),
            4,
            Duration.ofSeconds(1),
            Duration.ofSeconds(3),
            Duration.ZERO,
            "pocket",
            sync,
            compressed,
            7,
            OptionalLong.of(ProcessHandle.current().pid()));
    var report = new Load(plan, SILENT).run();
    assertThat(report.errors()).isEmpty();
    assertThat(report.actions()).isPositive();
    return report;
  }
}
