package dev.menagerie.server.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.menagerie.server.players.Reports;
import dev.menagerie.server.tournament.Plans;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * The calls of accounts, invitations, players, ratings and matchmaking, with every answer they
 * document.
 */
final class CommunityCalls {
  private static final String PASSWORD = "correct horse battery";

  private CommunityCalls() {}

  /** A guest becomes an account and changes its name and password. */
  static void accountChanges(String origin) {
    var robin = Person.guest(origin);
    var taken = name();
    Person.guest(origin).api().post("/auth/upgrade", account(taken)).ok();
    robin.api().post("/auth/upgrade", account(taken)).refused(409, "name_taken");
    robin.api().post("/auth/upgrade", account(name())).ok();
    robin.api().put("/auth/name", Map.of("name", taken)).refused(409, "name_taken");
    robin.api().put("/auth/name", Map.of("name", name())).ok();
    var change = Map.of("current_password", PASSWORD, "new_password", PASSWORD + " staple");
    assertThat(robin.api().put("/auth/password", change).status()).isEqualTo(204);
    var last = Map.of("password", PASSWORD + " staple");
    assertThat(robin.api().post("/auth/delete", last).status()).isEqualTo(204);
  }

  /** Ada invites Bob: he declines, and accepts the second time. */
  static void invitations(Person ada, Person bob) {
    var declined = invite(ada, bob);
    EveryCallTest.read(bob.api(), "/games/me/invitations");
    assertThat(bob.api().post(declined + "/decline").status()).isEqualTo(204);
    bob.api().post("/games/none/decline").refused(404, "game_not_found");
    var accepted = invite(ada, bob);
    bob.api().post(accepted + "/join", Map.of("deck_id", "pocket-embers")).ok();
    bob.api().post(accepted + "/decline").refused(409, "game_full");
    bob.api().post(accepted + "/resign").ok();
    bob.api().post(accepted + "/decline").refused(409, "game_over");
  }

  private static String invite(Person ada, Person bob) {
    var creation =
        Map.of(
            "deck_id",
            "pocket-embers",
            "rules_config",
            "pocket",
            "opponent",
            Map.of("kind", "user", "user_id", bob.id()));
    return "/games/" + ada.api().post("/games", creation).ok().path("game_id").asString();
  }

  /** Friends, blocks and finding users, on a server where a user may have one of each. */
  static void players(Person ada, Person bob) {
    var cleo = Person.guest(ada.api().origin());
    var friend = "/users/me/friends/";
    var block = "/users/me/blocks/";
    assertThat(ada.api().put(friend + bob.id(), Map.of()).status()).isEqualTo(204);
    ada.api().put(friend + cleo.id(), Map.of()).refused(409, "limit_reached");
    ada.api().put(friend + "nobody", Map.of()).refused(404, "not_found");
    EveryCallTest.read(bob.api(), "/users/me/friends");
    assertThat(bob.api().delete(friend + ada.id()).status()).isEqualTo(204);
    assertThat(ada.api().put(block + cleo.id(), Map.of()).status()).isEqualTo(204);
    ada.api().put(block + bob.id(), Map.of()).refused(409, "limit_reached");
    ada.api().put(block + "nobody", Map.of()).refused(404, "not_found");
    EveryCallTest.read(ada.api(), "/users/me/blocks");
    assertThat(ada.api().delete(block + cleo.id()).status()).isEqualTo(204);
    EveryCallTest.read(ada.api(), "/users/me/opponents");
    EveryCallTest.read(ada.api(), "/users/me/privacy");
    ada.api().put("/users/me/privacy", Map.of("findable_by_name", false)).ok();
    EveryCallTest.read(ada.api(), "/users?name=ada");
    EveryCallTest.read(ada.api(), "/users/me/export");
    EveryCallTest.read(ada.api(), "/users/me/collection");
  }

