package dev.menagerie.server.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.menagerie.server.commandline.LocalServer;
import dev.menagerie.testkit.Ports;
import io.socket.client.IO;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** The lobby is one lobby on two nodes: games, members, counts and announcements. */
class LiveLobbyTest {
  private static final int MANAGEMENT = Ports.free();

  private static @TempDir Path directory;
  private static Operator oda;
  private static LocalServer other;

  @BeforeAll
  static void start() {
    var tokens = Operator.tokens(directory);
    oda = Operator.oda(directory, MANAGEMENT);
    other =
        Servers.another(s ->
            s.jwtSecretFile(Servers.jwtFile()).managementPort(MANAGEMENT).managementTokens(tokens));
  }

  @AfterAll
  static void stop() {
    other.close();
  }

  private static Map<String, Object> listed() {
    return Map.of(
        "deck_id", Table.deck("pocket", 0),
        "rules_config", "pocket",
        "opponent", Map.of("kind", "open", "listed", true));
  }

  private static Predicate<JsonNode> has(String list, String member, String value) {
    return message -> message.path(list).valueStream().anyMatch(item -> is(item, member, value));
  }

  private static boolean is(JsonNode item, String member, String value) {
    return (member.isEmpty() ? item : item.path(member)).asString("").equals(value);
  }

