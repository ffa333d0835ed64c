package dev.menagerie.server.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.menagerie.server.chat.TestFilter;
import dev.menagerie.server.commandline.LocalServer;
import dev.menagerie.testkit.Ports;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** What players write to each other, on two nodes of a house with chat and a filter. */
class ChatTest {
  private static final int MANAGEMENT_PORT = Ports.free();

  @TempDir private static Path directory;

  private static TestFilter filter;
  private static LocalServer first;
  private static LocalServer second;

  @BeforeAll
  static void start() {
    filter = TestFilter.start();
    var tokens = Operator.tokens(directory);
    first =
        Servers.another(s ->
            s.jwtSecretFile(Servers.jwtFile())
                .chat(filter.address())
                .managementPort(MANAGEMENT_PORT)
                .managementTokens(tokens));
    second = Servers.another(s -> s.jwtSecretFile(Servers.jwtFile()).chat(filter.address()));
  }

  @AfterAll
  static void stop() {
    first.close();
    second.close();
    filter.close();
  }

  /** Two players, each at one of the nodes. */
  private record Talk(String game, List<Person> people, List<Player> players)
      implements AutoCloseable {
    static Talk start() {
      var people = List.of(Person.guest(first.url()), Person.guest(first.url()));
      var deck = Map.of("deck_id", Table.deck("pocket", 0), "rules_config", "pocket");
      var game = Table.open(deck, people);
      var players =
          List.of(
              Player.connect(people.getFirst()), Player.connect(people.getLast().at(second.url())));
      for (var player : players) {
        assertThat(player.next("session:ready").path("chat").asBoolean(false)).isTrue();
        assertThat(player.join(game).path("ok").asBoolean()).isTrue();
      }
      return new Talk(game, people, players);
    }

    JsonNode say(int seat, String text) {
      return players.get(seat).ask("game:chat", message(text));
    }

    JsonNode refused(int seat, String code, String text) {
      return players.get(seat).refused(code, "game:chat", message(text));
    }

    private Map<String, Object> message(String text) {
      return Map.of("message_id", Player.messageId(), "game_id", game, "text", text);
    }

    JsonNode heard(int seat, String text) {
      return players
          .get(seat)
          .next("game:player_chat", m -> m.path("text").asString().equals(text));
    }

    List<String> history(int seat) {
      var api = people.get(seat).api();
      return api.get("/games/" + game + "/chat")
          .ok()
          .path("items")
          .valueStream()
          .map(item -> item.path("text").asString())
          .toList();
    }

    @Override
    public void close() {
      players.forEach(Player::close);
    }
  }

  @Test
  void bothPlayersReadItAndNobodyElse() {
    try (var talk = Talk.start();
        var watcher = Player.connect(Person.guest(second.url()))) {
      watcher.ask("game:spectate", Map.of("game_id", talk.game()));
      watcher.refused("not_participant", "game:chat", talk.message("let me in"));
      assertThat(talk.say(0, " well\n played ").path("ok").asBoolean()).isTrue();
      for (int seat = 0; seat < 2; seat++) {
        var received = talk.heard(seat, "well played");
        assertThat(received.path("player_id").asString()).isEqualTo(talk.people().getFirst().id());
      }
      talk.say(1, "thanks");
      talk.heard(0, "thanks");
      for (int seat = 0; seat < 2; seat++) {
        assertThat(talk.history(seat)).containsExactly("well played", "thanks");
      }
      assertThat(watcher.ask("game:heartbeat", Map.of()).path("ok").asBoolean()).isTrue();
      assertThat(watcher.all("game:player_chat")).isEmpty();
      Person.guest(first.url())
          .api()
          .get("/games/" + talk.game() + "/chat")
          .refused(404, "game_not_found");
      var exported = talk.people().getFirst().api().get("/users/me/export").ok().path("chat");
      assertThat(exported.get(0).path("text").asString()).isEqualTo("well played");
      var after =
          talk.people().getFirst().api().post("/games/" + talk.game() + "/resign", Map.of());
      assertThat(after.status()).isEqualTo(200);
      talk.say(1, "good game");
      talk.heard(0, "good game");
      assertThat(talk.history(0)).hasSize(3);
    }
  }

