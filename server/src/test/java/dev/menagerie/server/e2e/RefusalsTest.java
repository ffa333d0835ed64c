package dev.menagerie.server.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.menagerie.codec.Json;
import dev.menagerie.codec.Limits;
import dev.menagerie.protocol.JsonPatch;
import io.socket.client.IO;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Whatever is wrong gets its documented code, and changes nothing. */
class RefusalsTest {
  private static Table table;
  private JsonNode before;

  @BeforeAll
  static void sitDown() {
    table = Table.by("pocket");
    table.steps(6);
  }

  @AfterAll
  static void getUp() {
    table.close();
  }

  @BeforeEach
  void remember() {
    before = fresh();
  }

  /** The state of the player to act, requested again. */
  private static JsonNode fresh() {
    var player = table.player(table.toAct());
    player.passOver();
    assertThat(player.join(table.game()).path("ok").asBoolean()).isTrue();
    var state = (ObjectNode) player.next("game:state").path("state").deepCopy();
    // A deadline moves without a version when a busy machine's lost time is given back.
    if (state.path("turn") instanceof ObjectNode turn) turn.remove("deadline");
    return state;
  }

  @AfterEach
  void nothingHasChanged() {
    assertThat(JsonPatch.between(before, fresh()).toString()).isEqualTo("[]");
  }

  private static Player actor() {
    return table.player(table.toAct());
  }

  private static Player other() {
    return table.player(1 - table.toAct());
  }

  private static Map<String, Object> good() {
    return new HashMap<>(Player.action(table.game(), Player.messageId(), table.legal()));
  }

  private static Map<String, Object> goodBut(String member, Object value) {
    var message = good();
    message.put(member, value);
    return message;
  }

  private static Map<String, Object> goodWithout(String member) {
    var message = good();
    message.remove(member);
    return message;
  }

  private static JsonNode json(String text) {
    return Json.tree(text.getBytes(StandardCharsets.UTF_8), Limits.DOCUMENT);
  }

  @Test
  void anUnknownMemberIsNamed() {
    var reply = actor().refused("invalid_message", "game:action", goodBut("colour", "red"));
    assertThat(reply.path("error").path("message").asString()).contains("$.colour");
    assertThat(reply.path("error").path("details").path("errors").get(0).path("path").asString())
        .isEqualTo("$.colour");
  }

  @Test
  void anUnknownMemberOfAnActionIsNamed() {
    var action = json("{\"type\":\"pass\",\"speed\":9}");
    var reply = actor().refused("invalid_message", "game:action", goodBut("action", action));
    assertThat(reply.path("error").path("message").asString()).contains("$.action.speed");
  }

  @Test
  void wrongTypesAreNamed() {
    for (var wrong :
        List.of(
            goodBut("game_id", 5),
            goodBut("message_id", 5),
            goodBut("message_id", List.of("a")),
            goodBut("action", "pass"),
            goodBut("action", List.of()),
            goodBut("action", json("{\"type\":5}")),
            goodBut("action", json("{\"type\":\"fly\"}")),
            goodBut("action", json("{}")),
            goodBut("action", json("{\"type\":\"attack\"}")),
            goodBut("action", json("{\"type\":\"attack\",\"attack_index\":\"0\"}")),
            goodBut("action", json("{\"type\":\"attack\",\"attack_index\":0.5}")),
            goodBut("action", json("{\"type\":\"attack\",\"attack_index\":99999999999}")),
            goodBut("action", json("{\"type\":\"play_pokemon\",\"card_id\":null}")),
            goodBut("action", json("{\"type\":\"select\",\"choice_id\":\"x\",\"selected\":7}")),
            goodBut("expected_event_id", "6"),
            goodBut("expected_event_id", 6.5),
            goodBut("type", "game:join"),
            goodWithout("game_id"),
            goodWithout("action"))) {
      var reply = actor().refused("invalid_message", "game:action", wrong);
      assertThat(reply.path("error").path("message").asString()).as("%s", wrong).startsWith("$");
      assertThat(reply.path("error").path("details").path("errors").isEmpty()).isFalse();
    }
  }

  @Test
  void aMessageIdIsNeededAndMustBePrintableAndShort() {
    actor().refused("invalid_message", "game:action", goodWithout("message_id"));
    for (var id : List.of("", "x".repeat(65), "a\nb", "\u0000")) {
      actor().refused("invalid_message", "game:action", goodBut("message_id", id));
    }
    actor().refused("invalid_message", "game:resign", Map.of("game_id", table.game()));
  }

  @Test
  void aMessageIsOneObject() {
    actor().refused("invalid_message", "game:action");
    actor().refused("invalid_message", "game:action", good(), good());
    actor().refused("invalid_message", "game:action", "pass");
    actor().refused("invalid_message", "game:action", 5);
    actor().refused("invalid_message", "game:join", new Object[] {null});
  }

