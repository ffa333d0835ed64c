package dev.menagerie.socketio.wire;

import static org.assertj.core.api.Assertions.assertThat;

import dev.menagerie.socketio.Admission;
import dev.menagerie.socketio.FailureLimit;
import dev.menagerie.socketio.ProtocolServer;
import dev.menagerie.socketio.SocketIoServer;
import dev.menagerie.socketio.SocketIoSettings;
import dev.menagerie.socketio.engineio.EngineSettings;
import dev.menagerie.socketio.packet.EncodedJson;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Socket.IO v5, "Connection to a namespace". */
class SocketIoConnectTest {
  private final AtomicInteger handled = new AtomicInteger();
  private final FailureLimit failed = new FailureLimit(3, Duration.ofHours(1));
  private final CountDownLatch release = new CountDownLatch(1);

  @AutoClose private final Wire wire = new Wire(server());

  SocketIoConnectTest() throws IOException {}

  private SocketIoServer server() throws IOException {
    SocketIoServer server =
        SocketIoServer.builder()
            .engine(EngineSettings.at("/socket.io/"))
            .settings(
                SocketIoSettings.standard()
                    .withConnectTimeout(Duration.ofMillis(500))
                    .withMaxNamespaces(4))
            .build();
    ProtocolServer.echo(server.main());
    ProtocolServer.echo(server.namespace("/custom"));
    server
        .namespace("/closed")
        .use(request ->
            Admission.refuse("no \"entry\"", EncodedJson.of("{\"code\":\"unauthenticated\"}")))
        .onConnect(socket -> handled.incrementAndGet())
        .otherwise(event -> handled.incrementAndGet());
    server
        .namespace("/limited")
        .use(request ->
            failed.recordFailure(request.handshake().remoteAddress())
                ? Admission.turnAway("enough", EncodedJson.of("{\"code\":\"rate_limited\"}"))
                : Admission.refuse("no"));
    server
        .namespace("/broken")
        .use(request -> {
          throw new IllegalStateException("the user store is away");
        });
    server
        .namespace("/slow")
        .use(request -> {
          release.await();
          return Admission.admit();
        });
    server.namespaces(name -> name.startsWith("/dynamic-"), ProtocolServer::echo);
    return server.start();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "40|40|42[\"auth\",{}]",
        "40{\"token\":\"123\"}|40|42[\"auth\",{\"token\":\"123\"}]",
        "40/,|40|42[\"auth\",{}]",
        "40/custom|40/custom,|42/custom,[\"auth\",{}]",
        "40/custom,|40/custom,|42/custom,[\"auth\",{}]",
        "40/custom,{\"token\":\"abc\"}|40/custom,|42/custom,[\"auth\",{\"token\":\"abc\"}]",
        "40/dynamic-1,|40/dynamic-1,|42/dynamic-1,[\"auth\",{}]"
      })
  void aKnownNamespaceIsJoined(String connect, String reply, String greeting) throws IOException {
    try (RawWebSocket socket = wire.webSocket(Wire.SOCKET_IO)) {
      socket.text(connect);
      String connected = socket.readText();
      assertThat(connected).startsWith(reply);
      assertThat(connected.substring(reply.length())).matches("\\{\"sid\":\"[A-Za-z0-9_-]{20}\"}");
      assertThat(socket.readText()).isEqualTo(greeting);
    }
  }

  @Test
  void thePublicIdIsNotTheSecretOne() throws IOException {
    try (RawWebSocket socket = RawWebSocket.open(wire.port(), Wire.SOCKET_IO + "websocket")) {
      String secret = Wire.sid(socket.readText());
      socket.text("40");
      assertThat(Wire.sid(socket.readText())).isNotEqualTo(secret);
    }
  }

  @Test
  void anUnknownNamespaceIsRefusedAndTheConnectionGoesOn() throws IOException {
    try (RawWebSocket socket = wire.webSocket(Wire.SOCKET_IO)) {
      socket.text("40/random");
      assertThat(socket.readText()).isEqualTo("44/random,{\"message\":\"Invalid namespace\"}");
      socket.text("40");
      assertThat(socket.readText()).startsWith("40{");
    }
  }

  @Test
  void aRefusalSaysWhyAndNoHandlerRuns() throws IOException {
    try (RawWebSocket socket = wire.webSocket(Wire.SOCKET_IO)) {
      socket.text("40/closed,{\"token\":\"wrong\"}");
      assertThat(socket.readText())
          .isEqualTo(
              "44/closed,{\"message\":\"no \\\"entry\\\"\",\"data\":{\"code\":\"unauthenticated\"}}");
      socket.text("42/closed,[\"message\",1]");
      assertThat(socket.readClose()).isEqualTo(1008);
      assertThat(handled).hasValue(0);
    }
  }

  @Test
  void refusedTokensAreCountedAndGoodOnesOfTheAddressAreAdmitted() throws IOException {
    try (RawWebSocket socket = wire.webSocket(Wire.SOCKET_IO)) {
      for (int i = 0; i < 3; i++) {
        socket.text("40/limited");
        assertThat(socket.readText()).isEqualTo("44/limited,{\"message\":\"no\"}");
      }
      socket.text("40/limited");
      assertThat(socket.readText())
          .isEqualTo("44/limited,{\"message\":\"enough\",\"data\":{\"code\":\"rate_limited\"}}");
      assertThat(socket.readClose()).isEqualTo(1008);
    }
    wire.joined("40").close();
  }

  @Test
  void aMiddlewareThatThrowsKeepsTheClientOutAndTellsNothing() throws IOException {
    try (RawWebSocket socket = wire.webSocket(Wire.SOCKET_IO)) {
      socket.text("40/broken");
      assertThat(socket.readText()).isEqualTo("44/broken,{\"message\":\"Internal error\"}");
    }
  }

  @Test
  void aMiddlewareThatBlocksHoldsUpItsOwnClientOnly() throws IOException {
    try (RawWebSocket slow = wire.webSocket(Wire.SOCKET_IO);
        RawWebSocket quick = wire.webSocket(Wire.SOCKET_IO)) {
      slow.text("40/slow");
      quick.text("40");
      assertThat(quick.readText()).startsWith("40{");
      release.countDown();
      assertThat(slow.readText()).startsWith("40/slow,{");
    }
  }

  @Test
  void eventsRightBehindTheConnectAreHandledInOrder() throws IOException {
    try (RawWebSocket socket = wire.webSocket(Wire.SOCKET_IO)) {
      socket.text("40");
      socket.text("42[\"message\",1]");
      socket.text("42[\"message\",2]");
      assertThat(socket.readText()).startsWith("40{");
      assertThat(socket.readText()).isEqualTo("42[\"auth\",{}]");
      assertThat(socket.readText()).isEqualTo("42[\"message-back\",1]");
      assertThat(socket.readText()).isEqualTo("42[\"message-back\",2]");
    }
  }

  @Test
  void aConnectionWithoutANamespaceIsClosed() throws IOException {
    try (RawWebSocket socket = wire.webSocket(Wire.SOCKET_IO)) {
      assertThat(socket.readClose()).isEqualTo(1008);
    }
  }

  @Test
  void leavingTheLastNamespaceClosesTheConnection() throws IOException {
    try (RawWebSocket socket = wire.joined("40")) {
      socket.text("41");
      assertThat(socket.readClose()).isEqualTo(1008);
    }
  }

  @Test
  void noMoreNamespacesThanTheLimitAreJoined() throws IOException {
    try (RawWebSocket socket = wire.webSocket(Wire.SOCKET_IO)) {
      for (int i = 0; i < 4; i++) {
        socket.text("40/dynamic-" + i);
        assertThat(socket.readText()).startsWith("40/dynamic-" + i);
        assertThat(socket.readText()).contains("auth");
      }
      socket.text("40/dynamic-4");
      assertThat(socket.readText()).isEqualTo("44/dynamic-4,{\"message\":\"Invalid namespace\"}");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "40[]",
        "40\"abc\"",
        "40null",
        "401",
        "40{",
        "40{}x",
        "40{\"a\":1,\"a\":2}",
        "4abc",
        "4",
        "47",
        "44",
        "44{\"message\":\"x\"}",
        "42[\"message\"]",
        "43[]",
        "41"
      })
  void aPacketBeforeConnectClosesTheConnection(String packet) throws IOException {
    try (RawWebSocket socket = wire.webSocket(Wire.SOCKET_IO)) {
      socket.text(packet);
      assertThat(socket.readClose()).isEqualTo(1008);
    }
  }

  @Test
  void aSecondConnectToTheSameNamespaceClosesTheConnection() throws IOException {
    try (RawWebSocket socket = wire.joined("40")) {
      socket.text("40");
      assertThat(socket.readClose()).isEqualTo(1008);
    }
  }
}
