package dev.menagerie.server.e2e;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** Users with a deck who register for tournaments and play their matches. */
final class TournamentPlayers {
  static final Map<String, String> DECK = Map.of("deck_id", "pocket-embers");

  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private TournamentPlayers() {}

  /** Guests of these servers, by turns. */
  static List<Person> guests(int count, String... origins) {
    var people = new ArrayList<Person>();
    for (int i = 0; i < count; i++) people.add(Person.guest(origins[i % origins.length]));
    return people;
  }

  static void register(String tournament, List<Person> people) {
    for (var person : people) {
      person.api().put("/tournaments/" + tournament + "/registration", DECK).ok();
    }
  }

  static JsonNode tournament(String tournament, Person person) {
    return person.api().get("/tournaments/" + tournament).ok();
  }

  static String phase(String tournament, Person person) {
    return tournament(tournament, person).path("tournament").path("phase").asString();
  }

  /** The user's game that is to be played, once it has started. */
  static Optional<String> game(String tournament, Person person) {
    var match = tournament(tournament, person).path("you").path("match");
    return match
        .path("games")
        .valueStream()
        .filter(game -> !game.has("end_reason"))
        .map(game -> game.path("game_id").stringValue())
        .filter(game -> isPlayed(game, person))
        .findFirst();
  }

  /** The tournament takes the result of a game that is over within a second. */
  private static boolean isPlayed(String game, Person person) {
    var reply = person.api().get("/games/" + game);
    return reply.status() == 200 && !reply.body().path("status").asString("").equals("finished");
  }

  static String awaitGame(String tournament, Person person) {
    await().atMost(PATIENCE).until(() -> game(tournament, person).isPresent());
    return game(tournament, person).orElseThrow();
  }

  static void awaitPhase(String tournament, Person person, String phase) {
    await().atMost(PATIENCE).until(() -> phase(tournament, person).equals(phase));
  }

  static void awaitRound(String tournament, Person person, int round) {
    await()
        .atMost(PATIENCE)
        .until(
            () -> tournament(tournament, person).path("tournament").path("round").asInt() >= round);
  }

  static List<JsonNode> matches(String tournament, Person person, int round) {
    return person
        .api()
        .get("/tournaments/" + tournament + "/matches?round=" + round)
        .ok()
        .path("items")
        .valueStream()
        .toList();
  }
}
