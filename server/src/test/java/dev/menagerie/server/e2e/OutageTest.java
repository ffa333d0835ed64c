package dev.menagerie.server.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.menagerie.server.Stores;
import dev.menagerie.server.commandline.LocalServer;
import dev.menagerie.server.embedded.DataDirectory;
import dev.menagerie.server.embedded.EmbeddedStores;
import dev.menagerie.server.game.Deadlines;
import dev.menagerie.testkit.Ports;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Clocks while a server or its store is away, as the players of a game see them. */
class OutageTest {
  private static final Duration SOON = Duration.ofSeconds(40);

  private final int port = Ports.free();
  private final int nextPort = Ports.free();

  @TempDir Path directory;

  private DataDirectory data;
  private EmbeddedStores stores;

  @BeforeEach
  void start() {
    data = DataDirectory.lock(directory.resolve("stores"));
    stores = Stores.own(data);
  }

  @AfterEach
  void stop() {
    stores.close();
    data.close();
  }

  private LocalServer server() {
    return LocalServer.start(directory.resolve("server"), stores, s -> s.managementPort(port));
  }

  /** Another one, which takes the tokens of the first. */
  private LocalServer next() {
    var keys = directory.resolve("server/secrets/jwt");
    return LocalServer.start(
        directory.resolve("next"), stores, s -> s.jwtSecretFile(keys).managementPort(nextPort));
  }

  private static Map<String, Object> rules(int turnMs) {
    var timer =
        Map.of("turn_ms", turnMs, "warning_ms", 500, "grace_ms", 0, "timeouts_before_loss", 0);
    return Map.of("preset", "pocket", "timer", timer);
  }

  private static Duel duel(String origin, int turnMs) {
    var duel = Duel.on(origin, origin, rules(turnMs));
    while (turn(duel, 0).isNull()) duel.steps(1);
    return duel;
  }

  private static JsonNode turn(Duel duel, int seat) {
    return duel.player(seat).stateAt(duel.version()).path("turn");
  }

  private static Instant deadline(JsonNode holder) {
    return Instant.parse(holder.path("deadline").asString());
  }

  private static JsonNode timeout(Duel duel, int seat, String kind) {
    return duel.player(seat)
        .next("game:turn_timeout", m -> m.path("kind").asString().equals(kind), SOON);
  }

  /** Server and store are on one machine here, so that their clocks are one. */
  private static void expiresInTime(Duel duel, Instant deadline) {
    for (int seat = 0; seat < 2; seat++) {
      var at = Instant.parse(timeout(duel, seat, "expired").path("timestamp").asString());
      assertThat(at).isBetween(deadline, deadline.plusSeconds(1));
    }
  }

  /** Waits for an outage and then for a turn. */
  @Tag("long")
  @Test
  void timeLostToAnOutageIsGivenBackAndAnnounced() {
    try (var server = server();
        var duel = duel(server.url(), 9_000)) {
      var before = deadline(turn(duel, 0));
      var redis = stores.store(EmbeddedStores.Kind.REDIS);
      redis.kill();
      var away = Deadlines.OUTAGE.plusSeconds(1);
      Awaitility.await().pollDelay(away).atMost(SOON).until(() -> true);
      redis.start();
      var told = timeout(duel, 0, "extended");
      assertThat(told.path("reason").asString()).isEqualTo("outage");
      assertThat(told.path("player_id")).isEqualTo(turn(duel, 0).path("player_id"));
      var after = deadline(told);
      assertThat(Duration.between(before, after)).isBetween(away, away.plusSeconds(4));
      assertThat(deadline(timeout(duel, 1, "extended"))).isEqualTo(after);
      long version = told.path("event_id").asLong();
      for (int seat = 0; seat < 2; seat++) {
        assertThat(deadline(duel.player(seat).stateAt(version).path("turn"))).isEqualTo(after);
      }
      expiresInTime(duel, after);
      assertThat(MetricsText.samples(port, "menagerie_clocks_given_back_seconds_total").sum())
          .isGreaterThanOrEqualTo((double) away.toSeconds());
    }
  }

  @Test
  void aDeadlineOutlivesTheServerThatSetIt() {
    var gone = server();
    // The next one runs before that ends: time without any server would be given back.
    try (var next = next()) {
      Duel duel;
      Instant deadline;
      try (gone) {
        duel = duel(gone.url(), 20_000);
        deadline = deadline(turn(duel, 0));
      }
      try (duel) {
        for (int seat = 0; seat < 2; seat++) {
          duel.moveTo(seat, next.url());
          assertThat(deadline(turn(duel, seat))).isEqualTo(deadline);
        }
        expiresInTime(duel, deadline);
        Awaitility.await()
            .until(() ->
                MetricsText.samples(nextPort, "menagerie_deadlines_expired_seconds_count").sum()
                    > 0);
      }
    }
  }
}
