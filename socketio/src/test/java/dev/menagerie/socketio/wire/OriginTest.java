package dev.menagerie.socketio.wire;

import static org.assertj.core.api.Assertions.assertThat;

import dev.menagerie.socketio.SocketIoServer;
import dev.menagerie.socketio.http.OriginPolicy;
import dev.menagerie.socketio.netty.NettySettings;
import java.io.IOException;
import java.util.Set;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which pages may talk to the server: the same answer for polling, preflight and upgrade. */
class OriginTest {
  private static final String FORBIDDEN = "{\"code\":4,\"message\":\"Forbidden\"}";

  @AutoClose
  private final Wire wire =
      new Wire(
          SocketIoServer.builder()
              .netty(
                  NettySettings.on("127.0.0.1", 0)
                      .withOrigins(OriginPolicy.allowing(Set.of("https://play.example.org"))))
              .build()
              .start());

  OriginTest() throws IOException {}

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://play.example.org",
        "HTTPS://PLAY.EXAMPLE.ORG",
        "http://localhost",
        "http://localhost:80"
      })
  void allowedPagesMayReadTheAnswers(String origin) throws IOException {
    RawHttp.Response open = wire.get(Wire.SOCKET_IO + "polling", "Origin: " + origin);
    assertThat(open.status()).isEqualTo(200);
    assertThat(open.header("access-control-allow-origin")).isEqualTo(origin);
    assertThat(open.header("access-control-allow-credentials")).isEqualTo("true");
    assertThat(open.header("vary")).isEqualTo("Origin");
    try (RawWebSocket socket =
        RawWebSocket.open(wire.port(), Wire.SOCKET_IO + "websocket", "Origin: " + origin)) {
      assertThat(socket.readText()).startsWith("0{");
    }
  }

  @Test
  void errorsAreReadableToo() throws IOException {
    RawHttp.Response error =
        wire.get(Wire.SOCKET_IO + "polling&sid=nobody", "Origin: https://play.example.org");
    assertThat(error.status()).isEqualTo(400);
    assertThat(error.header("access-control-allow-origin")).isEqualTo("https://play.example.org");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://evil.example",
        "http://play.example.org",
        "https://play.example.org:8443",
        "https://play.example.org.evil.example",
        "http://localhost:8080",
        "null",
        "not an origin"
      })
  void otherPagesAreTurnedAwayEverywhere(String origin) throws IOException {
    String header = "Origin: " + origin;
    RawHttp.Response open = wire.get(Wire.SOCKET_IO + "polling", header);
    assertThat(open.status()).isEqualTo(403);
    assertThat(open.body()).isEqualTo(FORBIDDEN);
    assertThat(open.header("access-control-allow-origin")).isEmpty();
    RawHttp.Response upgrade =
        RawWebSocket.refused(wire.port(), Wire.SOCKET_IO + "websocket", header);
    assertThat(upgrade.status()).isEqualTo(403);
    try (RawHttp http = wire.http()) {
      http.head("OPTIONS", Wire.SOCKET_IO + "polling", header);
      assertThat(http.read().status()).isEqualTo(403);
    }
  }

  @Test
  void twoOriginsAreNone() throws IOException {
    assertThat(
            wire.get(
                    Wire.SOCKET_IO + "polling",
                    "Origin: https://play.example.org",
                    "Origin: https://play.example.org")
                .status())
        .isEqualTo(403);
  }

  @Test
  void aPreflightIsAnswered() throws IOException {
    try (RawHttp http = wire.http()) {
      http.head(
          "OPTIONS",
          Wire.SOCKET_IO + "polling",
          "Origin: https://play.example.org",
          "Access-Control-Request-Method: POST",
          "Access-Control-Request-Headers: content-type");
      RawHttp.Response answer = http.read();
      assertThat(answer.status()).isEqualTo(204);
      assertThat(answer.header("access-control-allow-origin"))
          .isEqualTo("https://play.example.org");
      assertThat(answer.header("access-control-allow-methods")).contains("GET").contains("POST");
      assertThat(answer.header("access-control-allow-headers")).isEqualTo("content-type");
    }
  }
}