  /** Muting and reporting, on a server where a user may mute one other. */
  static void fairPlay(Person ada, Person bob) {
    var cleo = Person.guest(ada.api().origin());
    var mute = "/users/me/mutes/";
    assertThat(ada.api().put(mute + bob.id(), Map.of()).status()).isEqualTo(204);
    ada.api().put(mute + cleo.id(), Map.of()).refused(409, "limit_reached");
    ada.api().put(mute + "nobody", Map.of()).refused(404, "not_found");
    EveryCallTest.read(ada.api(), "/users/me/mutes");
    assertThat(ada.api().delete(mute + bob.id()).status()).isEqualTo(204);
    ada.api().post("/reports", report(bob.id(), "none")).ok();
    ada.api().post("/reports", report("nobody", "none")).refused(404, "not_found");
    for (int i = 1; i < Reports.MAX_WAITING; i++) {
      ada.api().post("/reports", report(bob.id(), "game" + i)).ok();
    }
    ada.api().post("/reports", report(cleo.id(), "none")).refused(409, "limit_reached");
    EveryCallTest.read(ada.api(), "/reports/me");
  }

  private static Map<String, String> report(String user, String game) {
    return Map.of("user_id", user, "reason", "stalling", "game_id", game);
  }

  /** Statistics and history, with and without filters. */
  static void statistics(Person ada) {
    EveryCallTest.read(ada.api(), "/statistics/me");
    EveryCallTest.read(ada.api(), "/statistics/me?preset=pocket&against=people&result=won");
    ada.api().get("/statistics/me?result=great").refused(400, "invalid_message");
    EveryCallTest.read(ada.api(), "/games/me/history?game_type=casual&since=2020-01-01T00:00:00Z");
    EveryCallTest.read(ada.api(), "/users/" + ada.id() + "/statistics");
    ada.api().get("/users/nobody/statistics").refused(404, "not_found");
  }

  /** Ratings, ladders and seasons, of a user without a ranked game. */
  static void ratings(Person ada) {
    for (var path :
        new String[] {
          "/ratings/me",
          "/ratings/me/history",
          "/users/" + ada.id() + "/ratings",
          "/ladders/pocket",
          "/seasons"
        }) {
      EveryCallTest.read(ada.api(), path);
    }
    ada.api().get("/users/nobody/ratings").refused(404, "not_found");
    ada.api().get("/ladders/nobodys").refused(404, "not_found");
  }

  /** Somebody queues and leaves the queue again. */
  static void queue(Person ada) {
    ada.api().get("/matchmaking").refused(404, "not_found");
    ada.api().post("/matchmaking", ticket("none", "pocket")).refused(404, "deck_not_found");
    ada.api()
        .post("/matchmaking", ticket("pocket-embers", "standard"))
        .refused(422, "deck_invalid");
    ada.api().post("/matchmaking", rankedTicket()).ok();
    EveryCallTest.read(ada.api(), "/matchmaking");
    assertThat(ada.api().delete("/matchmaking").status()).isEqualTo(204);
  }

  /** Ada takes part in tournaments: one that waits, one with check-in, and one that is over. */
  static void tournaments(Person ada, Person bob) {
    var later = Instant.now().plus(Duration.ofHours(20));
    var full = "/tournaments/" + Servers.keep(Plans.announced("pocket", 2, later));
    var standard = "/tournaments/" + Servers.keep(Plans.announced("standard", 2, later));
    var open = "/tournaments/" + Servers.keep(Plans.announced("pocket", 8, Instant.now()));
    var over = "/tournaments/" + Servers.keep(Plans.over(ada.id()));
    var deck = TournamentPlayers.DECK;
    ada.api().put(standard + "/registration", deck).refused(422, "deck_invalid");
    ada.api().put(full + "/registration", Map.of("deck_id", "none")).refused(404, "deck_not_found");
    ada.api().put("/tournaments/none/registration", deck).refused(404, "not_found");
    ada.api().put(over + "/registration", deck).refused(409, "wrong_phase");
    ada.api().delete(over + "/registration").refused(409, "wrong_phase");
    ada.api().delete(full + "/registration").refused(404, "not_found");
    ada.api().put(full + "/registration", deck).ok();
    bob.api().put(full + "/registration", deck).ok();
    Person.guest(ada.api().origin())
        .api()
        .put(full + "/registration", deck)
        .refused(409, "limit_reached");
    ada.api().post(full + "/check-in").refused(409, "wrong_phase");
    ada.api().post(open + "/check-in").refused(404, "not_found");
    ada.api().put(open + "/registration", deck).ok();
    await().untilAsserted(() -> ada.api().post(open + "/check-in").ok());
    ada.api().delete(open + "/registration").ok();
    EveryCallTest.read(ada.api(), full);
    EveryCallTest.read(ada.api(), full + "/matches");
    EveryCallTest.read(ada.api(), full + "/results");
    await().untilAsserted(() -> EveryCallTest.read(ada.api(), "/tournaments"));
    for (var path : new String[] {"", "/matches", "/results"}) {
      ada.api().get("/tournaments/none" + path).refused(404, "not_found");
    }
    ada.api().delete(full + "/registration").ok();
  }

