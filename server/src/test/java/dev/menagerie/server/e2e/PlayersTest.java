package dev.menagerie.server.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.menagerie.server.commandline.LocalServer;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Friends, blocked users, recent opponents and finding users by name, on two nodes. */
class PlayersTest {
  @AutoClose private static final LocalServer OTHER = Servers.node();

  private static String name() {
    return "N" + UUID.randomUUID().toString().substring(0, 12);
  }

  private static Person registered(String name) {
    var person = Person.guest();
    var account = Map.of("name", name, "password", "correct horse battery");
    person.api().post("/auth/upgrade", account).ok();
    return person;
  }

  private static List<String> ids(Person person, String path, String member) {
    return person
        .api()
        .get(path)
        .ok()
        .path("items")
        .valueStream()
        .map(item -> item.path(member).stringValue())
        .toList();
  }

  private static JsonNode friend(Person person) {
    return person.api().get("/users/me/friends").ok().path("items").get(0);
  }

  private static void befriend(Person person, Person whom) {
    assertThat(person.api().put("/users/me/friends/" + whom.id(), Map.of()).status())
        .isEqualTo(204);
  }

  private static void block(Person person, Person whom) {
    assertThat(person.api().put("/users/me/blocks/" + whom.id(), Map.of()).status()).isEqualTo(204);
  }

  private static Predicate<JsonNode> status(String status) {
    return message -> message.path("status").asString("").equals(status);
  }

  private static Map<String, Object> game(Map<String, ?> opponent) {
    return Map.of(
        "deck_id", Table.deck("pocket", 0), "rules_config", "pocket", "opponent", opponent);
  }

  private static Map<String, Object> listed() {
    return game(Map.of("kind", "open", "listed", true));
  }

  private static String created(Person creator, Map<String, Object> game) {
    return creator.api().post("/games", game).body().path("game_id").stringValue();
  }

  @Test
  void aFriendIsAskedAcceptsIsSeenOnlineAndRemoved() {
    var robin = Person.guest();
    var sam = Person.guest().at(OTHER.url());
    try (var first = Player.inLobby(robin);
        var second = Player.connect(sam)) {
      first.next("lobby:ready");
      second.next("session:ready");
      befriend(robin, sam);
      assertThat(second.next("user:friend", status("asked")).path("from_id").asString())
          .isEqualTo(robin.id());
      assertThat(friend(robin).path("status").asString()).isEqualTo("asked");
      assertThat(friend(robin).has("online")).isFalse();
      assertThat(friend(sam).path("status").asString()).isEqualTo("asking");
      befriend(sam, robin);
      first.next("user:friend", status("accepted"));
      await().until(() -> friend(robin).path("online").asBoolean(false));
      await().until(() -> friend(sam).path("online").asBoolean(false));
      robin.api().delete("/users/me/friends/" + sam.id());
      second.next("user:friend", status("removed"));
      assertThat(ids(sam, "/users/me/friends", "user_id")).isEmpty();
    }
  }

  @Test
  void blockedUsersNeitherInviteNorJoinNorAskEachOther() {
    var robin = Person.guest();
    var sam = Person.guest().at(OTHER.url());
    befriend(robin, sam);
    befriend(sam, robin);
    var invitation = game(Map.of("kind", "user", "user_id", robin.id()));
    created(sam, invitation);
    assertThat(ids(robin, "/games/me/invitations", "game_id")).hasSize(1);
    block(robin, sam);
    assertThat(ids(robin, "/users/me/blocks", "user_id")).containsExactly(sam.id());
    assertThat(ids(sam, "/users/me/friends", "user_id")).isEmpty();
    assertThat(ids(robin, "/games/me/invitations", "game_id")).isEmpty();
    sam.api().post("/games", invitation).refused(403, "forbidden");
    sam.api().put("/users/me/friends/" + robin.id(), Map.of()).refused(403, "forbidden");
    var open = created(robin, listed());
    var deck = Map.of("deck_id", Table.deck("pocket", 1));
    sam.api().post("/games/" + open + "/join", deck).refused(404, "game_not_found");
    sam.api().get("/games/" + open).refused(404, "game_not_found");
    await().until(() -> ids(Person.guest(), "/games/open", "game_id").contains(open));
    assertThat(ids(sam, "/games/open", "game_id")).doesNotContain(open);
    robin.api().delete("/users/me/blocks/" + sam.id());
    sam.api().post("/games/" + open + "/join", deck).ok();
  }

