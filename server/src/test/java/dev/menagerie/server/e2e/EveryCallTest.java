package dev.menagerie.server.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.menagerie.server.oidc.TestIssuer;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Every call of the OpenAPI document with every answer it names, made for real. {@link Api}
 * compares each with the document; this test sees to it that none is left out.
 */
class EveryCallTest {
  /** Any call may be answered so, and other tests see to it that they are. */
  private static final Set<String> OF_ANY_CALL =
      Set.of(
          "invalid_message",
          "forbidden",
          "payload_too_large",
          "rate_limited",
          "internal",
          "unavailable",
          "busy",
          "unauthenticated",
          "unsupported_media_type",
          "in_progress");

  private static final Map<String, ?> POCKET =
      Map.of("deck_id", "pocket-embers", "rules_config", "pocket");
  private static final Map<String, ?> HOUSE_BOT =
      Map.of(
          "deck_id",
          "pocket-embers",
          "rules_config",
          "pocket",
          "opponent",
          Map.of("kind", "bot", "bot", "random"));

  @Test
  void everyAnswerThatIsDocumentedIsGivenAsItIsDocumented() {
    try (var issuer = TestIssuer.start();
        var server =
            Servers.another(s ->
                s.gamesPerMinute(1_000)
                    .gamesPerUser(2, 2)
                    .relationsPerUser(1, 1)
                    .provider(issuer, "Club login"))) {
      var anyone = Api.of(server.url());
      var ada = Person.guest(server.url());
      var bob = Person.guest(server.url());
      catalog(anyone);
      accounts(anyone);
      decks(ada, bob);
      games(ada, bob);
      replays(ada, bob);
      CommunityCalls.accountChanges(server.url());
      ProviderCalls.make(issuer, anyone);
      CommunityCalls.invitations(ada, bob);
      CommunityCalls.players(ada, bob);
      CommunityCalls.fairPlay(ada, bob);
      CommunityCalls.ratings(ada);
      CommunityCalls.statistics(ada);
      CommunityCalls.queue(ada);
      CommunityCalls.tournaments(ada, bob);
      CommunityCalls.campaign(ada, Person.guest(server.url()));
      CommunityCalls.puzzles(ada);
      unfinished(bob);
      assertThat(anyone.contract().notMet(OF_ANY_CALL)).isEmpty();
    }
  }

  /** Reads, and reads again conditionally. */
  static JsonNode read(Api api, String path) {
    var reply = api.get(path);
    var tag = reply.response().headers().firstValue("etag").orElseThrow();
    var body = reply.ok();
    assertThat(api.with("If-None-Match", tag).get(path).status()).as(path).isEqualTo(304);
    return body;
  }

  /** A list of all games, which other tests may change between two reads. */
  private static void readShared(Api api, String path) {
    Awaitility.await().untilAsserted(() -> read(api, path));
  }

  private static void catalog(Api anyone) {
    var card = read(anyone, "/cards").path("items").get(0);
    read(anyone, "/cards?set=" + card.path("set").asString());
    read(anyone, "/cards/" + card.path("id").asString());
    anyone.get("/cards?set=nowhere").refused(404, "not_found");
    anyone.get("/cards/nothing").refused(404, "not_found");
    read(anyone, "/rules");
    read(anyone, "/rules/house");
    anyone.get("/rules/nobodys").refused(404, "not_found");
    read(anyone, "/bots");
    read(anyone, "/health/live");
    read(anyone, "/health/ready");
  }

