package dev.menagerie.server.attack;

import static org.assertj.core.api.Assertions.assertThat;

import dev.menagerie.codec.Json;
import dev.menagerie.codec.Limits;
import dev.menagerie.server.e2e.Person;
import dev.menagerie.server.e2e.Servers;
import dev.menagerie.server.e2e.Table;
import dev.menagerie.server.e2e.Tokens;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Every call of the OpenAPI document, made by every kind of stranger. The calls come from the
 * document, so that a new one is tried without being added here.
 */
class RestAccessTest {
  private static final HttpClient HTTP = HttpClient.newHttpClient();

  /** Calls that need no token. A route that joins them joins this list on purpose. */
  private static final Set<String> FOR_ANYONE =
      Set.of(
          "GET /auth/oidc",
          "GET /bots",
          "GET /cards",
          "GET /cards/{id}",
          "GET /health/live",
          "GET /health/ready",
          "GET /rules",
          "GET /rules/{name}",
          "POST /auth/guest",
          "POST /auth/login",
          "POST /auth/logout", // a refresh token in its body may say whose session it is
          "POST /auth/oidc/finish",
          "POST /auth/oidc/start", // with a token it begins to link
          "POST /auth/refresh",
          "POST /auth/register");

  /** The statuses of a stranger's calls about a public running game; every other call is 404. */
  private static final Map<String, Integer> PUBLIC_GAME =
      Map.of(
          "GET /games/{id}", 200,
          "POST /games/{id}/resign", 403,
          "POST /games/{id}/rematch", 403);

  private static List<Operation> operations;
  private static String deckBody;

  private record Operation(String method, String path) {
    String name() {
      return method + " " + path;
    }

    String at(String id) {
      return path.replaceAll("\\{[^}]+}", id);
    }

    boolean isOf(String prefix) {
      return path.startsWith(prefix);
    }
  }

  private record Answer(int status, String body) {
    /** The same answer to a call of another id. */
    Answer with(String id) {
      return new Answer(status, body.replace(id, "ID"));
    }
  }

  @BeforeAll
  static void read() throws Exception {
    operations = new ArrayList<>();
    var document = json(call("GET", "/openapi.json", List.of(), "").body());
    for (var path : document.path("paths").properties()) {
      for (var method : path.getValue().properties()) {
        operations.add(new Operation(method.getKey().toUpperCase(Locale.ROOT), path.getKey()));
      }
    }
    assertThat(operations).hasSizeGreaterThan(20);
    var deck = (ObjectNode) Person.guest().api().get("/decks/pocket-embers").ok().deepCopy();
    deckBody = Json.text(deck.remove(List.of("id", "starter")));
  }

  private static JsonNode json(String text) {
    return Json.tree(text.getBytes(StandardCharsets.UTF_8), Limits.DOCUMENT);
  }

