package dev.menagerie.clients.demo;

import dev.menagerie.clients.wire.RestClient;
import dev.menagerie.codec.Json;
import dev.menagerie.codec.Limits;
import io.socket.client.Ack;
import io.socket.client.IO;
import io.socket.client.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.json.JSONException;
import org.json.JSONObject;
import tools.jackson.databind.JsonNode;

/** One connection to a game by the official client; received messages are queued in order. */
public final class GameClient implements AutoCloseable {
  private static final List<String> EVENTS =
      List.of(
          "session:closed",
          "game:state",
          "game:opponent_action",
          "game:action_result",
          "game:turn_start",
          "game:turn_timeout",
          "game:game_over",
          "game:error");

  private final Socket socket;
  private final BlockingQueue<ReceivedMessage> received = new LinkedBlockingQueue<>();

  /** A message of the server with its event; {@code ack} for an acknowledgement. */
  public record ReceivedMessage(String event, JsonNode message) {}

  /** Prepares a connection to {@code /game}; {@link #connect} opens it. */
  public GameClient(String origin, RestClient.Guest guest) {
    var options =
        IO.Options.builder().setAuth(Map.of("token", guest.token())).setForceNew(true).build();
    socket = IO.socket(URI.create(origin + "/game"), options);
    for (String event : EVENTS) socket.on(event, arguments -> receive(event, arguments));
    socket.on(Socket.EVENT_CONNECT_ERROR, arguments -> receive("connect_error", arguments));
  }

  /** Starts to connect and returns at once; messages arrive in {@link #received}. */
  public void connect() {
    socket.connect();
  }

  /** The queue of received messages. */
  public BlockingQueue<ReceivedMessage> received() {
    return received;
  }

  /** Sends an event; the reply arrives as {@code ack}. */
  public void send(String event, Map<String, ?> message) {
    try {
      socket.emit(
          event, new Object[] {new JSONObject(Json.text(message))}, (Ack) a -> receive("ack", a));
    } catch (JSONException e) {
      throw new IllegalArgumentException("our own JSON", e);
    }
  }

  private void receive(String event, Object... arguments) {
    var text = arguments.length == 0 ? "{}" : arguments[0].toString();
    var message =
        arguments.length > 0 && arguments[0] instanceof JSONObject
            ? Json.tree(text.getBytes(StandardCharsets.UTF_8), Limits.DOCUMENT)
            : Json.toTree(Map.of("text", text));
    received.add(new ReceivedMessage(event, message));
  }

  @Override
  public void close() {
    socket.close();
  }
}
