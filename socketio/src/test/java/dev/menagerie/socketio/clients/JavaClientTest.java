package dev.menagerie.socketio.clients;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.menagerie.socketio.SocketIoServer;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.json.JSONObject;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The official Java client. */
class JavaClientTest {
  private static final Map<String, String> GOOD = Map.of("token", "good");

  @AutoClose private final SocketIoServer server = TestServer.start();

  JavaClientTest() throws IOException {}

  private JavaClient client(String... transports) {
    return new JavaClient(server.port(), "/game", GOOD, transports);
  }

  @ParameterizedTest
  @ValueSource(strings = {"polling", "websocket", "polling,websocket"})
  void talksOverEveryTransport(String transports) throws Exception {
    try (JavaClient client = client(transports.split(",")).joined()) {
      assertThat(client.heard().getFirst()).isEqualTo("welcome");
      client.emit("echo", 1, "zw\u00f6lf", new byte[] {1, 2, 3});
      List<Object> echo = client.heard();
      assertThat(echo).hasSize(4);
      assertThat(echo.subList(0, 3)).containsExactly("echo", 1, "zw\u00f6lf");
      assertThat((byte[]) echo.get(3)).containsExactly(1, 2, 3);
      JSONObject question = new JSONObject(Map.of("a", List.of(true)));
      assertThat(client.ask("ask", question)[0]).hasToString(question.toString());
      String expected = transports.endsWith("websocket") ? "websocket" : "polling";
      await()
          .atMost(Duration.ofSeconds(5))
          .until(() -> client.ask("transport")[0], expected::equals);
    }
  }

  @Test
  void aRefusalSaysWhy() throws Exception {
    try (JavaClient client =
        new JavaClient(server.port(), "/game", Map.of("token", "bad"), "websocket")) {
      assertThat(client.life())
          .contains("unauthenticated")
          .contains("\"data\":{\"code\":\"unauthenticated\"}");
    }
  }

  @Test
  void hearsItsRoomButNotItself() throws Exception {
    try (JavaClient first = client("websocket").joined();
        JavaClient second = client("polling", "websocket").joined()) {
      assertThat(first.heard().getFirst()).isEqualTo("welcome");
      assertThat(second.heard().getFirst()).isEqualTo("welcome");
      assertThat(first.ask("join", "table")[0]).isEqualTo(1);
      assertThat(second.ask("join", "table")[0]).isEqualTo(2);
      first.emit("tell", "table", "hello");
      assertThat(second.heard()).containsExactly("told", "hello");
      assertThat(first.hearsNothingFor(Duration.ofMillis(50))).isTrue();
    }
  }

  @Test
  void staysAwayWhenPutOut() throws Exception {
    try (JavaClient client = client("websocket").joined()) {
      client.emit("put me out");
      assertThat(client.life()).isEqualTo("disconnect: io server disconnect");
    }
    await().until(() -> server.namespace("/game").sockets().isEmpty());
  }

  /** It would not notice a close frame, and come back only when pings are missing. */
  @ParameterizedTest
  @ValueSource(strings = {"polling", "websocket"})
  void comesBackAtOnceWhenCutOff(String transport) throws Exception {
    try (JavaClient client = client(transport).joined()) {
      client.emit("cut me off");
      assertThat(client.life()).isIn("disconnect: transport error", "disconnect: transport close");
      assertThat(client.life()).isEqualTo("connect");
    }
  }
}
