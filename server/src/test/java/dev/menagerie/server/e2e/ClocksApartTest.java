package dev.menagerie.server.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The time of the store decides; the clocks of two servers may be ten minutes apart. */
class ClocksApartTest {
  /** What an answer of the store may take, and half of it. */
  private static final Duration TOLERANCE = Duration.ofMillis(500);

  private static final Duration WRONG = Duration.ofMinutes(5);
  private static final int TURN_MS = 3_000;

  @Test
  void twoServersWithWrongClocksPlayOneGameAndItsTurnsEndInTime() {
    Path keys = Servers.jwtFile();
    try (var fast = Servers.another(s -> s.jwtSecretFile(keys).clockWrongBy(WRONG));
        var slow = Servers.another(s -> s.jwtSecretFile(keys).clockWrongBy(WRONG.negated()));
        var duel = Duel.on(fast.url(), slow.url(), rules())) {
      duel.steps(6);
      var turn = duel.player(0).state().path("turn");
      while (turn.isNull()) {
        duel.steps(1);
        turn = duel.player(0).state().path("turn");
      }
      var deadline = Instant.parse(turn.path("deadline").asString());
      for (int seat = 0; seat < 2; seat++) isToldTheStoresTime(duel.player(seat));
      for (int seat = 0; seat < 2; seat++) expiresInTime(duel.player(seat), deadline);
      duel.rejoin(0);
      duel.rejoin(1);
    }
  }

  /** The server's clock is minutes off, and clients still get the store's time. */
  private static void isToldTheStoresTime(Player player) {
    var before = Instant.now();
    var alive = player.ask("game:heartbeat", Map.of());
    var after = Instant.now();
    assertThat(Instant.parse(alive.path("server_time").asString()))
        .isBetween(before.minus(TOLERANCE), after.plus(TOLERANCE));
    var state = player.all("game:state").getLast();
    assertThat(Instant.parse(state.path("timestamp").asString()))
        .isBetween(before.minus(Duration.ofMinutes(1)), after.plus(TOLERANCE));
  }

  private static void expiresInTime(Player player, Instant deadline) {
    var expired =
        player.next(
            "game:turn_timeout",
            message -> message.path("kind").asString().equals("expired"),
            Duration.ofSeconds(15));
    assertThat(expired.path("consequence").asString()).isEqualTo("auto_pass");
    // The store and this test share a machine, and so a clock; the servers' own are minutes off.
    assertThat(Instant.now()).isBetween(deadline, deadline.plusMillis(2L * TURN_MS));
  }

  private static Map<String, Object> rules() {
    var timer =
        Map.of("turn_ms", TURN_MS, "warning_ms", 1_000, "choice_ms", 2_000, "grace_ms", 500);
    return Map.of("preset", "pocket", "timer", timer);
  }
}
