package dev.menagerie.socketio.wire;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.menagerie.socketio.Namespace;
import dev.menagerie.socketio.SocketIoServer;
import dev.menagerie.socketio.SocketIoSettings;
import dev.menagerie.socketio.http.HttpDecision;
import dev.menagerie.socketio.http.HttpHandler;
import dev.menagerie.socketio.http.HttpRequest;
import dev.menagerie.socketio.http.HttpResponse;
import dev.menagerie.socketio.limits.ClientBounds;
import dev.menagerie.socketio.netty.HttpTimeouts;
import dev.menagerie.socketio.netty.NettySettings;
import io.netty.buffer.ByteBufAllocator;
import io.netty.buffer.ByteBufAllocatorMetricProvider;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/**
 * Clients that make the server hold bytes: bodies, heads, fragments, payloads and attachments
 * without end. All of them share one bound; requests beyond it are refused as busy, and other
 * clients are served.
 */
class HeldBytesAttackTest {
  private static final int HELD = 512 * 1024;
  private static final int LONG = 4 << 20;
  private static final Duration MESSAGE_TIME = Duration.ofMillis(700);

  private final List<AutoCloseable> attackers = new ArrayList<>();
  private final CountDownLatch release = new CountDownLatch(1);
  private final SocketIoServer server = server();
  @AutoClose private final Wire wire = new Wire(server.start());

  HeldBytesAttackTest() throws IOException {}

  private SocketIoServer server() {
    var built =
        SocketIoServer.builder()
            .netty(
                NettySettings.on("127.0.0.1", 0)
                    .withBounds(ClientBounds.ofThisProcess().withMaxHeldBytes(HELD, HELD))
                    .withTimeouts(HttpTimeouts.standard().withMessage(MESSAGE_TIME)))
            .settings(SocketIoSettings.standard().withAttachmentBounds(100_000, MESSAGE_TIME))
            .http(HttpHandler.blocking(HeldBytesAttackTest::decide))
            .build();
    Namespace main = built.main();
    main.on("echo", event -> event.ack().send(event.json(0))).on("wait", _ -> release.await());
    return built;
  }

  private static HttpDecision decide(HttpRequest head) {
    return switch (head.path()) {
      case "/takes" ->
          HttpDecision.readThenBlock(
              16 * 1024, request -> HttpResponse.of(200, "text/plain", "" + request.body().length));
      case "/long" -> HttpDecision.respond(HttpResponse.of(200, "text/plain", new byte[LONG]));
      case "/private" -> HttpDecision.respond(HttpResponse.of(401));
      default -> HttpDecision.respond(HttpResponse.of(404));
    };
  }

  @AfterEach
  void end() throws Exception {
    release.countDown();
    for (AutoCloseable attacker : attackers) {
      attacker.close();
    }
    await().untilAsserted(() -> assertThat(server.clients().heldBytes()).isZero());
  }

  private <T extends AutoCloseable> T attacker(T client) {
    attackers.add(client);
    return client;
  }

  private void othersAreServed() throws IOException {
    assertThat(wire.post("/takes", "hello").body()).isEqualTo("5");
    try (var socket = wire.webSocket(Wire.SOCKET_IO)) {
      socket.text("40");
      assertThat(socket.readText()).startsWith("40");
      socket.text("421[\"echo\",7]");
      assertThat(socket.readText()).isEqualTo("431[7]");
    }
  }

  @Test
  void aBodyThatNoRouteWantsIsRefusedByItsHead() throws IOException {
    for (String path : List.of("/nothing", "/private")) {
      for (int i = 0; i < 50; i++) {
        var http = attacker(wire.http());
        http.head("POST", path, "Content-Length: 1048576");
        http.send("x".repeat(4_000));
        assertThat(http.read().status()).isEqualTo(path.equals("/private") ? 401 : 404);
        assertThat(http.endsHere()).isTrue();
      }
    }
    assertThat(server.clients().heldBytes()).isZero();
    othersAreServed();
  }

  @Test
  void aBodyOverTheRoutesLimitIsRefusedByItsLength() throws IOException {
    var http = attacker(wire.http());
    http.head("POST", "/takes", "Content-Length: 16385", "Expect: 100-continue");
    assertThat(http.read().status()).isEqualTo(413);
    var chunked = attacker(wire.http());
    chunked.head("POST", "/takes", "Transfer-Encoding: chunked");
    chunked.send("4001\r\n" + "x".repeat(0x4001) + "\r\n");
    assertThat(chunked.read().status()).isEqualTo(413);
  }

  @Test
  void bodiesBeyondTheBoundAreBusy() throws IOException {
    int busy = 0;
    for (int i = 0; i < 80; i++) {
      var http = attacker(wire.http());
      http.head("POST", "/takes", "Content-Length: 16000");
      http.send("x".repeat(15_999));
      if (!http.isSilentFor(20)) {
        var answer = http.read();
        assertThat(answer.status()).isEqualTo(503);
        assertThat(answer.header("retry-after")).isEqualTo("1");
        busy++;
      }
    }
    assertThat(busy).isGreaterThan(20);
    assertThat(server.clients().heldBytes()).isBetween(HELD / 2L, (long) HELD);
    othersAreServed();
  }

