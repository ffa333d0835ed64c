package dev.menagerie.server.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.menagerie.cards.library.CardLibrary;
import dev.menagerie.cards.scenario.Scenarios;
import dev.menagerie.codec.Json;
import dev.menagerie.codec.Limits;
import dev.menagerie.server.commandline.LocalServer;
import dev.menagerie.testkit.Ports;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Developers watch and drive a running game over the management address. */
class DeveloperCallsTest {
  private static final Map<String, Object> DECK =
      Map.of("deck_id", Table.deck("pocket", 0), "rules_config", "pocket");

  private final int port = Ports.free();
  private final HttpClient http = HttpClient.newHttpClient();

  private @TempDir Path directory;
  private LocalServer server;

  private record Answer(int status, JsonNode body) {}

  @BeforeEach
  void start() {
    var tokens = Operator.tokens(directory);
    server = Servers.another(s -> s.managementPort(port).managementTokens(tokens));
  }

  @AfterEach
  void stop() {
    server.close();
    http.close();
  }

  private Answer call(String token, String method, String path, String body) throws Exception {
    var request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
            .header("Authorization", "Bearer " + token)
            .method(method, BodyPublishers.ofString(body))
            .build();
    var response = http.send(request, BodyHandlers.ofByteArray());
    return new Answer(response.statusCode(), Json.tree(response.body(), Limits.DOCUMENT));
  }

  private JsonNode does(String method, String path, String body) throws Exception {
    var answer = call(Operator.OPERATOR_TOKEN, method, path, body);
    assertThat(answer.status()).as("%s", answer.body()).isEqualTo(200);
    return answer.body();
  }

  private Table table() {
    return Table.created(DECK, List.of(Person.guest(server.url()), Person.guest(server.url())));
  }

  /** Acts for whoever may act, until this holds; returns what is seen then. */
  private JsonNode actUntilTurn(String path) throws Exception {
    for (int step = 0; step < 200; step++) {
      var seen = does("POST", path + "/watch", "");
      var states = seen.path("states");
      var turn = states.path("0").path("turn");
      boolean quiet = states.path("0").path("pending").isNull();
      if (turn.isObject() && quiet && turn.path("number").asInt() >= 3) return seen;
      for (var seat : List.of("0", "1")) {
        var legal = states.path(seat).path("legal_actions");
        if (legal.isEmpty()) continue;
        act(path, seat, legal.get(legal.size() - 1));
        break;
      }
    }
    throw new AssertionError("the game came to no third turn");
  }

  private Answer act(String path, String seat, JsonNode action) throws Exception {
    var encoded = URLEncoder.encode(action.toString(), StandardCharsets.UTF_8);
    return call(
        Operator.OPERATOR_TOKEN, "POST", path + "/act?seat=" + seat + "&action=" + encoded, "");
  }

  @Test
  void aGameIsWatchedAndDrivenAndEveryActIsAudited() throws Exception {
    try (var table = table()) {
      var path = "/admin/games/" + table.game();
      var before = does("POST", path + "/watch", "").path("states");
      assertThat(before.path("0").path("players").path(0).path("hand").isArray()).isTrue();
      assertThat(before.path("0").path("players").path(1).path("hand").isNull()).isTrue();
      assertThat(before.path("spectator").path("players").path(0).path("hand").isNull()).isTrue();

      var acting = before.path("0").path("legal_actions").isEmpty() ? "1" : "0";
      var action = before.path(acting).path("legal_actions").get(0);
      assertThat(act(path, acting, action).status()).isEqualTo(200);
      assertThat(act(path, acting, Json.toTree(Map.of("type", "attack", "attack_index", 9))))
          .satisfies(refused -> assertThat(refused.status()).isEqualTo(409))
          .satisfies(refused -> assertThat(refused.body().path("error").asString()).isNotEmpty());

      var after = does("GET", path + "/sent?after=-1", "");
      var sent = after.path("sent");
      assertThat(sent.findValuesAsString("to")).contains("0", "1", "spectator");
      assertThat(sent.get(0).path("event").asString()).isEqualTo("game:update");
      assertThat(sent.get(0).path("message").path("patch").isArray()).isTrue();
      assertThat(after.path("states").path("0").path("event_id").asLong())
          .isGreaterThan(before.path("0").path("event_id").asLong());
      long last = sent.get(sent.size() - 1).path("number").asLong();
      assertThat(does("GET", path + "/sent?after=" + last, "").path("sent")).isEmpty();

      var audit = does("GET", "/admin/audit?subject=" + table.game(), "").path("items");
      assertThat(audit.findValuesAsString("act")).contains("watch", "act");
      assertThat(audit.toString()).contains("seat=" + acting);
    }
  }

  @Test
  void hiddenCardsAreForOperatorsAlone() throws Exception {
    try (var table = table()) {
      var path = "/admin/games/" + table.game();
      for (var acts : List.of("/watch", "/act?seat=0", "/scenario")) {
        assertThat(call(Operator.VIEWER_TOKEN, "POST", path + acts, "").status()).isEqualTo(403);
      }
      assertThat(call(Operator.VIEWER_TOKEN, "GET", path + "/sent", "").status()).isEqualTo(403);
      assertThat(call(Operator.OPERATOR_TOKEN, "GET", path + "/sent", "").status()).isEqualTo(409);
      assertThat(call(Operator.OPERATOR_TOKEN, "POST", path + "/act?seat=7", "").status())
          .isEqualTo(422);
      assertThat(call(Operator.OPERATOR_TOKEN, "POST", "/admin/games/gNone/watch", "").status())
          .isEqualTo(404);
    }
  }

  @Test
  void aGameIsCopiedAsAScenarioThatPassesAndCanBeStepped() throws Exception {
    try (var table = table()) {
      var path = "/admin/games/" + table.game();
      var seen = actUntilTurn(path).path("states").path("0");

      var file = does("POST", path + "/scenario", "").path("file");

      var run = new Scenarios(CardLibrary.builtIn().sets()).run("copy", file.toString());
      assertThat(run.passed()).as("%s", run).isTrue();
      assertThat(file.path("turn").path("number").asInt())
          .isEqualTo(seen.path("turn").path("number").asInt());
      var look = does("POST", "/admin/scenarios/look?steps=1", file.toString());
      assertThat(look.path("done").asInt()).isEqualTo(1);
      assertThat(look.has("failure")).isFalse();
      assertThat(look.path("state").path("players").path(0).path("deck_count").asInt())
          .isEqualTo(seen.path("players").path(0).path("deck_count").asInt());
      var broken = does("POST", "/admin/scenarios/look", "{\"steps\": [7]}");
      assertThat(broken.path("failure").asString()).isNotEmpty();
    }
  }
}
