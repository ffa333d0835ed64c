package dev.menagerie.socketio.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.menagerie.socketio.ProtocolServer;
import dev.menagerie.socketio.SocketIoServer;
import dev.menagerie.socketio.engineio.CloseReason;
import dev.menagerie.socketio.engineio.EngineSettings;
import dev.menagerie.socketio.netty.NettySettings;
import dev.menagerie.testkit.TestCertificate;
import io.netty.handler.ssl.SslContextBuilder;
import java.io.EOFException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.SocketException;
import java.nio.file.Path;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The same over TLS: both transports, closing, and clients that do not speak it. */
class TlsTest {
  private static final BlockingQueue<Boolean> secure = new LinkedBlockingQueue<>();
  private static final BlockingQueue<CloseReason> closed = new LinkedBlockingQueue<>();
  @TempDir private static Path directory;
  private static SSLContext trusting;
  private static Wire wire;

  @BeforeAll
  static void start() throws Exception {
    var certificate = TestCertificate.create(directory, 1);
    trusting = certificate.trusting();
    SocketIoServer server =
        SocketIoServer.builder()
            .netty(
                NettySettings.on("127.0.0.1", 0)
                    .withTls(SslContextBuilder.forServer(certificate.ofServer()).build()))
            .engine(EngineSettings.at("/socket.io/").withMaxPayload(200_000))
            .build();
    ProtocolServer.echo(server.main());
    server
        .main()
        .onConnect(socket -> secure.add(socket.handshake().secure()))
        .onDisconnect((socket, reason) -> closed.add(reason))
        .on("leave", event -> event.socket().closeTransport());
    wire = new Wire(server.start());
  }

  @AfterAll
  static void stop() {
    wire.close();
  }

  private static RawHttp https() throws IOException {
    return new RawHttp(
        trusting.getSocketFactory().createSocket(InetAddress.getLoopbackAddress(), wire.port()));
  }

  private static RawWebSocket joined() throws IOException {
    RawWebSocket socket = RawWebSocket.open(https(), Wire.SOCKET_IO + "websocket");
    assertThat(socket.readText()).startsWith("0{");
    socket.text("40");
    assertThat(socket.readText()).startsWith("40{");
    assertThat(socket.readText()).contains("auth");
    return socket;
  }

  @Test
  void aWebSocketSpeaksTls() throws Exception {
    try (RawWebSocket socket = joined()) {
      assertThat(secure.poll(5, TimeUnit.SECONDS)).isTrue();
      String big = "x".repeat(100_000);
      socket.text("421[\"message-with-ack\",\"" + big + "\"]");
      assertThat(socket.readText()).isEqualTo("431[\"" + big + "\"]");
      socket.text("451-[\"message\",{\"_placeholder\":true,\"num\":0}]");
      socket.binary(1, 2, 3);
      assertThat(socket.readText()).startsWith("451-[\"message-back\"");
      assertThat(socket.readBinary()).containsExactly(1, 2, 3);
    }
  }

  @Test
  void pollingSpeaksTlsAndUpgrades() throws IOException {
    try (RawHttp http = https()) {
      String target =
          Wire.SOCKET_IO + "polling&sid=" + Wire.sid(http.get(Wire.SOCKET_IO + "polling").body());
      assertThat(http.post(target, "40").body()).isEqualTo("ok");
      assertThat(Wire.greeting(() -> http.get(target))).startsWith("40{").contains("auth");
      try (RawWebSocket socket =
          RawWebSocket.open(https(), target.replace("polling", "websocket"))) {
        socket.text("2probe");
        assertThat(socket.readText()).isEqualTo("3probe");
        socket.text("5");
        socket.text("421[\"message-with-ack\",1]");
        assertThat(socket.readText()).isEqualTo("431[1]");
      }
    }
  }

  @Test
  void whatWasSentComesThroughBeforeTheEnd() throws Exception {
    try (RawWebSocket socket = joined()) {
      socket.text("42[\"leave\"]");
      assertThat(socket.endsHere()).isTrue();
    }
    await().untilAsserted(() -> assertThat(closed).contains(CloseReason.SERVER_CLOSED));
    try (RawWebSocket socket = joined()) {
      socket.frame(RawWebSocket.TEXT | 0x40 | RawWebSocket.FINAL, new byte[0]);
      assertThat(socket.readClose()).isEqualTo(1002);
    }
  }

  @Test
  void aPlainConnectionToTheTlsPortIsClosedAlone() throws IOException {
    try (RawWebSocket socket = joined()) {
      try (RawHttp plain = wire.http()) {
        plain.sendGet(Wire.SOCKET_IO + "polling");
        byte[] alert = plain.readBytes(1);
        assertThat(alert[0]).isEqualTo((byte) 21); // the alert of a server that expects TLS
      } catch (EOFException | SocketException cut) {
        // an end without a word will do
      }
      socket.text("421[\"message-with-ack\",1]");
      assertThat(socket.readText()).isEqualTo("431[1]");
    }
  }
}
