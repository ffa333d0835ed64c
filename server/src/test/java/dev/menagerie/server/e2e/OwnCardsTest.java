package dev.menagerie.server.e2e;

import static org.assertj.core.api.Assertions.assertThat;

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

/** A server with an author's cards and decks plays with them, and reads them again when asked. */
class OwnCardsTest {
  private static final Path EXAMPLES = Path.of("..", "examples");

  @TempDir Path cards;
  private @TempDir Path secrets;

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

      playsToTheEnd(server.url());

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

  private static void playsToTheEnd(String url) {
    var people = List.of(Person.guest(url), Person.guest(url));
    try (var table =
        Table.created(Map.of("deck_id", "moorland-herd", "rules_config", "pocket"), people)) {
      table.playToTheEnd();
      assertThat(table.player(0).next("game:game_over").path("end_reason").asString()).isNotEmpty();
    }
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
