package dev.menagerie.server.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.menagerie.server.commandline.LocalServer;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Predicate;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Invitations and rematches reach both users on any of two nodes. */
class InvitationsTest {
  @AutoClose private static final LocalServer OTHER = Servers.node();

  private static Map<String, Object> invitation(Person invited) {
    return Map.of(
        "deck_id", Table.deck("pocket", 0),
        "rules_config", "pocket",
        "opponent", Map.of("kind", "user", "user_id", invited.id()));
  }

  private static String invite(Person from, Person to) {
    var created = from.api().post("/games", invitation(to));
    assertThat(created.status()).as("%s", created.body()).isEqualTo(201);
    return created.body().path("game_id").stringValue();
  }

  private static Predicate<JsonNode> about(String game, String status) {
    return message ->
        message.path("game_id").asString("").equals(game)
            && message.path("status").asString("").equals(status);
  }

  private static JsonNode receives(Player player, String game, String status) {
    return player.next("user:invitation", about(game, status));
  }

  private static List<String> invitations(Person person) {
    return person
        .api()
        .get("/games/me/invitations")
        .ok()
        .path("items")
        .valueStream()
        .map(item -> item.path("game_id").stringValue())
        .toList();
  }

  /** A connected client whose greeting is over. */
  private static Player connected(Person person) {
    var player = Player.connect(person);
    player.next("session:ready");
    return player;
  }

  @Test
  void anInvitationIsAnnouncedAtOnceAndItsAcceptanceToBoth() {
    var robin = Person.guest();
    var sam = Person.guest().at(OTHER.url());
    try (var first = connected(robin);
        var second = connected(sam)) {
      var game = invite(robin, sam);
      var offer = receives(second, game, "offered");
      assertThat(offer.path("from_id").asString()).isEqualTo(robin.id());
      assertThat(offer.path("to_id").asString()).isEqualTo(sam.id());
      assertThat(offer.path("rules").asString()).isEqualTo("pocket");
      assertThat(offer.has("rematch_of")).isFalse();
      receives(first, game, "offered");
      var deck = Map.of("deck_id", Table.deck("pocket", 1));
      sam.api().post("/games/" + game + "/join", deck).ok();
      receives(first, game, "accepted");
      receives(second, game, "accepted");
    }
  }

  @Test
  void anInvitationIsListedUntilItIsAnswered() {
    var robin = Person.guest();
    var sam = Person.guest();
    var kept = invite(robin, sam);
    var joined = invite(robin, sam);
    assertThat(invitations(sam)).containsExactly(joined, kept);
    assertThat(invitations(robin)).isEmpty();
    var item = sam.api().get("/games/me/invitations").ok().path("items").get(0);
    assertThat(item.path("from").path("player_id").asString()).isEqualTo(robin.id());
    assertThat(item.path("expires_at").asString())
        .isGreaterThan(item.path("created_at").asString());
    var deck = Map.of("deck_id", Table.deck("pocket", 1));
    sam.api().post("/games/" + joined + "/join", deck).ok();
    assertThat(invitations(sam)).containsExactly(kept);
    assertThat(robin.api().get("/games/" + kept).ok().path("invited").asString())
        .isEqualTo(sam.id());
    assertThat(sam.api().get("/games/" + kept).ok().has("invited")).isFalse();
  }

  @Test
  void anInvitationIsDeclinedByTheInvitedOnly() {
    var robin = Person.guest();
    var sam = Person.guest().at(OTHER.url());
    try (var first = connected(robin);
        var second = connected(sam)) {
      var game = invite(robin, sam);
      var path = "/games/" + game + "/decline";
      Person.guest().api().post(path).refused(404, "game_not_found");
      robin.api().post(path).refused(404, "game_not_found");
      receives(second, game, "offered");
      assertThat(sam.api().post(path).status()).isEqualTo(204);
      assertThat(sam.api().post(path).status()).isEqualTo(204);
      receives(first, game, "declined");
      receives(second, game, "declined");
      robin.api().get("/games/" + game).refused(404, "game_not_found");
      assertThat(invitations(sam)).isEmpty();
      assertThat(robin.api().get("/games/me/history").ok().path("items")).isEmpty();
    }
  }

