package dev.menagerie.server.e2e;

import static dev.menagerie.server.e2e.TournamentPlayers.awaitGame;
import static dev.menagerie.server.e2e.TournamentPlayers.awaitPhase;
import static dev.menagerie.server.e2e.TournamentPlayers.awaitRound;
import static dev.menagerie.server.e2e.TournamentPlayers.guests;
import static dev.menagerie.server.e2e.TournamentPlayers.matches;
import static dev.menagerie.server.e2e.TournamentPlayers.phase;
import static dev.menagerie.server.e2e.TournamentPlayers.register;
import static dev.menagerie.server.e2e.TournamentPlayers.tournament;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.menagerie.server.commandline.LocalServer;
import dev.menagerie.testkit.Ports;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Tournaments over REST, the lobby and the operator's command. */
class TournamentTest {
  private static final int PORT = Ports.free();

  private static @TempDir Path directory;
  private static LocalServer server;
  private static Operator oda;
  private static Operator vera;

  @BeforeAll
  static void start() {
    var tokens = Operator.tokens(directory);
    oda = Operator.oda(directory, PORT);
    vera = Operator.vera(directory, PORT);
    server =
        Servers.another(
            s -> s.managementPort(PORT).managementTokens(tokens).jwtSecretFile(Servers.jwtFile()));
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  private static String announced(String... more) {
    var words = new ArrayList<>(List.of("new-tournament", "preset=pocket", "starts_in=60"));
    words.addAll(List.of(more));
    return oda.does(words.toArray(new String[0])).path("tournament_id").stringValue();
  }

  /** Everybody of a round plays on whichever node they are: the second player of each gives up. */
  private static void playRound(String id, List<Person> people, int round) {
    awaitRound(id, people.getFirst(), round);
    for (var match : matches(id, people.getFirst(), round)) {
      if (!match.has("second")) continue;
      var loser = match.path("second").path("user_id").asString();
      var person = people.stream().filter(one -> one.id().equals(loser)).findFirst().orElseThrow();
      person.api().post("/games/" + awaitGame(id, person) + "/resign").ok();
    }
  }

  @Test
  void aSwissTournamentIsPlayedOnTwoNodes() {
    var id = announced("name=Swiss evening");
    var people = guests(5, server.url(), Servers.shared());
    try (var lobby = Player.inLobby(people.get(1));
        var first = Player.connect(people.getFirst());
        var third = Player.connect(people.get(2))) {
      var ready = lobby.next("lobby:ready");
      assertThat(ready.path("tournaments").toString()).contains("Swiss evening");
      first.next("session:ready");
      third.next("session:ready");
      register(id, people);
      var shown = tournament(id, people.getFirst());
      assertThat(shown.path("you").path("deck_name").asString()).isNotEmpty();
      assertThat(shown.path("tournament").path("players").asInt()).isEqualTo(5);
      people.getFirst().api().post("/tournaments/" + id + "/check-in").refused(409, "wrong_phase");
      lobby.next("lobby:tournaments", changed -> players(changed, id) == 5);
      oda.does("start-tournament", id);
      awaitRound(id, people.getFirst(), 1);
      // One of five has the bye, and with it no game.
      var game = hasBye(id, people.getFirst()) ? third : first;
      var told = game.next("user:match", one -> one.path("tournament_id").asString("").equals(id));
      assertThat(game.join(told.path("game_id").stringValue()).path("ok").asBoolean()).isTrue();
      for (int round = 1; round <= 3; round++) playRound(id, people, round);
    }
    awaitPhase(id, people.getFirst(), "finished");
    var results = people.getLast().api().get("/tournaments/" + id + "/results").ok();
    assertThat(results.path("matches")).hasSize(9);
    var standings = results.path("standings");
    assertThat(standings).hasSize(5);
    assertThat(standings.get(0).path("rank").asInt()).isEqualTo(1);
    assertThat(standings.get(0).path("points").asInt())
        .isGreaterThan(standings.get(4).path("points").asInt());
    int points = standings.valueStream().mapToInt(row -> row.path("points").asInt()).sum();
    assertThat(points).isEqualTo(27);
    var over = people.getFirst().api().get("/tournaments?over=true").ok().path("items");
    assertThat(over.toString()).contains(id);
    assertThat(vera.does("tournament", id).path("matches")).hasSize(9);
  }

  private static boolean hasBye(String id, Person person) {
    for (var match : matches(id, person, 1)) {
      if (!match.has("second")) {
        return match.path("first").path("user_id").asString().equals(person.id());
      }
    }
    return false;
  }

  private static int players(JsonNode changed, String id) {
    return changed
        .path("changed")
        .valueStream()
        .filter(one -> one.path("tournament_id").asString().equals(id))
        .findFirst()
        .map(one -> one.path("players").asInt())
        .orElse(0);
  }

  @Test
  void aBracketOfBestOfThreeHasOneWinner() {
    var id = announced("name=Bracket", "format=elimination", "best_of=3");
    var people = guests(3, server.url(), Servers.shared());
    register(id, people);
    oda.does("start-tournament", id);
    for (int round = 1; round <= 2; round++) {
      for (int game = 0; game < 2; game++) playRound(id, people, round);
    }
    awaitPhase(id, people.getFirst(), "finished");
    var last = matches(id, people.getFirst(), 2).getFirst();
    assertThat(last.path("games")).hasSize(2);
    var standings = tournament(id, people.getFirst()).path("standings");
    assertThat(standings.get(0).path("user_id")).isEqualTo(last.path("first").path("user_id"));
    assertThat(standings.valueStream().map(row -> row.path("rank").asInt()))
        .containsExactly(1, 2, 3);
  }

  @Test
  void playersRegisterCheckInAndDrop() {
    var id = announced("name=Check-in", "check_in_minutes=60", "max_players=2");
    var people = guests(3, server.url());
    var path = "/tournaments/" + id;
    var api = people.getFirst().api();
    await().until(() -> phase(id, people.getFirst()).equals("check_in"));
    api.post(path + "/check-in").refused(404, "not_found");
    api.put(path + "/registration", Map.of("deck_id", "none")).refused(404, "deck_not_found");
    api.put("/tournaments/none/registration", TournamentPlayers.DECK).refused(404, "not_found");
    register(id, people.subList(0, 2));
    people
        .getLast()
        .api()
        .put(path + "/registration", TournamentPlayers.DECK)
        .refused(409, "limit_reached");
    var checked = api.post(path + "/check-in").ok();
    assertThat(checked.path("you").path("checked_in").asBoolean()).isTrue();
    assertThat(api.delete(path + "/registration").ok().has("you")).isFalse();
    api.delete(path + "/registration").refused(404, "not_found");
    register(id, people.subList(2, 3));
    oda.does("start-tournament", id);
    api.put(path + "/registration", TournamentPlayers.DECK).refused(409, "wrong_phase");
    // Who drops loses the match; nobody is left to play against.
    awaitGame(id, people.get(1));
    var dropped = people.get(1).api().delete(path + "/registration").ok();
    assertThat(dropped.path("tournament").path("phase").asString()).isEqualTo("finished");
    assertThat(dropped.path("standings").get(0).path("user_id").asString())
        .isEqualTo(people.get(2).id());
    var game =
        matches(id, people.get(2), 1).getFirst().path("games").get(0).path("game_id").asString();
    await()
        .until(() -> api.get("/games/" + game).ok().path("status").asString().equals("finished"));
  }

  @Test
  void operatorsJudge() {
    var id = announced("name=Judged", "rounds=1");
    var people = guests(4, server.url());
    register(id, people);
    assertThat(vera.refused("start-tournament", id)).contains("role OPERATOR");
    oda.does("start-tournament", id);
    var first = matches(id, people.getFirst(), 1).getFirst();
    assertThat(oda.refused("judge", id, "table=9", "winner=tie")).contains("table");
    assertThat(oda.refused("judge", id, "table=1", "winner=me")).contains("winner");
    oda.does("judge", id, "table=1", "winner=second");
    var judged = matches(id, people.getFirst(), 1).getFirst();
    assertThat(judged.path("result").asString()).isEqualTo("second");
    assertThat(judged.path("why").asString()).isEqualTo("judge");
    var user = "user=" + first.path("first").path("user_id").asString();
    oda.does("drop-player", id, user);
    oda.does("restore-player", id, user);
    oda.does("extend-round", id, "minutes=5");
    oda.does("cancel-tournament", id);
    assertThat(oda.refused("cancel-tournament", id)).contains("over");
    assertThat(phase(id, people.getFirst())).isEqualTo("cancelled");
    var acts = vera.does("audit", "subject=" + id).path("items").toString();
    assertThat(acts).contains("judge", "drop-player", "extend-round", "winner=second");
    assertThat(oda.refused("new-tournament", "name=X", "preset=nothing")).contains("preset");
    assertThat(oda.refused("new-tournament", "name=X", "preset=pocket", "best_of=2"))
        .contains("best_of");
    assertThat(vera.does("tournaments").toString()).contains("Judged");
  }
}
