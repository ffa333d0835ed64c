package dev.menagerie.server.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.menagerie.codec.Json;
import dev.menagerie.codec.Limits;
import dev.menagerie.server.commandline.Cli;
import dev.menagerie.testkit.Ports;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** An operator looks at games and ends them, by the commands that the page tells. */
class AdminTest {
  private static final String OPERATOR = "operator-012345678901234567890123456789";
  private static final String VIEWER = "viewer-01234567890123456789012345678901";

  @TempDir Path directory;
  private int port;

  @Test
  void gamesAreFoundFollowedAndEnded() throws Exception {
    port = Ports.free();
    var tokens = secret("tokens", "operator oda " + OPERATOR + "\nviewer vera " + VIEWER);
    try (var server = Servers.another(s -> s.managementPort(port).managementTokens(tokens))) {
      var people = List.of(Person.guest(server.url()), Person.guest(server.url()));
      var deck = Map.of("deck_id", Table.deck("pocket", 0), "rules_config", "pocket");
      try (var table = Table.created(deck, people)) {
        table.steps(6);
        var game = table.game();
        Awaitility.await().until(() -> steps(game).size() > 6);

        var found = admin("games", "player=" + people.getFirst().id()).path("items");
        assertThat(found).hasSize(1);
        assertThat(found.get(0).path("game_id").asString()).isEqualTo(game);
        assertThat(steps(game).toString()).contains("opened").doesNotContain("card_id");
        assertThat(refused(VIEWER, "end", game, "loser=1")).contains("role OPERATOR");
        assertThat(refused(OPERATOR, "end", game)).contains("loser");

        admin("end", game, "loser=1");

        var over = table.player(0).next("game:game_over");
        assertThat(over.path("winner_id").asString()).isEqualTo(people.getFirst().id());
        Awaitility.await()
            .until(() -> admin("game", game).path("status").asString().equals("finished"));
        assertThat(refused(OPERATOR, "end", game, "loser=0")).contains("over");
      }
      waitingGamesAreCancelledAndPlayersSignedOut(people.getFirst(), deck);
      newGamesAreRefusedAndReadinessIsOff(people.getLast(), deck);
    }
  }

  private void waitingGamesAreCancelledAndPlayersSignedOut(Person person, Map<String, ?> deck)
      throws Exception {
    var waiting = person.api().post("/games", deck).ok().path("game_id").asString();
    admin("end", waiting);
    assertThat(person.api().get("/games/" + waiting).status()).isEqualTo(404);

    assertThat(admin("sessions", person.id()).path("items")).hasSize(1);
    admin("sign-out", person.id());
    assertThat(person.api().get("/games/me/active").status()).isEqualTo(401);
  }

  private void newGamesAreRefusedAndReadinessIsOff(Person person, Map<String, ?> deck)
      throws Exception {
    admin("new-games", "off");
    person.api().post("/games", deck).refused(503, "busy");
    admin("new-games", "on");
    person.api().post("/games", deck).ok();
    admin("ready", "off");
    assertThat(person.api().get("/health/ready").status()).isEqualTo(503);
    admin("ready", "on");
    assertThat(person.api().get("/health/ready").status()).isEqualTo(200);
  }

  private JsonNode steps(String game) throws Exception {
    return admin("timeline", game).path("items");
  }

  private JsonNode admin(String... words) throws Exception {
    var result = run(OPERATOR, words);
    assertThat(result.exitCode()).as("%s", result).isZero();
    return Json.tree(result.out().getBytes(StandardCharsets.UTF_8), Limits.DOCUMENT);
  }

  private String refused(String token, String... words) throws Exception {
    var result = run(token, words);
    assertThat(result.exitCode()).isEqualTo(1);
    return result.err();
  }

  private Cli.Result run(String token, String... words) throws Exception {
    var all =
        new ArrayList<>(
            List.of(
                "admin",
                "--url",
                "http://127.0.0.1:" + port,
                "--token-file",
                secret("token", token).toString()));
    all.addAll(List.of(words));
    return Cli.run(all.toArray(new String[0]));
  }

  private Path secret(String name, String text) throws Exception {
    var file = directory.resolve(name);
    if (Files.exists(file)) return Files.writeString(file, text);
    var mode = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
    return Files.writeString(Files.createFile(file, mode), text);
  }
}