  @Test
  void whoeverDeclinesAtOnceNeverHearsOfTheOfferAfterwards() {
    var robin = Person.guest();
    var sam = Person.guest();
    try (var first = connected(robin)) {
      for (int round = 0; round < 10; round++) {
        var inviting = CompletableFuture.supplyAsync(() -> invite(robin, sam));
        await().pollInterval(Duration.ofMillis(1)).until(() -> !invitations(sam).isEmpty());
        sam.api().post("/games/" + invitations(sam).getFirst() + "/decline");
        var game = inviting.join();
        receives(first, game, "declined");
        // A message about the next game: everything about this one has arrived before it.
        receives(first, invite(robin, sam), "offered");
        assertThat(statuses(first, game)).endsWith("declined");
        sam.api().post("/games/" + invitations(sam).getFirst() + "/decline");
      }
    }
  }

  private static List<String> statuses(Player player, String game) {
    return player.all("user:invitation").stream()
        .filter(message -> message.path("game_id").asString().equals(game))
        .map(message -> message.path("status").asString())
        .toList();
  }

  @Test
  void anInvitationIsWithdrawn() {
    var robin = Person.guest();
    var sam = Person.guest().at(OTHER.url());
    try (var second = connected(sam)) {
      var game = invite(robin, sam);
      receives(second, game, "offered");
      assertThat(robin.api().delete("/games/" + game).status()).isEqualTo(204);
      receives(second, game, "withdrawn");
      assertThat(invitations(sam)).isEmpty();
      var deck = Map.of("deck_id", Table.deck("pocket", 1));
      sam.api().post("/games/" + game + "/join", deck).refused(404, "game_not_found");
    }
  }

  @Test
  void anInvitationThatNobodyAnswersExpires() {
    try (var server = Servers.another(settings -> settings.waitingSeconds(1))) {
      expires(Person.guest(server.url()), Person.guest(server.url()));
    }
  }

  private static void expires(Person robin, Person sam) {
    try (var first = connected(robin);
        var second = connected(sam)) {
      var game = invite(robin, sam);
      var offered = receives(second, game, "offered");

      for (var player : List.of(first, second)) {
        var expired = receives(player, game, "expired");
        assertThat(expired.path("expires_at")).isEqualTo(offered.path("expires_at"));
      }

      assertThat(invitations(sam)).isEmpty();
      var deck = Map.of("deck_id", Table.deck("pocket", 1));
      sam.api().post("/games/" + game + "/join", deck).refused(404, "game_not_found");
    }
  }

  @Test
  void anInvitationWithADeckThatIsGoneIsNoInvitation() {
    var robin = Person.guest();
    robin
        .api()
        .post(
            "/games",
            Map.of(
                "deck_id",
                "gone",
                "opponent",
                Map.of("kind", "user", "user_id", Person.guest().id())))
        .refused(404, "deck_not_found");
  }

  @Test
  void aCodeCanBeReadAgainByItsOwnerWhileTheGameWaits() {
    var owner = Person.guest();
    var body = Map.of("deck_id", Table.deck("pocket", 0), "rules_config", "pocket");
    var created = owner.api().post("/games", body).body();
    var path = "/games/" + created.path("game_id").stringValue();
    var code = created.path("invite_code");
    assertThat(owner.api().get(path).ok().path("invite_code")).isEqualTo(code);
    assertThat(owner.api().get("/games/me/active").ok().path("items").get(0).path("invite_code"))
        .isEqualTo(code);
    assertThat(Person.guest().api().get(path).ok().has("invite_code")).isFalse();
    Person.guest()
        .api()
        .post(path + "/join", Map.of("deck_id", Table.deck("pocket", 1), "invite_code", code))
        .ok();
    assertThat(owner.api().get(path).ok().has("invite_code")).isFalse();
  }