  private static JsonNode game(JsonNode message, String list, String game) {
    return message
        .path(list)
        .valueStream()
        .filter(item -> is(item, "game_id", game))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void aListedGameComesChangesAndGoesOnBothNodes() {
    var creator = Person.guest();
    try (var near = Player.inLobby(Person.guest());
        var far = Player.inLobby(Person.guest().at(other.url()))) {
      near.next("lobby:ready");
      far.next("lobby:ready");
      var id = creator.api().post("/games", listed()).body().path("game_id").stringValue();
      for (var player : java.util.List.of(near, far)) {
        var added = player.next("lobby:games", has("added", "game_id", id));
        var game = game(added, "added", id);
        assertThat(game.path("creator_id").asString()).isEqualTo(creator.id());
        assertThat(game.path("creator_online").asBoolean()).isFalse();
        assertThat(game.path("rules").asString()).isEqualTo("pocket");
      }
      try (var late = Player.inLobby(Person.guest());
          var _ = Player.connect(creator)) {
        assertThat(has("games", "game_id", id).test(late.next("lobby:ready"))).isTrue();
        var changed = far.next("lobby:games", has("changed", "game_id", id));
        assertThat(game(changed, "changed", id).path("creator_online").asBoolean()).isTrue();
        var deck = Map.of("deck_id", Table.deck("pocket", 1));
        Person.guest().api().post("/games/" + id + "/join", deck).ok();
        near.next("lobby:games", has("removed", "", id));
        far.next("lobby:games", has("removed", "", id));
      }
    }
  }

  @Test
  void membersComeAndGo() {
    var robin = Person.guest();
    try (var far = Player.inLobby(Person.guest().at(other.url()))) {
      far.next("lobby:ready");
      try (var first = Player.inLobby(robin);
          var second = Player.inLobby(robin)) {
        assertThat(has("members", "user_id", robin.id()).test(first.next("lobby:ready"))).isTrue();
        second.next("lobby:ready");
        far.next("lobby:members", has("joined", "user_id", robin.id()));
      }
      far.next("lobby:members", has("left", "", robin.id()));
      assertThat(far.all("lobby:members"))
          .filteredOn(has("joined", "user_id", robin.id()))
          .hasSize(1);
    }
  }

  @Test
  void countsFollow() {
    var robin = Person.guest();
    try (var lobby = Player.inLobby(robin)) {
      var counts = lobby.next("lobby:ready").path("counts");
      assertThat(counts.path("members").asLong()).isPositive();
      long before = counts.path("online").asLong();
      try (var _ = Player.connect(robin)) {
        lobby.next("lobby:counts", c -> c.path("counts").path("online").asLong() > before);
      }
    }
  }

  @Test
  void anInvitationReachesAUserInTheLobbyOnly() {
    var sam = Person.guest().at(other.url());
    try (var lobby = Player.inLobby(sam)) {
      lobby.next("lobby:ready");
      var body = new HashMap<>(listed());
      body.put("opponent", Map.of("kind", "user", "user_id", sam.id()));
      var id = Person.guest().api().post("/games", body).body().path("game_id");
      assertThat(lobby.next("user:invitation").path("game_id")).isEqualTo(id);
    }
  }

  @Test
  void theOperatorTellsEveryone() {
    try (var near = Player.inLobby(Person.guest())) {
      near.next("lobby:ready");
      oda.does("announce", "text=Noon.", "minutes=5");
      assertThat(oda.refused("announce", "text=")).contains("characters");
      assertThat(oda.refused("announce", "text=x", "minutes=0")).contains("minutes");
      near.next("lobby:announcements", has("announcements", "text", "Noon."));
      try (var late = Player.inLobby(Person.guest())) {
        assertThat(has("announcements", "text", "Noon.").test(late.next("lobby:ready"))).isTrue();
      }
      oda.does("announce", "clear");
      near.next("lobby:announcements", m -> m.path("announcements").isEmpty());
    }
  }

  @Test
  void aMaintenanceIsAnnouncedToEveryPlayerWithItsMoment() {
    try (var playing = Player.connect(Person.guest());
        var far = Player.connect(Person.guest().at(other.url()))) {
      assertThat(playing.next("session:ready").path("announcements").isEmpty()).isTrue();
      far.next("session:ready");
      assertThat(oda.refused("announce", "text=x", "at=2020-01-01T00:00:00Z")).contains("future");
      assertThat(oda.refused("announce", "text=x", "close_new_games=true")).contains("needs at");
      oda.does("announce", "text=We move.", "in_minutes=30", "close_new_games=true");
      for (var player : List.of(playing, far)) {
        var heard = player.next("user:announcements").path("announcements").get(0);
        assertThat(heard.path("text").asString()).isEqualTo("We move.");
        var at = Instant.parse(heard.path("at").asString());
        assertThat(at).isBetween(Instant.now(), Instant.now().plusSeconds(1800));
        assertThat(heard.path("expires_at").asString()).isEqualTo(at.plusSeconds(300).toString());
      }
      try (var late = Player.connect(Person.guest())) {
        assertThat(has("announcements", "text", "We move.").test(late.next("session:ready")))
            .isTrue();
      }
      oda.does("announce", "clear");
      playing.next("user:announcements", m -> m.path("announcements").isEmpty());
      far.next("user:announcements", m -> m.path("announcements").isEmpty());
    }
  }

  @Test
  void withoutATokenThereIsNoLobby() {
    var nobody = new Person("", "nonsense", "", Person.guest().api());
    try (var refused = Player.inLobby(nobody)) {
      refused.next("connect_error");
      assertThat(refused.all("lobby:ready")).isEmpty();
    }
  }

  @Test
  void signingOutEndsTheLobbyOnEveryNode() {
    var robin = Person.guest();
    try (var far = Player.inLobby(robin.at(other.url()))) {
      far.next("lobby:ready");
      assertThat(robin.api().post("/auth/logout").status()).isEqualTo(204);
      assertThat(far.next("session:closed").path("code").asString()).isEqualTo("logged_out");
      far.next("disconnect");
    }
  }

  @Test
  void aSignInIsExtendedAndAnythingElseRefused() {
    var robin = Person.guest();
    try (var lobby = Player.inLobby(robin)) {
      lobby.next("lobby:ready");
      assertThat(lobby.ask("auth:refresh", Map.of("token", robin.token())).path("ok").asBoolean())
          .isTrue();
      lobby.refused("forbidden", "auth:refresh", Map.of("token", Person.guest().token()));
      lobby.refused("unauthenticated", "auth:refresh", Map.of("token", "nonsense"));
      lobby.refused("invalid_message", "auth:refresh", Map.of("surprise", 1));
      lobby.refused("invalid_message", "game:join", Map.of("game_id", "g1"));
    }
  }

  @Test
  void oneUserHasNoMoreThanSomeConnections() {
    var robin = Person.guest();
    var players = new java.util.ArrayList<Player>();
    try {
      for (int i = 0; i < 8; i++) {
        players.add(Player.inLobby(robin));
        players.getLast().next("lobby:ready");
      }
      players.add(Player.inLobby(robin));
      assertThat(players.getLast().next("session:closed").path("code").asString())
          .isEqualTo("busy");
    } finally {
      players.forEach(Player::close);
    }
  }

  /** The client shares one connection between the namespaces, as official clients do. */
  @Test
  void theLobbyAndAGameShareOneConnection() {
    var robin = Person.guest();
    var options = new IO.Options();
    options.forceNew = false;
    options.multiplex = true;
    options.auth = Map.of("token", robin.token());
    var game = IO.socket(URI.create(Servers.shared() + "/game"), options);
    var lobby = IO.socket(URI.create(Servers.shared() + "/lobby"), options);
    try {
      assertThat(game.io()).isSameAs(lobby.io());
      var ready = new java.util.concurrent.CompletableFuture<Boolean>();
      lobby.on("lobby:ready", _ -> ready.complete(true));
      game.connect();
      lobby.connect();
      assertThat(ready.orTimeout(15, java.util.concurrent.TimeUnit.SECONDS).join()).isTrue();
      org.awaitility.Awaitility.await().atMost(Duration.ofSeconds(10)).until(game::connected);
    } finally {
      game.close();
      lobby.close();
    }
  }
}
