package dev.menagerie.server.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** A guest becomes an account, and an account changes its name and its password. */
class AccountsTest {
  private static final String PASSWORD = "correct horse battery";

  private static String name() {
    return "Robin " + UUID.randomUUID().toString().substring(0, 8);
  }

  private static Map<String, String> account(String name, String password) {
    return Map.of("name", name, "password", password);
  }

  @Test
  void aGuestBecomesAnAccountAndStaysTheSameUser() {
    var people = List.of(Person.guest(), Person.guest());
    var robin = people.getFirst();
    var creation = Map.of("deck_id", Table.deck("pocket", 0), "rules_config", "pocket");
    var game = Table.open(creation, people);
    var starter = robin.api().get("/decks/pocket-embers").ok();
    var draft =
        Map.of(
            "name",
            "Robin's own",
            "rules",
            "pocket",
            "cards",
            starter.path("cards"),
            "energy_types",
            starter.path("energy_types"));
    var deck = robin.api().post("/decks", draft).ok().path("id").asString();
    var over = Table.open(creation, people);
    people.getLast().api().post("/games/" + over + "/resign").ok();
    Awaitility.await()
        .until(() -> !robin.api().get("/games/me/history").ok().path("items").isEmpty());
    var name = name();
    var upgraded = robin.api().post("/auth/upgrade", account(name, PASSWORD)).ok();
    assertThat(upgraded.path("id").asString()).isEqualTo(robin.id());
    assertThat(upgraded.path("name").asString()).isEqualTo(name);
    assertThat(upgraded.path("guest").asBoolean(true)).isFalse();
    assertThat(robin.api().get("/games/me/active").ok().path("items").get(0).path("game_id"))
        .hasToString("\"" + game + "\"");
    var again = Api.of(Servers.shared()).post("/auth/login", account(name, PASSWORD)).ok();
    assertThat(again.path("user").path("id").asString()).isEqualTo(robin.id());
    var elsewhere = Api.of(Servers.shared()).as(again.path("access_token").asString());
    assertThat(elsewhere.get("/decks/" + deck).ok().path("name").asString())
        .isEqualTo("Robin's own");
    assertThat(elsewhere.get("/games/me/history").ok().path("items").get(0).path("game_id"))
        .hasToString("\"" + over + "\"");
    assertThat(elsewhere.get("/statistics/me").ok().path("games").asInt()).isEqualTo(1);
    robin.api().post("/auth/upgrade", account(name(), PASSWORD)).refused(403, "forbidden");
  }

  @Test
  void aDeletedAccountLeavesItsGamesUnderACommonName() {
    var people = List.of(Person.guest(), Person.guest());
    var robin = people.getFirst();
    var sam = people.getLast();
    var name = name();
    robin.api().post("/auth/upgrade", account(name, PASSWORD)).ok();
    robin.api().put("/users/me/friends/" + sam.id(), Map.of());
    var creation = Map.of("deck_id", Table.deck("pocket", 0), "rules_config", "pocket");
    var over = Table.open(creation, people);
    sam.api().post("/games/" + over + "/resign").ok();
    var running = Table.open(creation, people.reversed());
    await()
        .untilAsserted(() -> {
          var data = robin.api().get("/users/me/export").ok();
          assertThat(data.path("name").asString()).isEqualTo(name);
          assertThat(data.path("games").get(0).path("game_id").asString()).isEqualTo(over);
          assertThat(data.path("games").get(0).path("won").asBoolean()).isTrue();
          assertThat(data.path("friends").get(0).path("user_id").asString()).isEqualTo(sam.id());
        });
    var body = Map.of("password", "another good passphrase");
    robin.api().post("/auth/delete", body).refused(403, "forbidden");
    robin.api().post("/auth/delete").refused(403, "forbidden");
    try (var connected = Player.inLobby(robin)) {
      connected.next("lobby:ready");
      assertThat(robin.api().post("/auth/delete", Map.of("password", PASSWORD)).status())
          .isEqualTo(204);
      assertThat(connected.next("session:closed").path("code").asString()).isEqualTo("logged_out");
    }
    robin.api().get("/decks").refused(401, "unauthenticated");
    var anonymous = Api.of(Servers.shared());
    anonymous.post("/auth/login", account(name, PASSWORD)).refused(401, "unauthenticated");
    assertThat(sam.api().get("/users/me/friends").ok().path("items")).isEmpty();
    // The running game was resigned; its end reaches the archive a moment later.
    await()
        .atMost(Duration.ofMinutes(1))
        .untilAsserted(() -> {
          var games = sam.api().get("/games/me/history").ok();
          assertThat(games.path("items")).hasSize(2);
          assertThat(games.toString()).doesNotContain(name).contains("Deleted user");
          for (var game : games.path("items")) {
            assertThat(game.toString()).contains("Deleted user");
          }
        });
    for (var game : List.of(over, running)) {
      assertThat(sam.api().get("/games/" + game + "/replay").ok().toString()).doesNotContain(name);
      var verdict = sam.api().post("/games/" + game + "/replay/verify").ok();
      assertThat(verdict.path("ok").asBoolean()).as("%s", verdict).isTrue();
    }
    Person.guest().api().post("/auth/upgrade", account(name, PASSWORD)).ok();
    // A guest has no password to confirm with.
    assertThat(sam.api().post("/auth/delete").status()).isEqualTo(204);
    sam.api().get("/decks").refused(401, "unauthenticated");
  }

