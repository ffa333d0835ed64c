package dev.menagerie.server.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A server that is paused over a deadline, as by a debugger or a virtual machine that is moved. */
@Tag("long")
class PauseTest {
  private static final int TURN_MS = 6_000;
  private static final Duration SOON = Duration.ofSeconds(30);

  /** Each ends at another moment of the sweep. */
  private static final int[] PAUSES_MS = {7_000, 8_350, 9_700};

  @Test
  void aPauseOverADeadlineCostsNoTurn(@TempDir Path data) {
    try (var server = ServerProcess.start(data);
        var duel = Duel.on(server.origin(), server.origin(), rules())) {
      for (int pause : PAUSES_MS) {
        duel.steps(1);
        while (duel.player(0).state().path("turn").isNull()) duel.steps(1);
        long before = duel.version();
        server.signal("STOP");
        Awaitility.await().pollDelay(Duration.ofMillis(pause)).atMost(SOON).until(() -> true);
        server.signal("CONT");

        var extended =
            duel.player(0)
                .next(
                    "game:turn_timeout",
                    m ->
                        m.path("event_id").asLong() > before
                            && !isWarning(m.path("kind").asString()),
                    SOON);

        assertThat(extended.path("kind").asString()).isEqualTo("extended");
        assertThat(extended.path("reason").asString()).isEqualTo("outage");
        assertThat(Instant.parse(extended.path("deadline").asString())).isAfter(Instant.now());
        duel.player(1).stateAt(extended.path("event_id").asLong());
      }
      assertThat(duel.player(0).all("game:turn_timeout"))
          .noneMatch(message -> message.path("kind").asString().equals("expired"));
    }
  }

  private static boolean isWarning(String kind) {
    return kind.equals("warning");
  }

  private static Map<String, Object> rules() {
    var timer =
        Map.of("turn_ms", TURN_MS, "warning_ms", 1_000, "choice_ms", TURN_MS, "grace_ms", 0);
    return Map.of("preset", "pocket", "timer", timer);
  }
}
