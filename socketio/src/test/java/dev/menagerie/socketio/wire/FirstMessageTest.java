package dev.menagerie.socketio.wire;

import static org.assertj.core.api.Assertions.assertThat;

import dev.menagerie.socketio.ServerListener;
import dev.menagerie.socketio.SocketIoServer;
import dev.menagerie.socketio.engineio.EngineSession;
import dev.menagerie.socketio.engineio.EngineSettings;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.RepeatedTest;

/** The limit on the size of messages is raised before the reply to CONNECT is sent, not after. */
class FirstMessageTest {
  private static final int MAX_PAYLOAD = 64 * 1024;

  /** The limit in bytes at each sending of frames: the handshake, then the reply to CONNECT. */
  private final List<Integer> limits = new CopyOnWriteArrayList<>();

  private final SocketIoServer server =
      SocketIoServer.builder()
          .engine(EngineSettings.at("/socket.io/").withMaxPayload(MAX_PAYLOAD))
          .listener(
              new ServerListener() {
                @Override
                public void framesSent(EngineSession session, int frames, long bytes) {
                  limits.add(session.input().messageLimit());
                }
              })
          .build();

  @AutoClose private final Wire wire = new Wire(server.start());

  FirstMessageTest() throws IOException {
    server.main().on("echo", event -> event.ack().send(event.json(0)));
  }

  @RepeatedTest(20)
  void aLargeMessageDirectlyAfterConnectIsAccepted() throws Exception {
    String large = "\"" + "x".repeat(60_000) + "\"";
    try (var socket = RawWebSocket.open(wire.port(), Wire.SOCKET_IO + "websocket")) {
      socket.readText();
      socket.text("40");
      assertThat(socket.readText()).startsWith("40");
      socket.text("421[\"echo\"," + large + "]");
      assertThat(socket.readText()).isEqualTo("431[" + large + "]");
    }
    assertThat(limits.getFirst()).isLessThan(MAX_PAYLOAD);
    assertThat(limits.get(1)).as("limit when the reply to CONNECT was sent").isEqualTo(MAX_PAYLOAD);
  }
}