  /** Ada gives up on the puzzle of today. */
  static void puzzles(Person ada) {
    EveryCallTest.read(ada.api(), "/puzzles/today");
    EveryCallTest.read(ada.api(), "/puzzles/today/solution");
    ada.api().get("/puzzles/2000-01-01").refused(404, "not_found");
    ada.api().get("/puzzles/never/solution").refused(404, "not_found");
    var pass = Map.of("type", "pass");
    var claim = Map.of("type", "attack", "attack_index", 99);
    var tries = "/puzzles/today/tries";
    ada.api().post(tries, Map.of("actions", List.of(pass))).ok();
    ada.api().post(tries, Map.of("actions", List.of(pass, pass))).refused(409, "game_over");
    ada.api().post(tries, Map.of("actions", List.of(claim))).refused(422, "invalid_action");
    ada.api()
        .post("/puzzles/never/tries", Map.of("actions", List.of(pass)))
        .refused(404, "not_found");
  }

  /** Ada plays the first opponent of the campaign; somebody else has enough games. */
  static void campaign(Person ada, Person busy) {
    EveryCallTest.read(ada.api(), "/campaign");
    EveryCallTest.read(ada.api(), "/users/" + ada.id() + "/worn");
    ada.api().put("/users/me/worn", Map.of()).ok();
    ada.api().put("/users/me/worn", Map.of("title", "lane-walker")).refused(404, "not_found");
    var opponents = ada.api().get("/campaign").ok().path("opponents");
    var first = "/campaign/" + opponents.get(0).path("id").asString() + "/games";
    var second = "/campaign/" + opponents.get(1).path("id").asString() + "/games";
    var deck = TournamentPlayers.DECK;
    ada.api().post("/campaign/nobody/games", deck).refused(404, "not_found");
    ada.api().post(second, deck).refused(409, "locked");
    ada.api().post(first, Map.of("deck_id", "none")).refused(404, "deck_not_found");
    ada.api().post(first, Map.of("deck_id", "standard-hearthfire")).refused(422, "deck_invalid");
    var keyed = ada.api().with("Idempotency-Key", "first-opponent");
    var game = keyed.post(first, deck).ok().path("game_id").asString();
    keyed.post(second, deck).refused(409, "message_id_reused");
    ada.api().post("/games/" + game + "/resign").ok();
    for (int i = 0; i < 2; i++) busy.api().post(first, deck).ok();
    busy.api().post(first, deck).refused(409, "limit_reached");
  }

  /** Somebody with the allowed number of games cannot queue for another one. */
  static void queueWithTooManyGames(Person busy) {
    busy.api().post("/matchmaking", rankedTicket()).refused(409, "limit_reached");
  }

  /** The queue that no other test of this server uses. */
  private static Map<String, String> rankedTicket() {
    return Map.of("deck_id", "pocket-embers", "preset", "pocket", "game_type", "ranked");
  }

  private static Map<String, String> ticket(String deck, String preset) {
    return Map.of("deck_id", deck, "preset", preset);
  }

  private static String name() {
    return "Robin " + UUID.randomUUID().toString().substring(0, 8);
  }

  private static Map<String, String> account(String name) {
    return Map.of("name", name, "password", PASSWORD);
  }
}