  private static void accounts(Api anyone) {
    var name = "Ada " + UUID.randomUUID().toString().substring(0, 8);
    var account = Map.of("name", name, "password", "correct horse battery");
    var registered = anyone.post("/auth/register", account).ok();
    anyone.post("/auth/register", account).refused(409, "name_taken");
    anyone.post("/auth/guest", Map.of("name", name)).refused(409, "name_taken");
    anyone.post("/auth/login", account).ok();
    anyone
        .post("/auth/login", Map.of("name", name, "password", "wrong horse battery"))
        .refused(401, "unauthenticated");
    var token = Map.of("refresh_token", registered.path("refresh_token").asString());
    var second = anyone.post("/auth/refresh", token).ok().path("refresh_token").asString();
    var next = anyone.post("/auth/refresh", Map.of("refresh_token", second)).ok();
    anyone.post("/auth/refresh", token).refused(401, "unauthenticated");
    anyone
        .post("/auth/refresh", Map.of("refresh_token", next.path("refresh_token").asString()))
        .refused(401, "unauthenticated");
    anyone.as(next.path("access_token").asString()).get("/decks").refused(401, "unauthenticated");
    var again = anyone.post("/auth/login", account).ok().path("access_token").asString();
    var sessions = read(anyone.as(again), "/auth/sessions").path("items");
    for (var session : sessions) {
      if (session.path("current").asBoolean()) continue;
      var path = "/auth/sessions/" + session.path("id").asString();
      assertThat(anyone.as(again).delete(path).status()).isEqualTo(204);
    }
    assertThat(anyone.as(again).get("/auth/sessions").ok().path("items").size()).isEqualTo(1);
    assertThat(anyone.as(again).post("/auth/logout").status()).isEqualTo(204);
    var last = anyone.post("/auth/login", account).ok();
    Servers.ban(last.path("user").path("id").asString());
    anyone.post("/auth/login", account).refused(403, "banned");
    anyone
        .post("/auth/refresh", Map.of("refresh_token", last.path("refresh_token").asString()))
        .refused(403, "banned");
  }

  private static void decks(Person ada, Person bob) {
    var starter = (ObjectNode) read(ada.api(), "/decks/pocket-embers").deepCopy();
    read(ada.api(), "/decks");
    starter.remove(List.of("id", "starter"));
    assertThat(ada.api().post("/decks/check", starter).ok().path("errors")).isEmpty();
    var mine = "/decks/" + ada.api().post("/decks", starter).ok().path("id").asString();
    ada.api().put(mine, starter).ok();
    read(ada.api(), mine + "/text");
    bob.api().get(mine + "/text").refused(404, "deck_not_found");
    bob.api().get(mine).refused(404, "deck_not_found");
    bob.api().put(mine, starter).refused(404, "deck_not_found");
    bob.api().delete(mine).refused(404, "deck_not_found");
    var keyed = ada.api().with("Idempotency-Key", "the-same");
    keyed.post("/decks", starter).ok();
    var bad = starter.deepCopy().set("cards", starter.arrayNode());
    ada.api().post("/decks", bad).refused(422, "deck_invalid");
    assertThat(ada.api().post("/decks/check", bad).ok().path("errors")).isNotEmpty();
    ada.api().put(mine, bad).refused(422, "deck_invalid");
    keyed.post("/decks", bad).refused(409, "message_id_reused");
    assertThat(ada.api().delete(mine).status()).isEqualTo(204);
    for (int i = 0; i < 100; i++) bob.api().post("/decks", starter);
    bob.api().post("/decks", starter).refused(409, "limit_reached");
  }

