package dev.menagerie.server.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.menagerie.clients.load.Patches;
import dev.menagerie.codec.Json;
import dev.menagerie.codec.Limits;
import io.socket.client.Ack;
import io.socket.client.IO;
import io.socket.client.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.IntUnaryOperator;
import okhttp3.OkHttpClient;
import tools.jackson.databind.JsonNode;

/**
 * A player whose connection is cut repeatedly: the official client, unmodified, which reconnects by
 * itself and asks to resume. After each cut it ignores messages under way.
 */
final class Traveller implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  /** A reply is the first or second thing that follows an action; past this it never comes. */
  private static final int MAX_TRIES = 20;

  private final Map<String, String> auth = new HashMap<>();
  private final CuttableSockets line = new CuttableSockets();
  private final IntUnaryOperator cutAfter;
  private final Socket socket;

  /** The message of each version, live or missed. */
  private final TreeMap<Long, JsonNode> told = new TreeMap<>();

  private JsonNode state = Json.toTree(Map.of());
  private JsonNode over = Json.toTree(Map.of());
  private boolean deaf;
  private boolean settled;
  private int heard;
  private int connections;
  private int cuts;
  private int cutsInMidEffect;

  /**
   * @param cutAfter by the number of cuts so far: after how many live messages the next one comes;
   *     0: never
   */
  Traveller(Person person, String sync, IntUnaryOperator cutAfter) {
    this.cutAfter = cutAfter;
    auth.put("token", person.token());
    auth.put("sync", sync);
    var http = new OkHttpClient.Builder().socketFactory(line).build();
    var options = new IO.Options();
    options.auth = auth;
    options.forceNew = true;
    options.transports = new String[] {"websocket"};
    options.webSocketFactory = http;
    options.callFactory = http;
    options.reconnectionDelay = 5;
    options.reconnectionDelayMax = 20;
    socket = IO.socket(URI.create(person.api().origin() + "/game"), options);
    socket.on(Socket.EVENT_CONNECT, _ -> connected());
    socket.onAnyIncoming(arguments -> hear((String) arguments[0], tree(arguments[1])));
    socket.connect();
  }

  private static JsonNode tree(Object argument) {
    return Json.tree(argument.toString().getBytes(StandardCharsets.UTF_8), Limits.DOCUMENT);
  }

  private synchronized void connected() {
    deaf = false;
    settled = false;
    heard = 0;
    connections++;
    notifyAll();
  }

  private synchronized void hear(String event, JsonNode message) {
    if (deaf) return;
    switch (event) {
      case "game:state" -> whole(message);
      case "game:update" -> patched(message);
      case "game:opponent_action" -> tell(message, message.path("player_id"));
      case "game:game_over" -> over = message;
      default -> {
        return; // presence comes with every session:ready, also after the state
      }
    }
    count();
    // Not what else comes before it: a line that is cut at the greeting never gets anywhere.
    if (event.equals("game:state")) settled = true;
  }

  /** The greeting, up to the state, is let through. */
  private void count() {
    int after = cutAfter.applyAsInt(cuts);
    if (settled && after > 0 && ++heard >= after) cut();
    notifyAll();
  }

  private void cut() {
    deaf = true;
    cuts++;
    if (!state.path("pending").isNull()) cutsInMidEffect++;
    line.cut();
  }

  private void whole(JsonNode message) {
    assertThat(message.path("resync").asBoolean(false)).isFalse();
    for (var missed : message.path("missed_events")) tell(missed, missed.path("player_id"));
    know(message.path("state"));
  }

  private void patched(JsonNode message) {
    assertThat(message.path("event_id").asLong()).isEqualTo(version() + 1);
    tell(message, message.path("player_id"));
    know(Patches.apply(state, message.path("patch")));
    if (message.has("game_over")) over = message.path("game_over");
  }

  private void know(JsonNode next) {
    state = next;
    auth.put("game_id", state.path("game_id").stringValue());
    auth.put("last_event_id", Long.toString(version()));
    auth.put("epoch", state.path("epoch").asString());
  }

  private void tell(JsonNode message, JsonNode player) {
    long version = message.path("event_id").asLong();
    var now =
        Json.toTree(
            Map.of(
                "player_id", player,
                "action_type", message.path("action_type"),
                "events", message.path("events")));
    var before = told.putIfAbsent(version, now);
    if (before != null) assertThat(now).as("told again of %d", version).isEqualTo(before);
  }

  private long version() {
    return state.path("event_id").asLong(0);
  }

  /** Acts, and repeats itself under the same id whenever the line was cut before the reply. */
  long act(String game, String id, JsonNode action) {
    long[] reached = {-1};
    for (int tries = 0; reached[0] < 0; tries++) {
      assertThat(tries).as("tries of %s", id).isLessThan(MAX_TRIES);
      int connection = settle();
      var message = Player.wire(Player.action(game, id, action));
      socket.emit("game:action", new Object[] {message}, (Ack) reply -> replied(reply, reached));
      await(() -> reached[0] >= 0 || connections > connection);
    }
    return reached[0];
  }

  private synchronized void replied(Object[] reply, long[] reached) {
    if (deaf) return;
    var answer = tree(reply[0]);
    assertThat(answer.path("ok").asBoolean()).as("%s", answer).isTrue();
    reached[0] = answer.path("event_id").asLong();
    if (answer.has("patch") && reached[0] == version() + 1) {
      know(Patches.apply(state, answer.path("patch")));
      if (answer.has("game_over")) over = answer.path("game_over");
    }
    count();
  }

  /** Waits until it knows where it is; the number of the connection over which it does. */
  private synchronized int settle() {
    await(() -> settled && !deaf);
    return connections;
  }

  synchronized JsonNode stateAt(long version) {
    await(() -> version() >= version);
    return state;
  }

  synchronized JsonNode gameOver() {
    await(() -> over.has("end_reason"));
    return over;
  }

  synchronized NavigableMap<Long, JsonNode> told() {
    return new TreeMap<>(told);
  }

  synchronized int cuts() {
    return cuts;
  }

  /** How often the line was cut while a choice was waited for. */
  synchronized int cutsInMidEffect() {
    return cutsInMidEffect;
  }

  private synchronized void await(BooleanSupplier reached) {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (!reached.getAsBoolean()) {
      long left = end - System.nanoTime();
      if (left <= 0) throw new AssertionError("stuck at " + version() + " after " + cuts + " cuts");
      try {
        TimeUnit.NANOSECONDS.timedWait(this, left);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new AssertionError("interrupted", e);
      }
    }
  }

  @Override
  public void close() {
    socket.off();
    socket.offAnyIncoming();
    socket.close();
  }
}
