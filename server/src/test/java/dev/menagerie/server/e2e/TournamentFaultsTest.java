package dev.menagerie.server.e2e;

import static dev.menagerie.server.e2e.TournamentPlayers.awaitGame;
import static dev.menagerie.server.e2e.TournamentPlayers.awaitPhase;
import static dev.menagerie.server.e2e.TournamentPlayers.awaitRound;
import static dev.menagerie.server.e2e.TournamentPlayers.guests;
import static dev.menagerie.server.e2e.TournamentPlayers.matches;
import static dev.menagerie.server.e2e.TournamentPlayers.register;
import static org.assertj.core.api.Assertions.assertThat;

import dev.menagerie.server.Stores;
import dev.menagerie.server.commandline.LocalServer;
import dev.menagerie.server.embedded.DataDirectory;
import dev.menagerie.server.embedded.EmbeddedStores;
import dev.menagerie.server.embedded.PrivateFiles;
import dev.menagerie.testkit.KeyFile;
import dev.menagerie.testkit.Ports;
import java.nio.file.Path;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A tournament on two nodes, each a process, that are killed by turns: after the pairing, between
 * results, and before the end. Every match has one result, and nobody plays an opponent twice.
 */
class TournamentFaultsTest {
  @TempDir Path directory;

  private ServerProcess server(String name, EmbeddedStores stores, Path keys, int management) {
    return ServerProcess.start(
        directory.resolve(name),
        "--redis-url",
        stores.redisUrl(),
        "--postgres-url",
        LocalServer.postgresUrl(stores.postgres()),
        "--jwt-secret-file",
        keys.toString(),
        "--management-port",
        Integer.toString(management),
        "--management-tokens",
        directory.resolve("tokens").toString(),
        "--guests-per-minute",
        "1000000");
  }

  @Test
  void aTournamentGoesOnWhicheverNodeIsKilled() throws Exception {
    var keys = KeyFile.in(directory);
    Operator.tokens(directory);
    int port = Ports.free();
    var oda = Operator.oda(directory, port);
    try (var data = DataDirectory.lock(directory.resolve("stores"));
        var stores = Stores.own(data);
        var left = server("left", stores, keys, port);
        var right = server("right", stores, keys, Ports.free())) {
      var id =
          oda.does("new-tournament", "name=Storm", "preset=pocket", "starts_in=60")
              .path("tournament_id")
              .stringValue();
      var people = guests(8, left.origin(), right.origin());
      register(id, people);
      oda.does("start-tournament", id);
      left.kill();
      var there = at(people, right);
      play(id, there, 1, 0, 2);
      left.startAgain();
      right.kill();
      there = at(people, left);
      play(id, there, 1, 2, 4);
      play(id, there, 2, 0, 3);
      left.kill();
      right.startAgain();
      there = at(people, right);
      play(id, there, 2, 3, 4);
      play(id, there, 3, 0, 4);
      awaitPhase(id, there.getFirst(), "finished");
      check(id, there);
      left.startAgain();
    }
  }

  /** One node alone, so that nobody else does its work meanwhile. */
  @Test
  void aTournamentGoesOnAfterARestartAtEveryStep() {
    var keys = directory.resolve("keys");
    PrivateFiles.write(keys, Base64.getEncoder().encodeToString(new byte[48]));
    var tokens = Operator.tokens(directory);
    int port = Ports.free();
    var oda = Operator.oda(directory, port);
    try (var data = DataDirectory.lock(directory.resolve("stores"));
        var stores = Stores.own(data);
        var node =
            new RestartedNode(
                directory.resolve("node"),
                stores,
                s -> s.jwtSecretFile(keys).managementPort(port).managementTokens(tokens))) {
      var id =
          oda.does(
                  "new-tournament",
                  "name=Calm",
                  "preset=pocket",
                  "starts_in=60",
                  "check_in_minutes=60")
              .path("tournament_id")
              .stringValue();
      var people = guests(4, node.restart());
      register(id, people);
      people = node.restarted(people);
      awaitPhase(id, people.getFirst(), "check_in");
      for (var person : people) person.api().post("/tournaments/" + id + "/check-in").ok();
      people = node.restarted(people);
      oda.does("start-tournament", id);
      people = node.restarted(people);
      for (int round = 1; round <= 2; round++) {
        for (int table = 0; table < 2; table++) {
          play(id, people, round, table, table + 1);
          people = node.restarted(people);
        }
      }
      awaitPhase(id, people.getFirst(), "finished");
      people = node.restarted(people);
      var results = people.getFirst().api().get("/tournaments/" + id + "/results").ok();
      assertThat(results.path("matches")).hasSize(4);
      for (var match : results.path("matches")) {
        assertThat(match.path("result").asString()).isEqualTo("first");
        assertThat(match.path("games")).hasSize(1);
      }
    }
  }

  /** A node that is stopped and started again over the same stores. */
  private static final class RestartedNode implements AutoCloseable {
    private final Path directory;
    private final EmbeddedStores stores;
    private final Consumer<LocalServer.Settings> choose;
    private LocalServer running;

    RestartedNode(Path directory, EmbeddedStores stores, Consumer<LocalServer.Settings> choose) {
      this.directory = directory;
      this.stores = stores;
      this.choose = choose;
      this.running = LocalServer.start(directory, stores, choose);
    }

    /** Stops and starts it; where it is now. */
    String restart() {
      running.close();
      running = LocalServer.start(directory, stores, choose);
      return running.url();
    }

    List<Person> restarted(List<Person> people) {
      var url = restart();
      return people.stream().map(person -> person.at(url)).toList();
    }

    @Override
    public void close() {
      running.close();
    }
  }

  private static List<Person> at(List<Person> people, ServerProcess server) {
    return people.stream().map(person -> person.at(server.origin())).toList();
  }

  /** The official client joins the games of these tables; the second player gives up. */
  private static void play(String id, List<Person> people, int round, int from, int to) {
    awaitRound(id, people.getFirst(), round);
    for (var match : matches(id, people.getFirst(), round).subList(from, to)) {
      if (match.has("result")) continue;
      var loser = match.path("second").path("user_id").asString();
      var person = people.stream().filter(one -> one.id().equals(loser)).findFirst().orElseThrow();
      var game = awaitGame(id, person);
      try (var socket = Player.connect(person)) {
        socket.next("session:ready");
        assertThat(socket.join(game).path("ok").asBoolean()).isTrue();
        socket.next("game:state");
        person.api().post("/games/" + game + "/resign").ok();
        socket.next("game:game_over");
      }
    }
  }

  private static void check(String id, List<Person> people) {
    var results = people.getFirst().api().get("/tournaments/" + id + "/results").ok();
    assertThat(results.path("matches")).hasSize(12);
    var pairs = new HashSet<Set<String>>();
    for (var match : results.path("matches")) {
      var first = match.path("first").path("user_id").asString();
      var second = match.path("second").path("user_id").asString();
      assertThat(pairs.add(Set.of(first, second))).as("%s", match).isTrue();
      assertThat(match.path("result").asString()).isEqualTo("first");
      assertThat(match.path("why").asString()).isEqualTo("played");
      assertThat(match.path("games")).as("%s", match).hasSize(1);
      assertThat(match.path("games").get(0).path("winner_id").asString()).isEqualTo(first);
    }
    int points =
        results.path("standings").valueStream().mapToInt(row -> row.path("points").asInt()).sum();
    assertThat(points).isEqualTo(36);
    var wins = results.path("standings").valueStream().map(row -> row.path("wins").asInt());
    assertThat(wins.filter(three -> three == 3)).hasSize(1);
  }
}