  @Test
  void binaryIsNotExpected() {
    actor().refused("invalid_message", "game:action", new Object[] {new byte[] {1, 2, 3}});
  }

  @Test
  void deepNestingIsRefused() {
    var deep = json("{\"a\":".repeat(40) + "1" + "}".repeat(40));
    actor().refused("invalid_message", "game:action", goodBut("action", deep));
  }

  @Test
  void aLongMessageIsRefused() {
    actor().refused("payload_too_large", "game:action", goodBut("type", "x".repeat(20_000)));
  }

  @Test
  void anUnknownEventIsRefused() {
    actor().refused("invalid_message", "game:fly", Map.of());
  }

  @Test
  void withoutACallbackTheRefusalIsAMessage() {
    actor().passOver();
    var message = goodBut("colour", "red");
    actor().tell("game:action", message);
    var error = actor().next("game:error");
    assertThat(error.path("request_id")).isEqualTo(Json.toTree(message).path("message_id"));
    assertThat(error.path("error").path("code").asString()).isEqualTo("invalid_message");
    assertThat(error.path("type").asString()).isEqualTo("game:error");
  }

  @Test
  void illegalActionsAreRefusedWithTheRule() {
    for (var action :
        List.of(
            "{\"type\":\"play_pokemon\",\"card_id\":\"nowhere\"}",
            "{\"type\":\"attack\",\"attack_index\":77}",
            "{\"type\":\"attack\",\"attack_index\":-1}",
            "{\"type\":\"retreat\",\"bench_id\":\"nowhere\"}",
            "{\"type\":\"select\",\"choice_id\":\"nowhere\",\"selected\":[]}",
            "{\"type\":\"select_prize\",\"index\":0}",
            "{\"type\":\"select_active\",\"pokemon_id\":\"nowhere\"}",
            "{\"type\":\"evolve\",\"card_id\":\"a\",\"target_id\":\"b\"}")) {
      var reply = actor().refused("invalid_action", "game:action", goodBut("action", json(action)));
      assertThat(reply.path("error").path("details").path("rule").asString("")).isNotEmpty();
      assertThat(reply.path("request_id").asString()).startsWith("m");
    }
  }

  @Test
  void theOtherPlayerMustWait() {
    other().refused("not_your_turn", "game:action", good());
  }

  @Test
  void anotherVersionThanExpectedIsStale() {
    var now = before.path("event_id").asLong();
    for (long expected : new long[] {now - 1, now + 1, 0, -1}) {
      var reply =
          actor().refused("stale_version", "game:action", goodBut("expected_event_id", expected));
      assertThat(reply.path("error").path("details").path("event_id").asLong()).isEqualTo(now);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"game:join", "game:spectate", "game:action", "game:resign"})
  void aGameThatIsNotThereIsNotFound(String event) {
    for (var id : List.of("nowhere", "", "../../etc", "x".repeat(5_000), "g\u0000", "{g}")) {
      var message = event.equals("game:action") ? good() : new HashMap<String, Object>();
      message.put("message_id", Player.messageId());
      message.put("game_id", id);
      actor().refused("game_not_found", event, message);
    }
  }

  @Test
  void aStrangerDoesNotPlayInAPublicGame() {
    try (var stranger = Player.connect(Person.guest())) {
      stranger.refused("not_participant", "game:action", good());
      stranger.refused("not_participant", "game:join", Map.of("game_id", table.game()));
      stranger.refused(
          "not_participant", "game:resign", Map.of("message_id", "r", "game_id", table.game()));
      var watching = stranger.ask("game:spectate", Map.of("game_id", table.game()));
      assertThat(watching.path("ok").asBoolean()).isTrue();
      stranger.refused("not_participant", "game:action", good());
      assertThat(stranger.next("game:state").path("state").path("legal_actions").isEmpty())
          .isTrue();
    }
  }

  @Test
  void oneCannotWatchOneselfPlay() {
    actor().refused("forbidden", "game:spectate", Map.of("game_id", table.game()));
  }

  @Test
  void aPrivateGameDoesNotExistForStrangers() {
    var people = List.of(Person.guest(), Person.guest());
    var game =
        Table.open(
            Map.of(
                "deck_id", Table.deck("pocket", 0),
                "rules_config", "pocket",
                "spectators", "private"),
            people);
    var stranger = Person.guest();
    try (var client = Player.connect(stranger)) {
      for (var event : List.of("game:join", "game:spectate", "game:resign")) {
        var known = client.refused("game_not_found", event, asking(game));
        var unknown = client.refused("game_not_found", event, asking("nowhere"));
        assertThat(known.path("error")).isEqualTo(unknown.path("error"));
      }
    }
    stranger.api().get("/games/" + game).refused(404, "game_not_found");
    stranger.api().post("/games/" + game + "/resign").refused(404, "game_not_found");
    stranger.api().post("/games/" + game + "/rematch").refused(404, "game_not_found");
    stranger.api().delete("/games/" + game).refused(404, "game_not_found");
    stranger.api().get("/games/" + game + "/replay").refused(404, "game_not_found");
    stranger
        .api()
        .post("/games/" + game + "/join", Map.of("deck_id", "x"))
        .refused(404, "game_not_found");
  }