  private static Answer call(String method, String path, List<String> authorization, String body)
      throws IOException, InterruptedException {
    var request =
        HttpRequest.newBuilder(URI.create(Servers.shared() + path))
            .method(
                method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
    if (!body.isEmpty()) request.header("Content-Type", "application/json");
    authorization.forEach(value -> request.header("Authorization", value));
    var response = HTTP.send(request.build(), BodyHandlers.ofString());
    return new Answer(response.statusCode(), response.body());
  }

  private static Answer as(Person person, Operation operation, String id) throws Exception {
    return call(
        operation.method(), operation.at(id), List.of("Bearer " + person.token()), body(operation));
  }

  /** A valid body, so that only the caller can be the reason of a refusal. */
  private static String body(Operation operation) {
    return switch (operation.name()) {
      case "POST /games/{id}/join" -> "{\"deck_id\":\"pocket-embers\"}";
      case "PUT /decks/{id}" -> deckBody;
      default -> "";
    };
  }

  private static List<String> bodies(Operation operation) {
    return operation.method().equals("POST") || operation.method().equals("PUT")
        ? List.of("", "{", "{\"a\":\"" + "x".repeat(2_000) + "\"}")
        : List.of("");
  }

  private static Map<String, List<String>> badCredentials() {
    var person = Person.guest();
    var tokens = Tokens.like(person.token());
    var bad = new LinkedHashMap<String, List<String>>();
    bad.put("none", List.of());
    bad.put("garbage", List.of("Bearer garbage"));
    bad.put("expired", List.of("Bearer " + tokens.expired()));
    bad.put(
        "another key", List.of("Bearer " + tokens.signedWith("another secret of the length ....")));
    bad.put("unsigned", List.of("Bearer " + tokens.unsigned()));
    bad.put("nobody's", List.of("Bearer " + tokens.of("nobody")));
    bad.put("a refresh token", List.of("Bearer " + person.refreshToken()));
    bad.put("another scheme", List.of("Basic " + person.token()));
    bad.put("twice", List.of("Bearer " + person.token(), "Bearer " + person.token()));
    return bad;
  }

  @Test
  void withoutAGoodTokenEveryOtherCallIsUnauthenticated() throws Exception {
    for (var bad : badCredentials().entrySet()) {
      for (var operation : operations) {
        if (FOR_ANYONE.contains(operation.name())) continue;
        for (var body : bodies(operation)) {
          var answer = call(operation.method(), operation.at("anything"), bad.getValue(), body);
          assertThat(answer.status())
              .as("%s, token %s: %s", operation, bad.getKey(), answer)
              .isEqualTo(401);
          assertThat(json(answer.body()).path("code").asString()).isEqualTo("unauthenticated");
        }
      }
    }
  }

  @Test
  void noCallIsForAnyoneByAccident() throws Exception {
    var open = new TreeSet<String>();
    for (var operation : operations) {
      var answer = call(operation.method(), operation.at("anything"), List.of(), "");
      if (answer.status() != 401) open.add(operation.name());
    }
    assertThat(FOR_ANYONE).containsAll(open);
  }

  @Test
  void aTokenOfAnEndedSessionIsNoToken() throws Exception {
    var person = Person.guest();
    person.api().post("/auth/logout");
    for (var operation : operations) {
      if (FOR_ANYONE.contains(operation.name())) continue;
      assertThat(as(person, operation, "anything").status()).as(operation.name()).isEqualTo(401);
    }
  }

  @Test
  void aPrivateGameAndNoGameLookTheSame() throws Exception {
    var game = game("private");
    var nothing = "g" + "x".repeat(game.length() - 1);
    var stranger = Person.guest();
    for (var operation : operations) {
      if (!operation.isOf("/games/{id}")) continue;
      var known = as(stranger, operation, game);
      assertThat(known.status()).as(operation.name()).isEqualTo(404);
      assertThat(known.with(game)).isEqualTo(as(stranger, operation, nothing).with(nothing));
    }
  }

  @Test
  void aStrangerSeesTheListedFactsOfAPublicGame() throws Exception {
    var game = game("public");
    var stranger = Person.guest();
    for (var operation : operations) {
      if (!operation.isOf("/games/{id}")) continue;
      var answer = as(stranger, operation, game);
      assertThat(answer.status())
          .as("%s: %s", operation, answer)
          .isEqualTo(PUBLIC_GAME.getOrDefault(operation.name(), 404));
    }
  }

  private static String game(String spectators) {
    return Table.open(
        Map.of("deck_id", "pocket-embers", "rules_config", "pocket", "spectators", spectators),
        List.of(Person.guest(), Person.guest()));
  }

  @Test
  void anothersDeckAndNoDeckLookTheSame() throws Exception {
    var owner = Person.guest();
    var deck =
        (tools.jackson.databind.node.ObjectNode)
            owner.api().get("/decks/pocket-embers").ok().deepCopy();
    deck.remove(List.of("id", "starter"));
    var id = owner.api().post("/decks", deck).ok().path("id").asString();
    var nothing = "d" + "x".repeat(id.length() - 1);
    var stranger = Person.guest();
    for (var operation : operations) {
      if (!operation.isOf("/decks/{id}")) continue;
      var known = as(stranger, operation, id);
      assertThat(known.status()).as(operation.name()).isEqualTo(404);
      assertThat(known.with(id)).isEqualTo(as(stranger, operation, nothing).with(nothing));
    }
    owner.api().get("/decks/" + id).ok();
  }

  @Test
  void idsThatAreNoIdsAreNotFound() throws Exception {
    var person = Person.guest();
    for (var id :
        List.of(
            "%2e%2e",
            "%00",
            "..%2f..%2fetc%2fpasswd",
            "%F0%9F%98%80",
            "a%20b",
            "'or'1'='1",
            "x".repeat(300),
            UUID.randomUUID().toString(),
            "%7Bp0%7D",
            "*")) {
      for (var operation : operations) {
        if (!operation.isOf("/games/{id}") && !operation.isOf("/decks/{id}")) continue;
        var answer = as(person, operation, id);
        assertThat(answer.status()).as("%s of %s: %s", operation, id, answer).isIn(400, 404);
        assertThat(answer.body()).doesNotContain("incident");
      }
    }
  }
}
