package dev.menagerie.server.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.menagerie.codec.Json;
import dev.menagerie.server.commandline.LocalServer;
import dev.menagerie.testkit.Ports;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** An operator looks at games and users and acts on them, by the commands that the page tells. */
class AdminTest {
  private static final Map<String, Object> DECK =
      Map.of("deck_id", Table.deck("pocket", 0), "rules_config", "pocket");

  private final int port = Ports.free();

  private @TempDir Path directory;
  private LocalServer server;
  private Operator oda;
  private Operator vera;

  @BeforeEach
  void start() {
    var tokens = Operator.tokens(directory);
    oda = Operator.oda(directory, port);
    vera = Operator.vera(directory, port);
    server = Servers.another(s -> s.managementPort(port).managementTokens(tokens));
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private List<Person> people() {
    return List.of(Person.guest(server.url()), Person.guest(server.url()));
  }

  @Test
  void gamesAreFoundFollowedAndEnded() {
    var people = people();
    try (var table = Table.created(DECK, people)) {
      table.steps(6);
      var game = table.game();
      Awaitility.await().until(() -> steps(game).size() > 6);

      var found = vera.does("games", "player=" + people.getFirst().id()).path("items");
      assertThat(found).hasSize(1);
      assertThat(found.get(0).path("game_id").asString()).isEqualTo(game);
      assertThat(steps(game).toString()).contains("opened").doesNotContain("card_id");
      assertThat(vera.refused("end", game, "loser=1")).contains("role OPERATOR");
      var refused = vera.does("audit", "subject=" + game, "operator=vera").path("items").get(0);
      assertThat(refused.path("act").asString()).isEqualTo("end");
      assertThat(refused.path("details").asString()).isEqualTo("loser=1");
      assertThat(refused.path("status").asInt()).isEqualTo(403);
      assertThat(oda.refused("end", game)).contains("loser");

      oda.does("end", game, "loser=1");

      var over = table.player(0).next("game:game_over");
      assertThat(over.path("winner_id").asString()).isEqualTo(people.getFirst().id());
      awaitFinished(game);
      var visits = vera.does("connections", game).path("items");
      assertThat(visits.valueStream().map(visit -> visit.path("user_id").asString()))
          .contains(people.getFirst().id(), people.getLast().id());
      assertThat(visits.get(0).path("event").asString()).isEqualTo("entered");
      assertThat(visits.get(0).path("as").asString()).isEqualTo("player");
      assertThat(oda.refused("end", game, "loser=0")).contains("over");
    }
    waitingGamesAreCancelledAndPlayersSignedOut(people.getFirst());
    newGamesAreRefusedAndReadinessIsOff(people.getLast());
  }

  @Test
  void decksOfAnExportAreImportedForAnotherUser() throws Exception {
    var people = people();
    var first = people.getFirst();
    var draft = new HashMap<String, Object>(Map.of("name", "Old friends", "rules", "pocket"));
    var starter = first.api().get("/decks/" + Table.deck("pocket", 0)).ok();
    for (var part : List.of("cards", "energy_cards", "energy_types")) {
      draft.put(part, starter.path(part));
    }
    first.api().post("/decks", draft).ok();
    var export = first.api().get("/users/me/export").ok();
    var file = Files.write(directory.resolve("export.json"), Json.bytes(export));

    var done = oda.does("import-decks", people.getLast().id(), file.toString());

    assertThat(done.path("imported").asInt()).isEqualTo(1);
    var acts = vera.does("audit", "subject=" + people.getLast().id()).path("items");
    assertThat(acts.get(0).path("act").asString()).isEqualTo("import-deck");
    assertThat(acts.get(0).path("details").asString())
        .matches("cards=\\d+ entries .* name=Old friends rules=pocket");
    var kept = people.getLast().api().get("/users/me/export").ok().path("decks").get(0);
    assertThat(kept.path("name").asString()).isEqualTo("Old friends");
    assertThat(kept.path("cards")).isEqualTo(export.path("decks").get(0).path("cards"));
    Files.writeString(file, Files.readString(file).replace("pocket", "no such rules"));
    var refused = oda.refused("import-decks", people.getLast().id(), file.toString());
    assertThat(refused).contains("Old friends", "must be one of");
  }

  @Test
  void levelsOfTheLogAreChangedAtRunTime() {
    var logger = "dev.menagerie.server.nothing.else";
    assertThat(vera.refused("log", logger, "debug")).contains("role OPERATOR");
    assertThat(vera.does("log").has(logger)).isFalse();

    oda.does("log", logger, "debug");

    assertThat(vera.does("log").path(logger).asString()).isEqualTo("DEBUG");
    assertThat(vera.does("audit", "subject=" + logger).toString()).contains("\"log-level\"");
    assertThat(oda.refused("log", "io.netty", "debug")).contains("a logger of dev.menagerie");
    assertThat(oda.refused("log", logger, "loud")).contains("debug or trace");
  }

  @Test
  void timeIsGivenAndAGameIsVoided() {
    var people = people();
    try (var table = Table.created(DECK, people)) {
      table.steps(4);
      var game = table.game();
      assertThat(oda.refused("time", game, "seconds=0")).contains("seconds");
      var before = Instant.now();

      oda.does("time", game, "seconds=600");

      var extended = table.player(1).next("game:turn_timeout");
      assertThat(extended.path("reason").asString()).isEqualTo("operator");
      assertThat(extended.path("kind").asString()).isEqualTo("extended");
      var after = Instant.parse(extended.path("deadline").asString());
      assertThat(after).isAfterOrEqualTo(before.plus(Duration.ofMinutes(10)));

      oda.does("void", game);

      var over = table.player(0).next("game:game_over");
      assertThat(over.path("winner_id").isNull()).isTrue();
      assertThat(over.path("end_reason").asString()).isEqualTo("voided");
      awaitFinished(game);
      assertThat(oda.refused("time", game, "seconds=5")).contains("over");
      var replay = people.getFirst().api().get("/games/" + game + "/replay").ok();
      assertThat(replay.path("actions").toString()).contains("time_granted", "voided");
      var verified = people.getFirst().api().post("/games/" + game + "/replay/verify").ok();
      assertThat(verified.path("ok").asBoolean()).isTrue();
    }
  }

  @Test
  void aBannedUserIsDisconnectedWithTheExpiry() {
    var api = Api.of(server.url());
    var account = Map.of("name", "Barred " + port, "password", "a long enough password");
    var registered = api.post("/auth/register", account).ok();
    var id = registered.path("user").path("id").asString();
    var person = new Person(id, registered.path("access_token").asString(), "", api);
    var refresh = Map.of("refresh_token", registered.path("refresh_token").asString());
    var found = vera.does("users", "name=barred " + port).path("items");
    assertThat(found.get(0).path("user_id").asString()).isEqualTo(id);
    try (var socket = Player.inLobby(person)) {
      socket.next("lobby:ready");

      var ban = oda.does("ban", id, "hours=2", "reason=cheating, twice");

      assertThat(socket.next("session:closed").path("code").asString()).isEqualTo("banned");
      assertThat(ban.path("user_id").asString()).isEqualTo(id);
      var until = ban.path("until").asString();
      var refusal = api.post("/auth/login", account).refused(403, "banned");
      assertThat(refusal.path("details").path("until").asString()).isEqualTo(until);
      assertThat(refusal.toString()).doesNotContain("cheating");
      api.post("/auth/refresh", refresh).refused(403, "banned");
      api.as(person.token()).get("/games/me/active").refused(401, "unauthenticated");
    }
    assertThat(vera.does("user", id).path("banned").asBoolean()).isTrue();
    assertThat(vera.does("bans").toString()).contains("cheating, twice", "oda");

    assertThat(vera.does("storage").toString()).contains("game_journal", "bytes");

    oda.does("unban", id);
    assertThat(oda.refused("unban", id)).contains("not banned");
    api.post("/auth/login", account).ok();
    oda.does("ban", id);
    var forGood = api.post("/auth/login", account).refused(403, "banned");
    assertThat(forGood.path("details").has("until")).isFalse();
    assertThat(oda.refused("ban", "unobody")).contains("no such user");

    var acts = vera.does("audit", "subject=" + id).path("items");
    assertThat(acts.valueStream().map(act -> act.path("act").asString()))
        .containsExactly("ban", "unban", "unban", "ban");
    assertThat(acts.get(3).path("details").asString()).isEqualTo("hours=2 reason=cheating, twice");
    assertThat(acts.get(1).path("status").asInt()).isEqualTo(409);
    assertThat(acts.toString()).contains("oda").doesNotContain(Operator.OPERATOR_TOKEN);
  }

  private void waitingGamesAreCancelledAndPlayersSignedOut(Person person) {
    var waiting = person.api().post("/games", DECK).ok().path("game_id").asString();
    oda.does("end", waiting);
    assertThat(person.api().get("/games/" + waiting).status()).isEqualTo(404);

    var signedIn = vera.does("sessions", person.id()).path("items");
    assertThat(signedIn).hasSize(1);
    var session = signedIn.get(0).path("session").asString();
    assertThat(vera.does("session", session).path("user_id").asString()).isEqualTo(person.id());
    oda.does("sign-out", person.id());
    assertThat(vera.refused("session", session)).contains("has ended");
    assertThat(person.api().get("/games/me/active").status()).isEqualTo(401);
  }

  private void newGamesAreRefusedAndReadinessIsOff(Person person) {
    oda.does("new-games", "off");
    person.api().post("/games", DECK).refused(503, "busy");
    oda.does("new-games", "on");
    person.api().post("/games", DECK).ok();
    oda.does("ready", "off");
    assertThat(person.api().get("/health/ready").status()).isEqualTo(503);
    oda.does("ready", "on");
    assertThat(person.api().get("/health/ready").status()).isEqualTo(200);
  }

  private void awaitFinished(String game) {
    Awaitility.await()
        .atMost(Duration.ofMinutes(1))
        .until(() -> vera.does("game", game).path("status").asString().equals("finished"));
  }

  private JsonNode steps(String game) {
    return vera.does("timeline", game).path("items");
  }
}
