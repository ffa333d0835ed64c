package dev.menagerie.server.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.ConnectException;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A stopping server: not ready, then no new calls, then running calls end, then sockets close. */
class DrainTest {
  @TempDir Path directory;

  @Test
  void itIsNotReadyFirstWhilePlayGoesOnAndEndsWithZero() throws Exception {
    var server = ServerProcess.start(directory, "--drain-seconds=15");
    try (server;
        var duel = Duel.on(server.origin(), server.origin())) {
      duel.steps(4);
      var guest = Person.guest(server.origin());
      server.signal("TERM");
      Awaitility.await().until(() -> guest.api().get("/health/ready").status() == 503);
      assertThat(guest.api().get("/health/ready").refused(503, "busy").path("detail").asString())
          .contains("shutting down");
      assertThat(guest.api().get("/health/live").status()).isEqualTo(200);
      duel.steps(4);
      for (int seat = 0; seat < 2; seat++) {
        var closed = duel.player(seat).next("session:closed", _ -> true, Duration.ofSeconds(60));
        assertThat(closed.path("code").asString()).isEqualTo("draining");
      }
      assertThat(server.exitCode()).isZero();
    }
    var origin = URI.create(server.origin());
    try (var socket = new Socket(origin.getHost(), origin.getPort())) {
      throw new AssertionError("somebody still listens: " + socket);
    } catch (ConnectException closed) {
      // as it should be
    }
  }
}
