package dev.menagerie.socketio.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.menagerie.socketio.ProtocolServer;
import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** Engine.IO v4, "Heartbeat": the server asks, the client answers, on both transports. */
class EngineHeartbeatTest {
  @AutoClose private final Wire wire = new Wire(ProtocolServer.start(0));

  EngineHeartbeatTest() throws IOException {}

  @Test
  void pollingIsPingedAsOftenAsItAnswers() throws IOException {
    String target = wire.poll(Wire.ENGINE_IO);
    for (int i = 0; i < 3; i++) {
      RawHttp.Response ping = wire.get(target);
      assertThat(ping.status()).isEqualTo(200);
      assertThat(ping.body()).isEqualTo("2");
      assertThat(wire.post(target, "3").status()).isEqualTo(200);
    }
  }

  @Test
  void pollingWithoutAnswersIsClosed() throws IOException {
    String target = wire.poll(Wire.ENGINE_IO);
    // Asked by a POST that changes nothing: a GET would be held until the end.
    await().atMost(Duration.ofSeconds(2)).until(() -> wire.post(target, "6").status() == 400);
  }

  @Test
  void webSocketIsPingedAsOftenAsItAnswers() throws IOException {
    try (RawWebSocket socket = wire.webSocket(Wire.ENGINE_IO)) {
      for (int i = 0; i < 3; i++) {
        assertThat(socket.readText()).isEqualTo("2");
        socket.text("3");
      }
    }
  }

  @Test
  void webSocketWithoutAnswersIsClosed() throws IOException {
    long start = System.nanoTime();
    try (RawWebSocket socket = wire.webSocket(Wire.ENGINE_IO)) {
      assertThat(socket.readText()).isEqualTo("2");
      assertThat(socket.readClose()).isEqualTo(1001);
    }
    assertThat(Duration.ofNanos(System.nanoTime() - start))
        .isBetween(Duration.ofMillis(490), Duration.ofSeconds(3));
  }

  @Test
  void unsolicitedPongsDoNotDelayTheNextPing() throws IOException {
    try (RawWebSocket socket = wire.webSocket(Wire.ENGINE_IO)) {
      for (int i = 0; i < 50; i++) {
        socket.text("3");
      }
      assertThat(socket.readText()).isEqualTo("2");
    }
  }

  @Test
  void aPingFromTheClientIsAgainstTheProtocol() throws IOException {
    try (RawWebSocket socket = wire.webSocket(Wire.ENGINE_IO)) {
      socket.text("2");
      assertThat(socket.readClose()).isEqualTo(1008);
    }
  }
}
