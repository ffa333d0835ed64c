package dev.menagerie.socketio.wire;

import static org.assertj.core.api.Assertions.assertThat;

import dev.menagerie.socketio.ProtocolServer;
import java.io.IOException;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Engine.IO v4, "Handshake" and "Query parameters". */
class EngineHandshakeTest {
  @AutoClose private final Wire wire = new Wire(ProtocolServer.start(0));

  EngineHandshakeTest() throws IOException {}

  @Test
  void pollingOpensASession() throws IOException {
    RawHttp.Response open = wire.get(Wire.ENGINE_IO + "polling");
    assertThat(open.status()).isEqualTo(200);
    assertThat(open.header("content-type")).isEqualTo("text/plain; charset=UTF-8");
    assertThat(open.body())
        .matches(
            "0\\{\"sid\":\"[A-Za-z0-9_-]{20}\",\"upgrades\":\\[\"websocket\"],"
                + "\"pingInterval\":300,\"pingTimeout\":200,\"maxPayload\":1000000}");
  }

  @Test
  void webSocketOpensASessionWithoutUpgrades() throws IOException {
    try (RawWebSocket socket = RawWebSocket.open(wire.port(), Wire.ENGINE_IO + "websocket")) {
      assertThat(socket.readText())
          .matches(
              "0\\{\"sid\":\"[A-Za-z0-9_-]{20}\",\"upgrades\":\\[],"
                  + "\"pingInterval\":300,\"pingTimeout\":200,\"maxPayload\":1000000}");
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "GET|/engine.io/?EIO=4|{\"code\":0,\"message\":\"Transport unknown\"}",
        "GET|/engine.io/?EIO=4&transport=abc|{\"code\":0,\"message\":\"Transport unknown\"}",
        "GET|/engine.io/?EIO=4&transport=constructor|{\"code\":0,\"message\":\"Transport unknown\"}",
        "GET|/engine.io/?EIO=4&transport=polling&sid=nobody|{\"code\":1,\"message\":\"Session ID unknown\"}",
        "POST|/engine.io/?EIO=4&transport=polling|{\"code\":2,\"message\":\"Bad handshake method\"}",
        "PUT|/engine.io/?EIO=4&transport=polling|{\"code\":2,\"message\":\"Bad handshake method\"}",
        "GET|/engine.io/?EIO=4&transport=websocket|{\"code\":3,\"message\":\"Bad request\"}",
        "GET|/engine.io/?EIO=4&EIO=4&transport=polling|{\"code\":3,\"message\":\"Bad request\"}",
        "GET|/engine.io/?transport=polling|{\"code\":5,\"message\":\"Unsupported protocol version\"}",
        "GET|/engine.io/?EIO=abc&transport=polling|{\"code\":5,\"message\":\"Unsupported protocol version\"}",
        "GET|/engine.io/?EIO=3&transport=polling|{\"code\":5,\"message\":\"Unsupported protocol version\"}"
      })
  void badRequestsAreAnsweredWithTheReason(String method, String target, String body)
      throws IOException {
    try (RawHttp http = wire.http()) {
      http.head(method, target);
      RawHttp.Response response = http.read();
      assertThat(response.status()).isEqualTo(400);
      assertThat(response.header("content-type")).isEqualTo("application/json");
      assertThat(response.body()).isEqualTo(body);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/engine.io/?transport=websocket",
        "/engine.io/?EIO=abc&transport=websocket",
        "/engine.io/?EIO=4",
        "/engine.io/?EIO=4&transport=abc",
        "/engine.io/?EIO=4&transport=polling",
        "/engine.io/?EIO=4&transport=websocket&sid=nobody"
      })
  void badUpgradesAreRefused(String target) throws IOException {
    assertThat(RawWebSocket.refused(wire.port(), target).status()).isEqualTo(400);
  }

  @Test
  void aWebSocketOfAnotherVersionIsAnsweredWithOurs() throws IOException {
    try (RawHttp http = wire.http()) {
      RawHttp.Response response =
          http.get(
              Wire.ENGINE_IO + "websocket",
              "Upgrade: websocket",
              "Connection: Upgrade",
              "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==",
              "Sec-WebSocket-Version: 8");
      assertThat(response.status()).isEqualTo(426);
      assertThat(response.header("sec-websocket-version")).isEqualTo("13");
    }
  }

  @Test
  void aCookieNeverChoosesASession() throws IOException {
    String sid = Wire.sid(wire.get(Wire.ENGINE_IO + "polling").body());
    RawHttp.Response other =
        wire.get(Wire.ENGINE_IO + "polling", "Cookie: io=" + sid + "; sid=" + sid);
    assertThat(Wire.sid(other.body())).isNotEqualTo(sid);
  }

  @Test
  void aRefusedRequestLeavesTheConnectionUsable() throws IOException {
    try (RawHttp http = wire.http()) {
      assertThat(http.get("/engine.io/?EIO=4").status()).isEqualTo(400);
      assertThat(http.get(Wire.ENGINE_IO + "polling").status()).isEqualTo(200);
    }
  }

  @Test
  void theTransportOfASessionIsNotMixedUp() throws IOException {
    try (RawWebSocket socket = RawWebSocket.open(wire.port(), Wire.ENGINE_IO + "websocket")) {
      String sid = Wire.sid(socket.readText());
      assertThat(wire.get(Wire.ENGINE_IO + "polling&sid=" + sid).body())
          .isEqualTo("{\"code\":3,\"message\":\"Bad request\"}");
    }
  }
}