  /** Two people after a game, the second on the other node. */
  private record Played(Table table, Person second) implements AutoCloseable {
    static Played game() {
      var table = Table.by("pocket");
      table.person(0).api().post("/games/" + table.game() + "/resign").ok();
      return new Played(table, table.person(1).at(OTHER.url()));
    }

    Person first() {
      return table.person(0);
    }

    JsonNode rematch(Person person) {
      return person.api().post("/games/" + table.game() + "/rematch").ok();
    }

    @Override
    public void close() {
      table.close();
    }
  }

  @Test
  void aRematchWishIsAnnouncedAndItsStartToBothPlayers() {
    try (var played = Played.game()) {
      var game = played.rematch(played.first()).path("game_id").stringValue();
      var offer = receives(played.table().player(1), game, "offered");
      assertThat(offer.path("rematch_of").asString()).isEqualTo(played.table().game());
      assertThat(invitations(played.second())).containsExactly(game);
      var accepted = played.rematch(played.second());
      assertThat(accepted.path("game_id").asString()).isEqualTo(game);
      assertThat(accepted.path("status").asString()).isEqualTo("setup");
      receives(played.table().player(0), game, "accepted");
      receives(played.table().player(1), game, "accepted");
    }
  }

  @Test
  void bothAtOnceIsOneStart() {
    for (int i = 0; i < 5; i++) {
      try (var played = Played.game()) {
        var one = CompletableFuture.supplyAsync(() -> played.rematch(played.first()));
        var two = CompletableFuture.supplyAsync(() -> played.rematch(played.second()));
        assertThat(one.join().path("game_id")).isEqualTo(two.join().path("game_id"));
        var game = one.join().path("game_id").stringValue();
        receives(played.table().player(0), game, "accepted");
        receives(played.table().player(1), game, "accepted");
        played.first().api().post("/games/" + game + "/resign").ok();
      }
    }
  }

  @Test
  void aWithdrawnOrDeclinedWishIsNotTheLastOne() {
    try (var played = Played.game()) {
      var withdrawn = played.rematch(played.first()).path("game_id").stringValue();
      played.first().api().delete("/games/" + withdrawn);
      receives(played.table().player(1), withdrawn, "withdrawn");
      var declined = played.rematch(played.second()).path("game_id").stringValue();
      assertThat(declined).isNotEqualTo(withdrawn);
      receives(played.table().player(0), declined, "offered");
      played.first().api().post("/games/" + declined + "/decline");
      receives(played.table().player(1), declined, "declined");
      var third = played.rematch(played.first()).path("game_id").stringValue();
      assertThat(played.rematch(played.second()).path("game_id").asString()).isEqualTo(third);
      receives(played.table().player(0), third, "accepted");
    }
  }

  @Test
  void aListedGameClosesSomeSecondsAfterItsCreatorLeft() {
    var creator = Person.guest();
    var body =
        Map.of(
            "deck_id", Table.deck("pocket", 0),
            "rules_config", "pocket",
            "opponent", Map.of("kind", "open", "listed", true));
    String game;
    try (var _ = connected(creator)) {
      game = creator.api().post("/games", body).body().path("game_id").stringValue();
      // Two checks of the server see the creator.
      await().pollDelay(Duration.ofSeconds(11)).atMost(Duration.ofSeconds(30)).until(() -> true);
    }
    assertThat(creator.api().get("/games/" + game).ok().path("status").asString())
        .isEqualTo("waiting");
    await()
        .atMost(Duration.ofSeconds(45))
        .pollInterval(Duration.ofSeconds(1))
        .until(() -> creator.api().get("/games/" + game).status() == 404);
  }
}
