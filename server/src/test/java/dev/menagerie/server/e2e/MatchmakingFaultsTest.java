package dev.menagerie.server.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.menagerie.server.Stores;
import dev.menagerie.server.commandline.LocalServer;
import dev.menagerie.server.embedded.DataDirectory;
import dev.menagerie.server.embedded.EmbeddedStores;
import dev.menagerie.testkit.KeyFile;
import dev.menagerie.testkit.Ports;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Many queue on two nodes, each a process, while either of them is killed. Everybody gets one game,
 * with one other, and every game has started.
 */
class MatchmakingFaultsTest {
  /** Connections to the servers at once. */
  private static final int AT_ONCE = 8;

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
        "--guests-per-minute",
        "1000000");
  }

  @Test
  void everyTicketGetsExactlyOneGameWhicheverNodeIsKilled() throws Exception {
    queueWhileNodesAreKilled(120);
  }

  @Test
  @Tag("long")
  @Timeout(value = 10, unit = TimeUnit.MINUTES)
  void noneOfAThousandIsInTwoGamesAndNoneIsLost() throws Exception {
    queueWhileNodesAreKilled(1_000);
  }

  private void queueWhileNodesAreKilled(int tickets) throws Exception {
    var keys = KeyFile.in(directory);
    int management = Ports.free();
    try (var data = DataDirectory.lock(directory.resolve("stores"));
        var stores = Stores.own(data);
        var left = server("left", stores, keys, management);
        var right = server("right", stores, keys, 0)) {
      var people = guests(tickets, left, right);
      queue(people.subList(0, tickets / 2));
      left.kill();
      queueAt(people.subList(tickets / 2, tickets * 3 / 4), right);
      left.startAgain();
      right.kill();
      queueAt(people.subList(tickets * 3 / 4, tickets), left);
      var games = games(people, left);
      assertThat(games).hasSize(tickets / 2);
      assertThat(games.values()).allSatisfy(players -> assertThat(players).hasSize(2));
      // Left alone, the left node has paired the last ones.
      assertThat(Api.of("http://127.0.0.1:" + management).text("/metrics"))
          .containsPattern("menagerie_matches_seconds_count\\{type=\"casual\"} [1-9]");
      var watcher = Person.guest(left.origin());
      for (var game : games.entrySet()) assertThat(hasStarted(game, watcher)).isTrue();
      right.startAgain();
    }
  }

  private static List<Person> guests(int tickets, ServerProcess left, ServerProcess right)
      throws Exception {
    var signIns = new ArrayList<Callable<Person>>();
    for (int i = 0; i < tickets; i++) {
      var origin = i % 2 == 0 ? left.origin() : right.origin();
      signIns.add(() -> Person.guest(origin));
    }
    return together(signIns);
  }

  private static void queue(List<Person> people) throws Exception {
    var deck = deck(people.getFirst());
    together(people.stream().<Callable<Boolean>>map(person -> () -> queue(person, deck)).toList());
  }

  private static void queueAt(List<Person> people, ServerProcess server) throws Exception {
    queue(people.stream().map(person -> person.at(server.origin())).toList());
  }

  private static boolean queue(Person person, String deck) {
    await()
        .atMost(Duration.ofSeconds(30))
        .until(() ->
            person.api().post("/matchmaking", Map.of("deck_id", deck, "preset", "pocket")).status()
                == 200);
    return true;
  }

  private static String deck(Person person) {
    return person
        .api()
        .get("/decks")
        .ok()
        .path("items")
        .valueStream()
        .filter(deck -> deck.path("rules").asString().equals("pocket"))
        .findFirst()
        .orElseThrow()
        .path("id")
        .stringValue();
  }

  /** By game, who plays it; waits until everybody has one. */
  private static Map<String, List<String>> games(List<Person> people, ServerProcess server)
      throws Exception {
    var questions =
        people.stream()
            .map(person -> person.at(server.origin()))
            .<Callable<Map.Entry<String, String>>>map(
                person -> () -> Map.entry(gameOf(person), person.id()))
            .toList();
    var games = new HashMap<String, List<String>>();
    for (var found : together(questions)) {
      games.computeIfAbsent(found.getKey(), _ -> new ArrayList<>()).add(found.getValue());
    }
    return games;
  }

  private static String gameOf(Person person) {
    await()
        .atMost(Duration.ofSeconds(90))
        .pollInterval(Duration.ofMillis(500))
        .until(() -> person.api().get("/matchmaking").ok().has("game_id"));
    return person.api().get("/matchmaking").ok().path("game_id").stringValue();
  }

  private static boolean hasStarted(Map.Entry<String, List<String>> game, Person person) {
    await()
        .atMost(Duration.ofSeconds(30))
        .until(() ->
            person.api().get("/games/" + game.getKey()).status() == 200
                && person.api().get("/games/" + game.getKey()).ok().path("players").size() == 2);
    var players = person.api().get("/games/" + game.getKey()).ok().path("players");
    var ids = players.valueStream().map(one -> one.path("player_id").asString()).toList();
    return game.getValue().containsAll(ids);
  }

  private static <T> List<T> together(List<Callable<T>> calls) throws Exception {
    var results = new ArrayList<T>();
    try (var threads = Executors.newFixedThreadPool(AT_ONCE)) {
      for (var result : threads.invokeAll(calls)) results.add(result.get());
    }
    return results;
  }
}