  private static void games(Person ada, Person bob) {
    var eve = Person.guest(ada.api().origin());
    ada.api().post("/games", Map.of("deck_id", "none")).refused(404, "deck_not_found");
    ada.api().post("/games", Map.of("deck_id", "pocket-embers")).refused(422, "deck_invalid");
    var keyed = ada.api().with("Idempotency-Key", "one-game");
    var first = keyed.post("/games", POCKET);
    var repeated = keyed.post("/games", POCKET);
    assertThat(repeated.ok()).isEqualTo(first.ok());
    assertThat(repeated.response().headers().firstValue("location"))
        .isEqualTo(first.response().headers().firstValue("location"))
        .isPresent();
    keyed.post("/games", HOUSE_BOT).refused(409, "message_id_reused");
    var game = "/games/" + first.body().path("game_id").asString();
    var code = first.body().path("invite_code").asString();
    read(ada.api(), game);
    ada.api().get("/games/none").refused(404, "game_not_found");
    read(ada.api(), game + "/chat");
    ada.api().get("/games/none/chat").refused(404, "game_not_found");
    bob.api().post(game + "/join", join("pocket-embers", "wrong")).refused(404, "game_not_found");
    bob.api().post(game + "/join", join("none", code)).refused(404, "deck_not_found");
    bob.api().post(game + "/join", join("house-quarry", code)).refused(422, "deck_invalid");
    bob.api().delete(game).refused(404, "game_not_found");
    ada.api().post(game + "/rematch").refused(422, "invalid_action");
    bob.api().post(game + "/join", join("pocket-embers", code)).ok();
    eve.api().post(game + "/join", join("pocket-embers", code)).refused(409, "game_full");
    ada.api().delete(game).refused(409, "game_full");
    read(ada.api(), "/games/me/active");
    readShared(ada.api(), "/games/live");
    readShared(ada.api(), "/games/open");
    read(ada.api(), "/games/me/history");
    eve.api().post(game + "/resign").refused(403, "not_participant");
    eve.api().post(game + "/rematch").refused(403, "not_participant");
    ada.api().post("/games/none/resign").refused(404, "game_not_found");
    ada.api().post("/games/none/rematch").refused(404, "game_not_found");
    keyed.post(game + "/resign").refused(409, "message_id_reused");
    ada.api().post(game + "/resign").ok();
    bob.api().post(game + "/resign").refused(409, "game_over");
    ada.api().delete(game).refused(409, "game_over");
    var waiting = "/games/" + ada.api().post("/games", POCKET).ok().path("game_id").asString();
    assertThat(ada.api().delete(waiting).status()).isEqualTo(204);
    rematches(ada, bob, game);
  }

  /** A user with the allowed number of games gets no further one in any way. */
  private static void unfinished(Person bob) {
    var eve = Person.guest(bob.api().origin());
    var over = "/games/" + eve.api().post("/games", HOUSE_BOT).ok().path("game_id").asString();
    eve.api().post(over + "/resign").ok();
    for (int i = 0; i < 2; i++) eve.api().post("/games", POCKET).ok();
    var created = bob.api().post("/games", POCKET).ok();
    eve.api().post("/games", POCKET).refused(409, "limit_reached");
    CommunityCalls.queueWithTooManyGames(eve);
    eve.api().post(over + "/rematch").refused(409, "limit_reached");
    eve.api()
        .post(
            "/games/" + created.path("game_id").asString() + "/join",
            join("pocket-embers", created.path("invite_code").asString()))
        .refused(409, "limit_reached");
  }

  /** An offer that was withdrawn can be made again, but not without end. */
  private static void rematches(Person ada, Person bob, String over) {
    for (int offer = 0; offer < 16; offer++) {
      var next = "/games/" + ada.api().post(over + "/rematch").ok().path("game_id").asString();
      assertThat(ada.api().delete(next).status()).isEqualTo(204);
    }
    bob.api().post(over + "/rematch").refused(409, "game_over");
  }

  private static Map<String, String> join(String deck, String code) {
    return Map.of("deck_id", deck, "invite_code", code);
  }

  private static void replays(Person ada, Person bob) {
    var game = "/games/" + ada.api().post("/games", HOUSE_BOT).ok().path("game_id").asString();
    for (var part : List.of("/replay", "/replay/frames")) {
      ada.api().get(game + part).refused(404, "game_not_found");
    }
    ada.api().post(game + "/replay/verify").refused(404, "game_not_found");
    ada.api().post(game + "/resign").ok();
    read(bob.api(), game + "/replay");
    read(bob.api(), game + "/replay/frames");
    assertThat(bob.api().post(game + "/replay/verify").ok().path("ok").asBoolean()).isTrue();
  }
}