  @Test
  void halfSentHeadsBeyondTheBoundAreBusy() throws IOException {
    int busy = 0;
    for (int i = 0; i < 80; i++) {
      var http = attacker(wire.http());
      http.send("GET /takes HTTP/1.1\r\nHost: x\r\n" + ("a:" + "b".repeat(96) + "\r\n").repeat(70));
      if (!http.isSilentFor(20)) {
        assertThat(http.read().status()).isEqualTo(503);
        busy++;
      }
    }
    assertThat(busy).isGreaterThan(20);
    othersAreServed();
  }

  @Test
  void aHeadOfManyFieldsIsRefusedWhetherItEndsOrNot() throws IOException {
    var half = attacker(wire.http());
    half.send("GET /takes HTTP/1.1\r\nHost: x\r\n" + "a:b\r\n".repeat(150));
    assertThat(half.read().status()).isEqualTo(431);
    var whole = attacker(wire.http());
    whole.send("GET /takes HTTP/1.1\r\nHost: x\r\n" + "a:b\r\n".repeat(150) + "\r\n");
    assertThat(whole.read().status()).isEqualTo(431);
  }

  @Test
  void fragmentsBeyondTheBoundAreTurnedAwayAndNoneLastsLong() throws IOException {
    var sockets = new ArrayList<RawWebSocket>();
    for (int i = 0; i < 60; i++) {
      var socket = attacker(joined());
      socket.frame(RawWebSocket.TEXT, ("4" + "x".repeat(15_000)).getBytes(US_ASCII));
      sockets.add(socket);
    }
    int busy = 0;
    int late = 0;
    for (var socket : sockets) {
      int code = socket.readClose();
      if (code == 1013) {
        busy++;
      } else {
        assertThat(code).isEqualTo(1008);
        late++;
      }
    }
    assertThat(busy).isGreaterThan(10);
    assertThat(late).isGreaterThan(10);
    othersAreServed();
  }

  private RawWebSocket joined() throws IOException {
    var socket = wire.webSocket(Wire.SOCKET_IO);
    socket.text("40");
    assertThat(socket.readText()).startsWith("40");
    return socket;
  }

  @Test
  void aFrameThatDoesNotEndIsTimedOut() throws IOException {
    var socket = attacker(joined());
    socket.raw((byte) 0x81, (byte) 0x85, (byte) 1);
    assertThat(socket.readClose()).isEqualTo(1008);
  }

  @Test
  void aMessageBeforeTheConnectIsShort() throws IOException {
    var socket = attacker(wire.webSocket(Wire.SOCKET_IO));
    socket.text("40{\"token\":\"" + "x".repeat(17_000) + "\"}");
    assertThat(socket.readClose()).isEqualTo(1009);
    var target = wire.poll(Wire.SOCKET_IO);
    assertThat(wire.post(target, "40{\"token\":\"" + "x".repeat(17_000) + "\"}").status())
        .isEqualTo(413);
    try (var joined = joined()) {
      String text = "x".repeat(17_000);
      joined.text("421[\"echo\",\"" + text + "\"]");
      assertThat(joined.readText()).isEqualTo("431[\"" + text + "\"]");
    }
  }

  @Test
  void attachmentsAreBoundedTogetherAndInTime() throws IOException {
    var many = attacker(joined());
    many.text("459-[\"echo\",{\"_placeholder\":true,\"num\":0}]");
    var large = attacker(joined());
    large.text(
        "452-[\"echo\",{\"_placeholder\":true,\"num\":0},{\"_placeholder\":true,\"num\":1}]");
    large.frame(RawWebSocket.FINAL | RawWebSocket.BINARY, new byte[60_000]);
    large.frame(RawWebSocket.FINAL | RawWebSocket.BINARY, new byte[60_000]);
    assertThat(large.readClose()).isEqualTo(1008);
    assertThat(many.readClose()).isEqualTo(1008); // and its attachments never came
  }

  @Test
  void mailboxesBeyondTheBoundAreTurnedAway() throws IOException {
    var sockets = new ArrayList<RawWebSocket>();
    for (int i = 0; i < 20; i++) {
      sockets.add(attacker(joined()));
    }
    sockets.forEach(HeldBytesAttackTest::fillMailbox);
    await().untilAsserted(() -> assertThat(server.clients().heldBytes()).isGreaterThan(HELD / 2));
    await().untilAsserted(() -> assertThat(server.main().sockets()).hasSizeLessThan(20));
    assertThat(server.clients().heldBytes()).isLessThanOrEqualTo(HELD);
  }

  private static void fillMailbox(RawWebSocket socket) {
    try {
      for (int message = 0; message < 4; message++) {
        socket.text("42[\"wait\",\"" + "x".repeat(15_000) + "\"]");
      }
    } catch (IOException turnedAway) {
      assertThat(socket).isNotNull(); // turned away before all of it was sent
    }
  }

  @Test
  void readersThatDoNotReadHoldLittleMemory() throws IOException {
    long before = directBytes();
    for (int i = 0; i < 50; i++) {
      attacker(wire.http()).sendGet("/long"); // 200 MB altogether
    }
    othersAreServed();
    assertThat(directBytes() - before).isLessThan(24L << 20);
    try (var reader = wire.http()) {
      assertThat(reader.get("/long").body()).hasSize(LONG);
      assertThat(reader.post("/takes", "next").body()).isEqualTo("4");
    }
  }

  private static long directBytes() {
    return ((ByteBufAllocatorMetricProvider) ByteBufAllocator.DEFAULT).metric().usedDirectMemory();
  }
}
