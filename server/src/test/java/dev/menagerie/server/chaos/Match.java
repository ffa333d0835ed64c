package dev.menagerie.server.chaos;

import dev.menagerie.server.e2e.Api;
import dev.menagerie.server.e2e.Person;
import dev.menagerie.server.e2e.Player;
import io.socket.client.IO;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionTimeoutException;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * One game of two stubborn clients: what is not answered is sent again, unchanged, to another
 * server if need be. Keeps every acknowledgement. Used by one thread.
 */
final class Match implements AutoCloseable {
  /** Without an answer for so long, a client tries another connection. */
  private static final Duration ANSWERS_WITHIN = Duration.ofSeconds(3);

  private static final Duration SHORTLY = Duration.ofMillis(50);

  /** Between looks whether an answer is there. */
  private static final Duration ANSWER_LOOK = Duration.ofMillis(2);

  private final String game;
  private final List<Person> people;
  private final List<String> origins;
  private final SplittableRandom random;
  private final @Nullable Player[] players = new Player[2];
  private final List<Acknowledged> acknowledged = new ArrayList<>();
  private final List<Refused> refused = new ArrayList<>();
  private final List<String> complaints = new ArrayList<>();
  private int messages;
  private int connections;
  private boolean over;
  private @Nullable Waiting waiting;

  /** An acknowledged action: who sent it, under which id, and the version it made. */
  record Acknowledged(int seat, String id, long version) {}

  /** An action that was not carried out: none of the versions up to this one is its. */
  record Refused(int seat, String id, long version) {}

  /** An action that has not been answered yet. */
  private record Waiting(int seat, String id, Map<String, Object> message) {}

  private Match(String game, List<Person> people, List<String> origins, SplittableRandom random) {
    this.game = game;
    this.people = people;
    this.origins = origins;
    this.random = random;
  }

  /** A new game, if the server that is asked can make one now; else null. */
  static @Nullable Match begun(List<Person> people, List<String> origins, SplittableRandom random) {
    var origin = origins.get(random.nextInt(origins.size()));
    Map<String, Object> creation = Map.of("deck_id", "pocket-embers", "rules_config", "pocket");
    try {
      var created = people.getFirst().at(origin).api().post("/games", creation);
      if (created.status() != 201) return null;
      var game = created.body().path("game_id").asString();
      var seat =
          Map.of(
              "deck_id",
              "pocket-shallows",
              "invite_code",
              created.body().path("invite_code").asString());
      for (int i = 0; i < 100; i++) {
        if (joined(people.getLast().at(next(origins, origin, i)).api(), game, seat)) {
          return new Match(game, people, origins, random.split());
        }
        Fault.pass(SHORTLY);
      }
      return null;
    } catch (AssertionError noAnswer) {
      return null; // the server went away meanwhile; a game that it made waits and expires
    }
  }

  private static String next(List<String> origins, String origin, int steps) {
    return origins.get((origins.indexOf(origin) + steps) % origins.size());
  }

  /** Whether the seat is theirs, by this try or by an earlier one whose answer got lost. */
  private static boolean joined(Api api, String game, Map<String, String> seat) {
    try {
      return api.post("/games/" + game + "/join", seat).status() == 200;
    } catch (AssertionError noAnswer) {
      return false;
    }
  }

  String game() {
    return game;
  }

  List<Acknowledged> acknowledged() {
    return List.copyOf(acknowledged);
  }

  List<Refused> refused() {
    return List.copyOf(refused);
  }

  /** What broke the contract with clients; empty as it should be. */
  List<String> complaints() {
    return List.copyOf(complaints);
  }

  boolean isOver() {
    for (var player : players) over |= player != null && status(player).equals("finished");
    return over;
  }

  private static String status(Player player) {
    return player.state().path("status").asString("");
  }

  /** One try of one action. True if it was acknowledged. */
  boolean step() {
    try {
      var sending = waiting == null ? chosen() : waiting;
      if (sending == null) return false;
      waiting = sending;
      return settle(sending);
    } catch (AssertionError | ConditionTimeoutException noAnswer) {
      return false; // a connection that is not made, or breaks; the next step makes another
    }
  }

  /** An action of the player to act; null if neither knows yet that it is for them to act. */
  private @Nullable Waiting chosen() {
    for (int seat = 0; seat < 2; seat++) {
      var player = seated(seat);
      var state = player.state();
      var legal = state.path("legal_actions");
      if (!legal.isEmpty() && state.path("event_id").asLong() >= version()) {
        var id = "s" + seat + "-" + ++messages;
        var action = legal.get(random.nextInt(legal.size()));
        return new Waiting(seat, id, Player.action(game, id, action));
      }
    }
    if (isOver()) return null;
    Fault.pass(SHORTLY);
    if (random.nextInt(40) == 0) leave(random.nextInt(2)); // news may have been lost
    return null;
  }

