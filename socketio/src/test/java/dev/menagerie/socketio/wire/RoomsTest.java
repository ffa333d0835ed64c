package dev.menagerie.socketio.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.menagerie.socketio.Admission;
import dev.menagerie.socketio.Namespace;
import dev.menagerie.socketio.Socket;
import dev.menagerie.socketio.SocketIoServer;
import dev.menagerie.socketio.packet.EncodedJson;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** Rooms and the receivers of broadcasts. */
class RoomsTest {
  private final BlockingQueue<Socket> sockets = new LinkedBlockingQueue<>();
  private final SocketIoServer server = SocketIoServer.builder().build();
  private final Namespace main =
      server
          .main()
          .use(request -> request.auth().has("bad") ? Admission.refuse("no") : Admission.admit())
          .onConnect(sockets::add);

  @AutoClose private final Wire wire = new Wire(server.start());

  RoomsTest() throws IOException {}

  /** A client and the server's side of it. */
  private record Member(RawWebSocket client, Socket socket) implements AutoCloseable {
    void hears(String event) throws IOException {
      assertThat(client.readText()).isEqualTo("42[\"" + event + "\"]");
    }

    @Override
    public void close() throws IOException {
      client.close();
    }
  }

  private Member member(String... rooms) throws Exception {
    RawWebSocket client = wire.webSocket(Wire.SOCKET_IO);
    client.text("40");
    assertThat(client.readText()).startsWith("40{");
    Socket socket = sockets.take();
    List.of(rooms).forEach(socket::join);
    return new Member(client, socket);
  }

  @Test
  void onlyTheAddresseesAreSentIt() throws Exception {
    try (Member a = member("red");
        Member b = member("red", "blue");
        Member c = member("blue")) {
      main.to("red").emit("to red");
      main.to("red", "blue").emit("to both, once");
      main.to("blue").except("red").emit("to blue but not red");
      main.to(c.socket().id()).emit("to c");
      b.socket().to("red").emit("from b");
      b.socket().broadcast().emit("from b to all others");
      main.emit("end");
      a.hears("to red");
      a.hears("to both, once");
      a.hears("from b");
      a.hears("from b to all others");
      a.hears("end");
      b.hears("to red");
      b.hears("to both, once");
      b.hears("end");
      c.hears("to both, once");
      c.hears("to blue but not red");
      c.hears("to c");
      c.hears("from b to all others");
      c.hears("end");
    }
  }

  @Test
  void aRefusedClientHearsNothing() throws Exception {
    try (RawWebSocket refused = wire.webSocket(Wire.SOCKET_IO);
        Member member = member()) {
      refused.text("40{\"bad\":true}");
      assertThat(refused.readText()).isEqualTo("44{\"message\":\"no\"}");
      main.emit("secret");
      member.hears("secret");
      assertThat(refused.isSilentFor(50)).isTrue();
      assertThat(main.sockets()).containsExactly(member.socket());
    }
  }

  @Test
  void aLeavingSessionGetsNoMoreMessages() throws Exception {
    try (Member a = member("red");
        Member b = member("red")) {
      a.socket().leave("red");
      main.to("red").emit("to red");
      main.emit("end");
      a.hears("end");
      b.hears("to red");
      assertThat(a.socket().rooms()).isEmpty();
      assertThat(main.countIn("red")).isEqualTo(1);
    }
  }

  @Test
  void anEmptyRoomIsForgotten() throws Exception {
    try (Member a = member("red", "blue")) {
      assertThat(main.roomNames()).containsExactlyInAnyOrder("red", "blue");
      a.client().close();
      await().until(() -> main.roomNames().isEmpty());
      a.socket().join("red");
      assertThat(main.roomNames()).isEmpty();
    }
  }

  @Test
  void aBroadcastKeepsItsPlaceAmongWhatIsSentBeforeAndAfter() throws Exception {
    try (Member a = member("red")) {
      for (int i = 0; i < 100; i++) {
        a.socket().emit("before");
        main.to("red").emit("broadcast", EncodedJson.of("{\"n\":" + i + "}"));
        a.socket().emit("after");
      }
      for (int i = 0; i < 100; i++) {
        a.hears("before");
        assertThat(a.client().readText()).isEqualTo("42[\"broadcast\",{\"n\":" + i + "}]");
        a.hears("after");
      }
    }
  }

  @Test
  void allInARoomCanBePutOut() throws Exception {
    try (Member a = member("red");
        Member b = member()) {
      main.to("red").disconnect();
      assertThat(a.client().readText()).isEqualTo("41");
      main.emit("end");
      b.hears("end");
      assertThat(main.local().sockets()).containsExactly(b.socket());
    }
  }
}
