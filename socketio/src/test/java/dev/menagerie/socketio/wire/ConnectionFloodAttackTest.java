package dev.menagerie.socketio.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.menagerie.socketio.SocketIoServer;
import dev.menagerie.socketio.http.TrustedProxies;
import dev.menagerie.socketio.limits.ClientBounds;
import dev.menagerie.socketio.netty.NettySettings;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** More connections and sessions than one network, or the server, may have. */
class ConnectionFloodAttackTest {
  private static final int TOTAL = 30;
  private static final int EACH = 10;
  private static final int SESSIONS = 15;

  private final List<RawHttp> open = new ArrayList<>();
  private final SocketIoServer server =
      SocketIoServer.builder()
          .netty(
              NettySettings.on("127.0.0.1", 0)
                  .withProxies(TrustedProxies.of(List.of("127.0.0.9")))
                  .withBounds(
                      ClientBounds.ofThisProcess()
                          .withMaxConnections(TOTAL)
                          .withMaxPerAddress(EACH, SESSIONS)))
          .build();

  @AutoClose private final Wire wire = new Wire(server.start());

  ConnectionFloodAttackTest() throws IOException {}

  @AfterEach
  void close() throws IOException {
    for (RawHttp http : open) {
      http.close();
    }
    await().untilAsserted(() -> assertThat(server.clients().connections()).isZero());
  }

  private RawHttp from(String address) throws IOException {
    var http = new RawHttp(wire.port(), address);
    open.add(http);
    return http;
  }

  private static int status(RawHttp http) throws IOException {
    return http.get(Wire.SOCKET_IO + "polling").status();
  }

  private void isTurnedAway(RawHttp http) throws IOException {
    var answer = http.read();
    assertThat(answer.status()).isEqualTo(503);
    assertThat(answer.header("retry-after")).isEqualTo("5");
    assertThat(http.endsHere()).isTrue();
  }

  @Test
  void oneAddressHasItsShareAndTheOthersHaveTheirs() throws IOException {
    for (int i = 0; i < EACH; i++) {
      assertThat(status(from("127.0.0.2"))).isEqualTo(200);
    }
    isTurnedAway(from("127.0.0.2"));
    assertThat(status(from("127.0.0.3"))).isEqualTo(200);
    open.getFirst().close();
    await().untilAsserted(() -> assertThat(server.clients().connections()).isEqualTo(EACH));
    assertThat(status(from("127.0.0.2"))).isEqualTo(200);
  }

  @Test
  void allTogetherHaveABoundToo() throws IOException {
    for (int i = 0; i < TOTAL; i++) {
      assertThat(status(from("127.0.0." + (20 + i / EACH)))).isEqualTo(200);
    }
    isTurnedAway(from("127.0.0.99"));
  }

  @Test
  void sessionsOfOneAddressAreBoundedOnOneConnectionToo() throws IOException {
    var one = from("127.0.0.4");
    for (int i = 0; i < SESSIONS; i++) {
      assertThat(status(one)).isEqualTo(200);
    }
    var refused = one.get(Wire.SOCKET_IO + "polling");
    assertThat(refused.status()).isEqualTo(503);
    assertThat(refused.header("retry-after")).isEqualTo("1");
    assertThat(
            RawWebSocket.refused(
                    new RawHttp(wire.port(), "127.0.0.4"), Wire.SOCKET_IO + "websocket")
                .status())
        .isEqualTo(503);
    assertThat(status(from("127.0.0.5"))).isEqualTo(200);
  }

  @Test
  void behindATrustedProxyTheForwardedAddressCounts() throws IOException {
    var connections = new ArrayList<RawHttp>();
    for (int i = 0; i < EACH + 5; i++) { // more than one address may have
      connections.add(from("127.0.0.9"));
    }
    String[] player = {"X-Forwarded-For: 192.0.2.1:4711"};
    for (int i = 0; i < SESSIONS; i++) {
      var http = connections.get(i % connections.size());
      assertThat(http.get(Wire.SOCKET_IO + "polling", player).status()).isEqualTo(200);
    }
    var http = connections.getFirst();
    assertThat(http.get(Wire.SOCKET_IO + "polling", player).status()).isEqualTo(503);
    assertThat(http.get(Wire.SOCKET_IO + "polling", "X-Forwarded-For: [2001:db8::1]:4711").status())
        .isEqualTo(200);
  }
}