  @Test
  void whoMutesTheOtherReadsNothingOfThem() {
    try (var talk = Talk.start()) {
      talk.say(0, "can you read this");
      talk.heard(1, "can you read this");
      var mute = "/users/me/mutes/" + talk.people().getFirst().id();
      talk.people().getLast().api().put(mute, Map.of());
      talk.say(0, "and this");
      talk.heard(0, "and this");
      talk.say(1, "no");
      talk.heard(1, "no");
      assertThat(talk.players().getLast().all("game:player_chat"))
          .noneMatch(m -> m.path("text").asString().equals("and this"));
      assertThat(talk.history(1)).containsExactly("no");
      assertThat(talk.history(0)).hasSize(3);
    }
  }

  @Test
  void theHousesFilterChangesOrRefusesWhatIsSaid() {
    try (var talk = Talk.start()) {
      talk.say(0, "you sly fox");
      talk.heard(1, "you *** fox");
      var no = talk.refused(0, "forbidden", "something rude");
      assertThat(no.path("error").path("details").path("reason").asString()).isEqualTo("filtered");
      talk.refused(0, "unavailable", "the filter is broken");
      talk.refused(0, "unavailable", "the filter says nonsense");
      assertThat(talk.history(1)).containsExactly("you *** fox");
      var asked = filter.asked().stream().filter(q -> q.path("text").asString().contains("fox"));
      assertThat(asked)
          .singleElement()
          .satisfies(question -> {
            assertThat(question.path("game_id").asString()).isEqualTo(talk.game());
            assertThat(question.path("user_id").asString())
                .isEqualTo(talk.people().getFirst().id());
            assertThat(question.path("name").asString()).isNotEmpty();
          });
    }
  }

  @Test
  void aTextThatIsNoneIsRefusedWithItsPlace() {
    try (var talk = Talk.start()) {
      for (var text : List.of("", "\u202Ebackwards", "x".repeat(201))) {
        var refusal = talk.refused(0, "invalid_message", text);
        assertThat(refusal.path("error").path("details").toString()).contains("$.text");
      }
      assertThat(talk.history(0)).isEmpty();
    }
  }

  @Test
  void nobodyWritesMoreThanAPersonCan() {
    try (var talk = Talk.start()) {
      for (int i = 0; i < 8; i++) talk.say(0, "line " + i);
      talk.refused(0, "rate_limited", "and one more");
      assertThat(talk.say(1, "slow down").path("ok").asBoolean()).isTrue();
    }
  }

  @Test
  void operatorsReadWhatWasReportedAndMute() {
    try (var talk = Talk.start()) {
      talk.say(0, "something nasty");
      talk.heard(1, "something nasty");
      var rude = talk.people().getFirst().id();
      var report = Map.of("user_id", rude, "reason", "abuse", "game_id", talk.game());
      talk.people().getLast().api().post("/reports", report).ok();
      var oda = Operator.oda(directory, MANAGEMENT_PORT);
      var said = oda.does("chat", talk.game()).path("items").get(0);
      assertThat(said.path("text").asString()).isEqualTo("something nasty");
      assertThat(said.path("user_id").asString()).isEqualTo(rude);
      oda.does("mute", rude, "hours=2", "reason=rude");
      var refusal = talk.refused(0, "forbidden", "I did nothing");
      assertThat(refusal.path("error").path("details").has("muted_until")).isTrue();
    }
  }

  @Test
  void aHouseWithoutChatSaysSo() {
    try (var table = Table.by("pocket")) {
      assertThat(table.player(0).all("session:ready").getFirst().path("chat").asBoolean(true))
          .isFalse();
      var message =
          Map.<String, Object>of(
              "message_id", Player.messageId(), "game_id", table.game(), "text", "hello");
      table.player(0).refused("forbidden", "game:chat", message);
    }
  }
}
