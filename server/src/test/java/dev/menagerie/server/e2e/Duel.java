package dev.menagerie.server.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.menagerie.codec.Json;
import dev.menagerie.server.commandline.Cli;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import org.awaitility.Awaitility;
import tools.jackson.databind.JsonNode;

/**
 * Two clients that keep playing through failures: they repeat unanswered messages unchanged, on any
 * server left, and store every acknowledgement.
 */
final class Duel implements AutoCloseable {
  /** Codes that say: not now, try again. */
  private static final Set<String> PASSING = Set.of("unavailable", "busy");

  private static final Duration RECOVERS = Duration.ofSeconds(60);

  private final String game;
  private final List<Person> people;
  private final List<Player> players = new ArrayList<>();
  private final List<Acknowledged> acknowledged = new ArrayList<>();
  private int messages;

  /** A request and its acknowledgement. */
  record Acknowledged(int seat, Map<String, Object> message, JsonNode reply) {
    long version() {
      return reply.path("event_id").asLong();
    }

    String id() {
      return String.valueOf(message.get("message_id"));
    }
  }

  private Duel(String game, List<Person> people, List<String> origins) {
    this.game = game;
    this.people = people;
    for (int seat = 0; seat < people.size(); seat++) {
      players.add(seated(people.get(seat).at(origins.get(seat))));
    }
    // The end of a greeting: a store that fails before it would send the player away.
    for (var player : players) player.next("game:spectators");
  }

  /** A game of two guests; each plays on the server given. */
  static Duel on(String first, String second) {
    return on(first, second, "pocket");
  }

  static Duel on(String first, String second, Object rules) {
    awaitReady(Api.of(first)); // a fault before this game may not be over
    var people = List.of(Person.guest(first), Person.guest(first));
    var deck = deck(people.getFirst());
    var game = Table.open(Map.of("deck_id", deck, "rules_config", rules), people);
    return new Duel(game, people, List.of(first, second));
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

  /** A server that cannot reach its store yet refuses the CONNECT and asks to try again. */
  private static Player seated(Person person) {
    awaitReady(person.api());
    var player = Player.connect(person);
    player.next("session:ready", _ -> true, RECOVERS);
    return player;
  }

  private static void awaitReady(Api api) {
    Awaitility.await().atMost(RECOVERS).until(() -> api.get("/health/ready").status() == 200);
  }

  String game() {
    return game;
  }

  Person person(int seat) {
    return people.get(seat);
  }

  Player player(int seat) {
    return players.get(seat);
  }

  List<Acknowledged> acknowledged() {
    return List.copyOf(acknowledged);
  }

  long version() {
    return acknowledged.isEmpty() ? 1 : acknowledged.getLast().version();
  }

  /** Forgets acknowledgements after a version that no node could keep. Returns how many. */
  int lost(long kept) {
    int before = acknowledged.size();
    acknowledged.removeIf(one -> one.version() > kept);
    return before - acknowledged.size();
  }

  /** Plays on from another server. */
  void moveTo(int seat, String origin) {
    players.get(seat).close();
    players.set(seat, seated(people.get(seat).at(origin)));
    rejoin(seat);
  }

  /** Asks for the game as it is now. */
  void rejoin(int seat) {
    Map<String, Object> message = Map.of("message_id", Player.messageId(), "game_id", game);
    settled(seat, "game:join", message);
    players.get(seat).stateAt(version());
  }

  /** A legal action of the player to act, under a new id. */
  Acknowledged next() {
    for (int seat = 0; seat < players.size(); seat++) {
      var legal = players.get(seat).stateAt(version()).path("legal_actions");
      if (legal.isEmpty()) continue;
      var message = Player.action(game, "duel-" + ++messages, legal.get(0));
      return new Acknowledged(seat, message, legal);
    }
    throw new AssertionError("nobody may act at " + version());
  }

  /** Sends without waiting for the answer. */
  CompletableFuture<JsonNode> send(Acknowledged next) {
    return CompletableFuture.supplyAsync(
        () -> players.get(next.seat()).ask("game:action", next.message()),
        Executors.newVirtualThreadPerTaskExecutor());
  }

  /** Sends until it is answered, and keeps the answer. */
  JsonNode settle(Acknowledged next) {
    var reply = settled(next.seat(), "game:action", next.message());
    acknowledged.add(new Acknowledged(next.seat(), next.message(), reply));
    return reply;
  }

  private JsonNode settled(int seat, String event, Map<String, Object> message) {
    long end = System.nanoTime() + RECOVERS.toNanos();
    while (true) {
      var reply = players.get(seat).ask(event, message);
      if (reply.path("ok").asBoolean(false)) return reply;
      assertThat(PASSING).as("%s", reply).contains(reply.path("error").path("code").asString());
      assertThat(System.nanoTime()).as("still %s", reply).isLessThan(end);
      Awaitility.await().pollDelay(Duration.ofMillis(100)).until(() -> true);
    }
  }

  void steps(int count) {
    for (int i = 0; i < count; i++) settle(next());
  }

  /** As many steps, fewer where the game ends before; returns how many. */
  int stepsUntilOver(int most) {
    for (int done = 0; done < most; done++) {
      var state = players.getFirst().stateAt(version());
      if (state.path("status").asString().equals("finished")) return done;
      settle(next());
    }
    return most;
  }

  /** The version that a server has of the game, as the first player sees it. */
  long versionAt(String origin) {
    try (var player = seated(people.getFirst().at(origin))) {
      Map<String, Object> message = Map.of("message_id", Player.messageId(), "game_id", game);
      assertThat(player.ask("game:join", message).path("ok").asBoolean(false)).isTrue();
      return player.stateAt(1).path("event_id").asLong();
    }
  }

  /** Every acknowledged message, sent again, is answered as it was the first time. */
  void everyAnswerIsTheSameAgain() {
    for (var one : acknowledged) {
      assertThat(settled(one.seat(), "game:action", one.message())).isEqualTo(one.reply());
    }
  }

  /** Waits for the replay of the finished game, which must agree with what was recorded. */
  void replaysAsRecorded(Path directory) throws IOException {
    var api = person(0).api();
    var path = "/games/" + game + "/replay";
    Awaitility.await().until(() -> api.get(path).status() == 200);
    var file = Files.write(directory.resolve("replay.json"), Json.bytes(api.get(path).ok()));
    assertThat(Cli.run("replay", file.toString()).exitCode()).isZero();
  }

  @Override
  public void close() {
    players.forEach(Player::close);
  }
}
