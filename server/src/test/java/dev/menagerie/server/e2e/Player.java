package dev.menagerie.server.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.menagerie.codec.Json;
import dev.menagerie.codec.Limits;
import io.socket.client.Ack;
import io.socket.client.IO;
import io.socket.client.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import org.json.JSONException;
import org.json.JSONObject;
import tools.jackson.databind.JsonNode;

/**
 * The official Java client, unmodified, with all received messages in order; acknowledgements are
 * among them as {@code ack}.
 */
public final class Player implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(15);
  private static final AtomicInteger MESSAGES = new AtomicInteger();

  private final Socket socket;
  private final List<Heard> heard = new ArrayList<>();
  private JsonNode state = Json.toTree(Map.of());
  private int read;

  /** Something the server said. */
  public record Heard(String event, JsonNode message) {
    public long eventId() {
      return message.path("event_id").asLong(-1);
    }
  }

  private Player(String address, Map<String, String> auth, IO.Options options) {
    options.auth = auth;
    options.forceNew = true;
    options.reconnectionDelay = 20;
    options.reconnectionDelayMax = 200;
    socket = IO.socket(URI.create(address), options);
    socket.on(Socket.EVENT_CONNECT, _ -> add("connect"));
    socket.on(Socket.EVENT_DISCONNECT, _ -> add("disconnect"));
    socket.on(Socket.EVENT_CONNECT_ERROR, arguments -> add("connect_error", arguments));
    socket.onAnyIncoming(arguments -> {
      var rest = Arrays.copyOfRange(arguments, 1, arguments.length);
      add((String) arguments[0], rest);
    });
    socket.connect();
  }

  /** Polling first, then upgraded: the client's default. */
  public static Player connect(Person person) {
    return connect(person, Map.of());
  }

  public static Player connect(Person person, Map<String, String> more, String... transports) {
    var auth = new HashMap<>(more);
    auth.putIfAbsent("token", person.token());
    var options = new IO.Options();
    if (transports.length > 0) options.transports = transports;
    return new Player(person.api().origin() + "/game", auth, options);
  }

  public static Player connect(String origin, Map<String, String> auth, IO.Options options) {
    return new Player(origin + "/game", auth, options);
  }

  /** In the lobby. */
  public static Player inLobby(Person person) {
    var address = person.api().origin() + "/lobby";
    return new Player(address, Map.of("token", person.token()), new IO.Options());
  }

  private void add(String event, Object... arguments) {
    var message = arguments.length == 0 ? Json.toTree(Map.of()) : tree(arguments[0]);
    synchronized (heard) {
      heard.add(new Heard(event, message));
      if (event.equals("game:state")) state = message.path("state");
      heard.notifyAll();
    }
  }

  private static JsonNode tree(Object argument) {
    return argument instanceof JSONObject
        ? Json.tree(argument.toString().getBytes(StandardCharsets.UTF_8), Limits.DOCUMENT)
        : Json.toTree(Map.of("text", String.valueOf(argument)));
  }

  /** The next message of this kind; earlier ones are skipped. */
  public JsonNode next(String event) {
    return next(event, _ -> true);
  }

  /** The next news that the other player is {@code connected}, and so on. */
  public JsonNode nextPresence(String status) {
    return nextPresence(status, PATIENCE);
  }

  public JsonNode nextPresence(String status, Duration patience) {
    return next(
        "game:opponent_connected",
        message -> message.path("status").asString().equals(status),
        patience);
  }

  public JsonNode next(String event, Predicate<JsonNode> like) {
    return next(event, like, PATIENCE);
  }

  public JsonNode next(String event, Predicate<JsonNode> like, Duration patience) {
    long end = System.nanoTime() + patience.toNanos();
    synchronized (heard) {
      while (true) {
        for (; read < heard.size(); read++) {
          var candidate = heard.get(read);
          if (candidate.event().equals(event) && like.test(candidate.message())) {
            read++;
            return candidate.message();
          }
        }
        long left = end - System.nanoTime();
        if (left <= 0) throw new AssertionError("no " + event + " among " + summary());
        await(left);
      }
    }
  }

  private void await(long nanos) {
    try {
      TimeUnit.NANOSECONDS.timedWait(heard, nanos);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError("interrupted", e);
    }
  }

  private List<String> summary() {
    return heard.stream()
        .map(h ->
            switch (h.event()) {
              case "connect_error", "disconnect" -> h.event() + h.message();
              default -> h.event() + (h.eventId() < 0 ? "" : "@" + h.eventId());
            })
        .toList();
  }

  /** The latest received state. */
  public JsonNode state() {
    synchronized (heard) {
      return state;
    }
  }

  /** Waits until this version, or a later one, has arrived. */
  public JsonNode stateAt(long version) {
    long end = System.nanoTime() + PATIENCE.toNanos();
    synchronized (heard) {
      while (state.path("event_id").asLong(-1) < version) {
        long left = end - System.nanoTime();
        if (left <= 0) throw new AssertionError("no state " + version + " among " + summary());
        await(left);
      }
      return state;
    }
  }

  /** Everything so far. */
  public List<Heard> heard() {
    synchronized (heard) {
      return List.copyOf(heard);
    }
  }

  /** Whatever comes after this is new to {@link #next}. */
  public Player passOver() {
    synchronized (heard) {
      read = heard.size();
    }
    return this;
  }

  /** Everything of these kinds, so far. */
  public List<JsonNode> all(String event) {
    return heard().stream().filter(h -> h.event().equals(event)).map(Heard::message).toList();
  }

  /** Sends with a callback and waits for it. */
  public JsonNode ask(String event, Object... arguments) {
    try {
      return asking(event, arguments).get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      throw new AssertionError("no acknowledgement of " + event, e);
    } catch (InterruptedException | ExecutionException e) {
      throw new AssertionError("no acknowledgement of " + event, e);
    }
  }

  /** Sends with a callback and does not wait for it. */
  public CompletableFuture<JsonNode> asking(String event, Object... arguments) {
    var reply = new CompletableFuture<JsonNode>();
    socket.emit(
        event,
        wire(arguments),
        (Ack)
            answer -> {
              add("ack", answer);
              reply.complete(tree(answer[0]));
            });
    return reply;
  }

  /** Sends without a callback. */
  public void tell(String event, Object... arguments) {
    socket.emit(event, wire(arguments));
  }

  /** The acknowledgement, which must be a refusal with this code. */
  public JsonNode refused(String code, String event, Object... arguments) {
    var reply = ask(event, arguments);
    var asked = "%s %s: %s".formatted(event, Arrays.toString(arguments), reply);
    assertThat(reply.path("ok").asBoolean(true)).as(asked).isFalse();
    assertThat(reply.path("error").path("code").asString("")).as(asked).isEqualTo(code);
    assertThat(reply.path("error").path("message").asString("")).isNotEmpty();
    return reply;
  }

  public JsonNode join(String game) {
    return ask("game:join", Map.of("message_id", messageId(), "game_id", game));
  }

  public JsonNode act(String game, JsonNode action) {
    return ask("game:action", action(game, messageId(), action));
  }

  public static Map<String, Object> action(String game, String messageId, JsonNode action) {
    return Map.of("message_id", messageId, "game_id", game, "action", action);
  }

  public static String messageId() {
    return "m" + MESSAGES.incrementAndGet();
  }

  private static Object[] wire(Object... arguments) {
    var wired = new Object[arguments.length];
    for (int i = 0; i < arguments.length; i++) wired[i] = wire(arguments[i]);
    return wired;
  }

  public static Object wire(Object argument) {
    if (!(argument instanceof Map) && !(argument instanceof JsonNode)) return argument;
    try {
      return new JSONObject(Json.text(argument));
    } catch (JSONException e) {
      throw new IllegalArgumentException("our own JSON", e);
    }
  }

  public boolean isConnected() {
    return socket.connected();
  }

  public void leave() {
    socket.disconnect();
  }

  public void comeBack() {
    socket.connect();
  }

  @Override
  public void close() {
    socket.off();
    socket.offAnyIncoming();
    socket.close();
  }
}