  @Test
  void theLobbyHidesBlockedUsersAndTheirGamesFromEachOther() {
    var robin = Person.guest();
    var sam = Person.guest().at(OTHER.url());
    block(robin, sam);
    var open = created(robin, listed());
    await().until(() -> ids(Person.guest(), "/games/open", "game_id").contains(open));
    try (var first = Player.inLobby(robin);
        var second = Player.inLobby(sam)) {
      first.next("lobby:ready");
      var ready = second.next("lobby:ready");
      assertThat(ready.path("games").valueStream().map(one -> one.path("game_id").asString()))
          .doesNotContain(open);
      assertThat(ready.path("members").valueStream().map(one -> one.path("user_id").asString()))
          .doesNotContain(robin.id());
      robin.api().delete("/users/me/blocks/" + sam.id());
      // A user who is unblocked sees the other one again, without entering again.
      second.next("lobby:games", has("added", "game_id", open));
      second.next("lobby:members", has("joined", "user_id", robin.id()));
      block(sam, robin);
      second.next("lobby:games", message -> message.path("removed").toString().contains(open));
    }
  }

  private static Predicate<JsonNode> has(String list, String member, String value) {
    return message ->
        message
            .path(list)
            .valueStream()
            .anyMatch(item -> item.path(member).asString("").equals(value));
  }

  @Test
  void usersAreFoundByTheBeginningOfTheirNamesUnlessTheyDoNotWantTo() {
    var name = name();
    var robin = registered(name);
    var sam = Person.guest();
    var search = "/users?name=" + name.substring(0, 10).toLowerCase(java.util.Locale.ROOT);
    assertThat(ids(sam, search, "user_id")).containsExactly(robin.id());
    assertThat(ids(robin, search, "user_id")).isEmpty();
    sam.api().get("/users?name=N%25").ok();
    sam.api().get("/users?name=No%C3%AB+l").ok();
    assertThat(ids(sam, "/users?name=N_%25", "user_id")).isEmpty();
    sam.api().get("/users?name=n").refused(400, "invalid_message");
    sam.api().get("/users").refused(400, "invalid_message");
    robin.api().put("/users/me/privacy", Map.of("findable_by_name", false)).ok();
    assertThat(robin.api().get("/users/me/privacy").ok().path("findable_by_name").asBoolean(true))
        .isFalse();
    assertThat(ids(sam, search, "user_id")).isEmpty();
    robin.api().put("/users/me/privacy", Map.of("findable_by_name", true)).ok();
    block(robin, sam);
    assertThat(ids(sam, search, "user_id")).isEmpty();
  }

  @Test
  void namesAreNotTriedOut() {
    var sam = Person.guest().api();
    for (int i = 0; i < 30; i++) sam.get("/users?name=ab").ok();
    sam.get("/users?name=ab").refused(429, "rate_limited");
    Person.guest().api().get("/users?name=ab").ok();
  }

  @Test
  void recentOpponentsAreListedUntilBlocked() {
    var people = List.of(Person.guest(), Person.guest());
    var creation = Map.of("deck_id", Table.deck("pocket", 0), "rules_config", "pocket");
    var id = Table.open(creation, people);
    people.getFirst().api().post("/games/" + id + "/resign").ok();
    await()
        .until(() ->
            ids(people.getLast(), "/users/me/opponents", "user_id")
                .equals(List.of(people.getFirst().id())));
    block(people.getFirst(), people.getLast());
    assertThat(ids(people.getLast(), "/users/me/opponents", "user_id")).isEmpty();
    people.getLast().api().post("/games/" + id + "/rematch").refused(403, "forbidden");
  }
}