  @Test
  void aNameOfAnotherIsNotTaken() {
    var taken = name();
    var first = Person.guest();
    first.api().post("/auth/upgrade", account(taken, PASSWORD)).ok();
    var second = Person.guest();
    second
        .api()
        .post("/auth/upgrade", account(taken.toUpperCase(java.util.Locale.ROOT), PASSWORD))
        .refused(409, "name_taken");
    second.api().put("/auth/name", Map.of("name", taken)).refused(409, "name_taken");
    second.api().post("/auth/upgrade", account(name(), "short")).refused(400, "invalid_message");
  }

  @Test
  void aNewNameIsSeenAtOnceAndFreesTheOldOne() {
    var robin = Person.guest();
    var old = name();
    robin.api().post("/auth/upgrade", account(old, PASSWORD)).ok();
    var next = name();
    robin.api().put("/auth/name", Map.of("name", next)).ok();
    var creation = new HashMap<String, Object>();
    creation.put("deck_id", Table.deck("pocket", 0));
    creation.put("rules_config", "pocket");
    var game = robin.api().post("/games", creation).body().path("game_id").stringValue();
    assertThat(
            robin.api().get("/games/" + game).ok().path("players").get(0).path("name").asString())
        .isEqualTo(next);
    assertThat(Person.guest().api().post("/auth/upgrade", account(old, PASSWORD)).status())
        .isEqualTo(200);
    var anonymous = Api.of(Servers.shared());
    assertThat(
            anonymous
                .post("/auth/login", account(next, PASSWORD))
                .ok()
                .path("user")
                .path("id")
                .asString())
        .isEqualTo(robin.id());
  }

  @Test
  void aNewPasswordEndsOtherSessions() {
    var robin = Person.guest();
    var name = name();
    robin.api().post("/auth/upgrade", account(name, PASSWORD)).ok();
    var anonymous = Api.of(Servers.shared());
    var elsewhere = anonymous.post("/auth/login", account(name, PASSWORD)).ok();
    var other = anonymous.as(elsewhere.path("access_token").stringValue());
    assertThat(other.get("/decks").status()).isEqualTo(200);
    var next = "another good passphrase";
    robin
        .api()
        .put("/auth/password", Map.of("current_password", "wrong one", "new_password", next))
        .refused(403, "forbidden");
    var change = Map.of("current_password", PASSWORD, "new_password", next);
    assertThat(robin.api().put("/auth/password", change).status()).isEqualTo(204);
    other.get("/decks").refused(401, "unauthenticated");
    assertThat(robin.api().get("/decks").status()).isEqualTo(200);
    anonymous.post("/auth/login", account(name, PASSWORD)).refused(401, "unauthenticated");
    assertThat(anonymous.post("/auth/login", account(name, next)).status()).isEqualTo(200);
  }

  @Test
  void aGuestHasNoPasswordToChange() {
    var change = Map.of("current_password", "", "new_password", PASSWORD);
    Person.guest().api().put("/auth/password", change).refused(403, "forbidden");
  }
}
