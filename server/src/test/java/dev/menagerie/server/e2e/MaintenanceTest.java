package dev.menagerie.server.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.menagerie.server.Stores;
import dev.menagerie.server.commandline.LocalServer;
import dev.menagerie.server.embedded.DataDirectory;
import dev.menagerie.testkit.Ports;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An announced maintenance that closes new games, on stores of its own: it is for all servers. */
class MaintenanceTest {
  private static final Map<String, Object> DECK =
      Map.of("deck_id", "pocket-embers", "rules_config", "pocket");
  private static final Duration SOON = Duration.ofSeconds(30);

  @TempDir Path directory;

  @Test
  void newGamesAreRefusedFromItsMomentUntilItIsTakenBack() {
    int port = Ports.free();
    var tokens = Operator.tokens(directory);
    var oda = Operator.oda(directory, port);
    try (var data = DataDirectory.lock(directory.resolve("stores"));
        var stores = Stores.own(data);
        var server =
            LocalServer.start(
                directory.resolve("server"),
                stores,
                s -> s.managementPort(port).managementTokens(tokens))) {
      var ada = Person.guest(server.url());
      assertThat(oda.refused("announce", "text=Soon", "close_new_games=true")).contains("at");
      try (var player = Player.connect(ada)) {
        player.next("session:ready");
        var at = Instant.now().truncatedTo(ChronoUnit.MILLIS).plusSeconds(8);
        oda.does("announce", "text=We move.", "at=" + at, "close_new_games=true");
        var act = oda.does("audit").path("items").get(0);
        assertThat(act.path("act").asString()).isEqualTo("announce");
        assertThat(act.path("details").asString())
            .isEqualTo("at=" + at + " close_new_games=true text=We move.");
        var told = player.next("user:announcements", m -> !m.path("announcements").isEmpty(), SOON);
        assertThat(Instant.parse(told.path("announcements").get(0).path("at").asString()))
            .isEqualTo(at);

        Awaitility.await().atMost(SOON).until(() -> ada.api().post("/games", DECK).status() == 503);

        assertThat(Instant.now()).isAfter(at);
        ada.api().post("/games", DECK).refused(503, "busy");
        oda.does("announce", "clear");
        Awaitility.await().atMost(SOON).until(() -> ada.api().post("/games", DECK).status() == 201);
        player.next("user:announcements", m -> m.path("announcements").isEmpty(), SOON);
      }
    }
  }
}
