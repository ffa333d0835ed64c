package dev.menagerie.server.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import dev.menagerie.codec.Json;
import dev.menagerie.server.commandline.Cli;
import dev.menagerie.testkit.Ports;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** A server with an author's cards and decks plays with them, and reads them again when asked. */
class OwnCardsTest {
  private static final int PATIENCE_SECONDS = 30;
  private static final Path EXAMPLES = Path.of("..", "examples");

  @TempDir Path cards;
  private @TempDir Path secrets;
  private @TempDir Path replays;

  private @TempDir Path data;
  private @TempDir Path decks;

  @Test
  void theExampleSetIsListedAndPlayedAndReloaded() throws Exception {
    var file = cards.resolve("moorland.json");
    Files.copy(EXAMPLES.resolve("cards/moorland.json"), file);
    int management = Ports.free();
    var tokens = Operator.tokens(secrets);
    try (var server =
        Servers.another(s ->
            s.content(cards, EXAMPLES.resolve("decks"))
                .managementPort(management)
                .managementTokens(tokens))) {
      var ada = Person.guest(server.url());
      assertThat(ada.api().get("/cards/peat-cutter").ok().path("text").asString())
          .isEqualTo("Draw 2 cards. Heal 20 damage from your Active Pokémon.");
      assertThat(ada.api().get("/decks/moorland-herd").ok().path("starter").asBoolean()).isTrue();

      var replay = replays.resolve("game.json");
      Files.writeString(replay, Json.text(playedToTheEnd(server.url())));
      assertThat(Cli.run("replay", replay.toString()).exitCode()).isEqualTo(1);
      assertThat(Cli.run("replay", replay.toString(), "--cards", cards.toString()).exitCode())
          .isZero();

      Files.writeString(file, Files.readString(file).replace("\"hp\": 110", "\"hp\": 120"));
      assertThat(reload(management).statusCode()).isEqualTo(200);
      assertThat(ada.api().get("/cards/moorstag").ok().path("hp").asInt()).isEqualTo(120);

      Files.writeString(file, Files.readString(file).replace("Draw 2 cards.", "Draw two cards."));
      var refused = reload(management);
      assertThat(refused.statusCode()).isEqualTo(422);
      assertThat(refused.body()).contains("cards[3].text", "unknown phrase");
      assertThat(ada.api().get("/cards/moorstag").ok().path("hp").asInt()).isEqualTo(120);
    }
  }

  @Test
  void aHangUpSignalReloadsCardsAndDecksOfARunningServer() throws Exception {
    assumeFalse(ignoresHangUp(), "SIGHUP is ignored here, as below nohup: the server says so");
    var set = cards.resolve("moorland.json");
    Files.copy(EXAMPLES.resolve("cards/moorland.json"), set);
    var deck = decks.resolve("moorland.json");
    Files.copy(EXAMPLES.resolve("decks/moorland.json"), deck);
    try (var server =
        ServerProcess.start(data, "--cards", cards.toString(), "--decks", decks.toString())) {
      var ada = Person.guest(server.origin()).api();
      assertThat(ada.get("/cards/moorstag").ok().path("hp").asInt()).isEqualTo(110);
      var begun = begun(server.origin());
      begun.steps(6);

      Files.writeString(set, Files.readString(set).replace("\"hp\": 110", "\"hp\": 120"));
      Files.writeString(deck, Files.readString(deck).replace("Moorland Herd", "Old Herd"));
      server.signal("HUP");
      server.awaitSaid("cards and decks were read again", PATIENCE_SECONDS);
      assertThat(ada.get("/cards/moorstag").ok().path("hp").asInt()).isEqualTo(120);
      assertThat(ada.get("/decks/moorland-herd").ok().path("name").asString())
          .isEqualTo("Old Herd");
      try (begun) {
        begun.playToTheEnd(); // with the cards as they were when it began
      }

      Files.writeString(set, Files.readString(set).replace("Draw 2 cards.", "Draw two cards."));
      server.signal("HUP");
      server.awaitSaid("cards and decks stay as they are", PATIENCE_SECONDS);
      assertThat(ada.get("/cards/moorstag").ok().path("hp").asInt()).isEqualTo(120);
    }
  }

  /** Signals that a process ignores are ignored by those it starts; SIGHUP is the first bit. */
  private static boolean ignoresHangUp() throws IOException {
    var ignored =
        Files.readAllLines(Path.of("/proc/self/status")).stream()
            .filter(line -> line.startsWith("SigIgn:"))
            .findFirst()
            .orElseThrow();
    return (Long.parseUnsignedLong(ignored.substring(7).strip(), 16) & 1) != 0;
  }

  /** The document of a replay of the game. */
  private static JsonNode playedToTheEnd(String url) {
    try (var table = begun(url)) {
      table.playToTheEnd();
      assertThat(table.player(0).next("game:game_over").path("end_reason").asString()).isNotEmpty();
      return table.person(0).api().get("/games/" + table.game() + "/replay").ok();
    }
  }

  private static Table begun(String url) {
    var people = List.of(Person.guest(url), Person.guest(url));
    return Table.created(Map.of("deck_id", "moorland-herd", "rules_config", "pocket"), people);
  }

  private static HttpResponse<String> reload(int port) throws IOException, InterruptedException {
    try (var client = HttpClient.newHttpClient()) {
      var request =
          HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/cards/reload"))
              .header("Authorization", "Bearer " + Operator.OPERATOR_TOKEN)
              .POST(HttpRequest.BodyPublishers.noBody())
              .build();
      return client.send(request, HttpResponse.BodyHandlers.ofString());
    }
  }
}