  private static Map<String, Object> asking(String game) {
    return Map.of("message_id", "same", "game_id", game);
  }

  @Test
  void aRunningGameHasNoReplay() {
    var api = table.person(0).api();
    api.get("/games/" + table.game() + "/replay").refused(404, "game_not_found");
    api.delete("/games/" + table.game()).refused(409, "game_full");
    api.post("/games/" + table.game() + "/rematch").refused(422, "invalid_action");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "nonsense", "a.b.c", "Bearer x"})
  void aBadTokenIsRefusedAndNothingRuns(String token) {
    isKeptOut(Map.of("token", token));
    if (!token.isEmpty())
      Api.of(Servers.shared()).as(token).get("/decks").refused(401, "unauthenticated");
  }

  @Test
  void noTokenIsRefused() {
    isKeptOut(Map.of());
    Api.of(Servers.shared()).get("/decks").refused(401, "unauthenticated");
  }

  @Test
  void anExpiredTokenAForgedOneAndAnUnknownUsersAreRefused() {
    var person = Person.guest();
    for (var token :
        List.of(
            Tokens.like(person.token()).expired(),
            Tokens.like(person.token()).signedWith("another secret of the same length ....."),
            Tokens.like(person.token()).of("nobody"),
            Tokens.like(person.token()).issuedBy("somebody"),
            Tokens.like(person.token()).unsigned())) {
      isKeptOut(Map.of("token", token));
      person.api().as(token).get("/decks").refused(401, "unauthenticated");
    }
  }

  @Test
  void tokensThatDisagreeAreRefused() {
    var options = new IO.Options();
    options.query = "token=" + Person.guest().token();
    isKeptOut(Map.of("token", Person.guest().token()), options);
  }

  @Test
  void aTokenMayComeInTheHeaderOrTheQuery() {
    var person = Person.guest();
    var query = new IO.Options();
    query.query = "token=" + person.token();
    var header = new IO.Options();
    header.extraHeaders = Map.of("Authorization", List.of("Bearer " + person.token()));
    for (var options : List.of(query, header)) {
      try (var client = Player.connect(Servers.shared(), Map.of(), options)) {
        assertThat(client.next("session:ready").path("user_id").asString()).isEqualTo(person.id());
      }
    }
  }

  private static void isKeptOut(Map<String, String> auth) {
    isKeptOut(auth, new IO.Options());
  }

  private static void isKeptOut(Map<String, String> auth, IO.Options options) {
    try (var client = Player.connect(Servers.shared(), auth, options)) {
      var error = client.next("connect_error");
      assertThat(error.path("data").path("code").asString(""))
          .as("%s", error)
          .isEqualTo("unauthenticated");
      client.tell("game:join", Map.of("game_id", table.game()));
      assertThat(client.heard()).extracting(Player.Heard::event).containsOnly("connect_error");
    }
  }

  @Test
  void restRefusesUnreadableBodies() {
    var api = table.person(0).api();
    api.postText("/games", "{").refused(400, "invalid_message");
    api.postText("/games", "[]").refused(400, "invalid_message");
    api.postText("/games", "{\"deck_id\":1}").refused(400, "invalid_message");
    api.postText("/games", "{\"deck_id\":\"a\",\"deck_id\":\"b\"}").refused(400, "invalid_message");
    api.postText("/games", "{\"a\":".repeat(60) + "1" + "}".repeat(60))
        .refused(400, "invalid_message");
    var unknown = api.post("/games", Map.of("deck_id", "a", "colour", 1));
    assertThat(
            unknown.refused(400, "invalid_message").path("errors").get(0).path("path").asString())
        .isEqualTo("$.colour");
    api.post("/games", Map.of("deck_id", "nowhere")).refused(404, "deck_not_found");
    api.post("/games", Map.of("deck_id", "a", "rules_config", "chess"))
        .refused(400, "invalid_message");
    api.postText("/games", "{\"deck_id\":\"" + "x".repeat(100_000) + "\"}")
        .refused(413, "payload_too_large");
    api.get("/games/nowhere").refused(404, "game_not_found");
    api.get("/games/me/history?cursor=nonsense").refused(400, "invalid_message");
  }

  @Test
  void resigningFromAGameOfOthersIsNotForStrangers() {
    var api = Person.guest().api();
    api.post("/games/" + table.game() + "/resign").refused(403, "not_participant");
    api.post("/games/" + table.game() + "/rematch").refused(403, "not_participant");
    api.post("/games/" + table.game() + "/join", Map.of("deck_id", Table.deck("pocket", 0)))
        .refused(404, "game_not_found");
  }
}