  private long version() {
    return acknowledged.isEmpty() ? 0 : acknowledged.getLast().version();
  }

  private static long version(Player player) {
    return player.state().path("event_id").asLong(-1);
  }

  private boolean settle(Waiting sending) {
    var player = seated(sending.seat());
    var reply = answer(player, "game:action", sending.message());
    if (reply == null) {
      leave(sending.seat());
      return false;
    }
    if (reply.path("ok").asBoolean(false)) {
      var done = new Acknowledged(sending.seat(), sending.id(), reply.path("event_id").asLong());
      if (done.version() <= version()) complaints.add(done + " after version " + version());
      acknowledged.add(done);
      waiting = null;
      return true;
    }
    if (isPassing(reply)) {
      Fault.pass(SHORTLY);
    } else {
      waiting = null; // the game has moved on without it, as by a clock
      if (rejoin(sending.seat()))
        refused.add(new Refused(sending.seat(), sending.id(), version(player)));
    }
    return false;
  }

  private static boolean isPassing(JsonNode reply) {
    var code = reply.path("error").path("code").asString("");
    return code.equals("unavailable") || code.equals("busy");
  }

  /** Null if the connection ends before, too. */
  private static @Nullable JsonNode answer(
      Player player, String event, Map<String, Object> message) {
    var reply = player.asking(event, message);
    try {
      Awaitility.await()
          .atMost(ANSWERS_WITHIN)
          .pollInterval(ANSWER_LOOK)
          .until(() -> reply.isDone() || !player.isConnected());
      return reply.getNow(null);
    } catch (ConditionTimeoutException none) {
      return null;
    }
  }

  /** The player's connection; a new one to any server if there is none. */
  private Player seated(int seat) {
    var there = players[seat];
    if (there != null && there.isConnected()) return there;
    leave(seat);
    var options = new IO.Options();
    options.reconnection = false;
    var person = people.get(seat);
    var origin = origins.get(connections++ % origins.size()); // the other one than before
    var made = Player.connect(origin, Map.of("token", person.token()), options);
    players[seat] = made;
    try {
      Awaitility.await()
          .atMost(ANSWERS_WITHIN)
          .until(() -> made.heard().stream().anyMatch(Match::isDecided));
      rejoin(seat);
    } catch (ConditionTimeoutException late) {
      leave(seat); // connected, but not in this game: the server has resumed the player's latest
      throw late;
    }
    if (players[seat] != made) throw new AssertionError("no connection, or not in the game");
    return made;
  }

  /** Whether a connection is there, or will not be. */
  private static boolean isDecided(Player.Heard heard) {
    return Set.of("session:ready", "connect_error", "disconnect").contains(heard.event());
  }

  /** Whether the player is in the game, with its newest state. */
  private boolean rejoin(int seat) {
    var player = players[seat];
    if (player == null) return false;
    if (!player.isConnected()) {
      leave(seat);
      return false;
    }
    var id = Player.messageId();
    var reply = answer(player, "game:join", Map.of("message_id", id, "game_id", game));
    if (reply == null || !reply.path("ok").asBoolean(false)) {
      if (reply != null && !isPassing(reply)) over |= isFinished(people.get(seat).api());
      leave(seat);
      return false;
    }
    Awaitility.await()
        .atMost(ANSWERS_WITHIN)
        .until(() -> version(player) >= reply.path("event_id").asLong());
    return true;
  }

  /** Who comes back too late to be told of the end asks for it. */
  private boolean isFinished(Api api) {
    return api.get("/games/" + game).body().path("status").asString("").equals("finished");
  }

  private void leave(int seat) {
    var player = players[seat];
    players[seat] = null;
    if (player == null) return;
    complaints.addAll(Told.complaints(game, seat, player.heard()));
    player.close();
  }

  @Override
  public void close() {
    for (int seat = 0; seat < 2; seat++) leave(seat);
  }

  /** For the message of a failure. */
  @Override
  public String toString() {
    var told = new StringBuilder(game + " at " + version() + ", waiting for " + waiting);
    for (var player : players) {
      told.append(player == null ? "; away" : "; " + player.isConnected() + ' ' + knows(player));
    }
    return told.toString();
  }

  private static String knows(Player player) {
    var state = player.state();
    return state.path("epoch")
        + "/"
        + state.path("event_id")
        + " "
        + state.path("legal_actions").size()
        + " "
        + status(player);
  }
}
