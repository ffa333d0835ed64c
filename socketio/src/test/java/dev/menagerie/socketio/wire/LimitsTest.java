package dev.menagerie.socketio.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.menagerie.socketio.Namespace;
import dev.menagerie.socketio.Socket;
import dev.menagerie.socketio.SocketIoServer;
import dev.menagerie.socketio.SocketIoSettings;
import dev.menagerie.socketio.engineio.CloseReason;
import dev.menagerie.socketio.engineio.EngineSettings;
import dev.menagerie.socketio.engineio.SessionLimits;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.hamcrest.Matchers;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** What one client may cost, and that the others do not notice. */
class LimitsTest {
  private static final int MAILBOX = 8;
  private static final long MAX_PENDING = 1 << 20;

  private final BlockingQueue<Socket> sockets = new LinkedBlockingQueue<>();
  private final BlockingQueue<CloseReason> gone = new LinkedBlockingQueue<>();
  private final CountDownLatch release = new CountDownLatch(1);
  private final AtomicInteger handled = new AtomicInteger();

  private final SocketIoServer server = server();
  @AutoClose private final Wire wire = new Wire(server.start());

  LimitsTest() throws IOException {}

  private SocketIoServer server() {
    SocketIoServer built =
        SocketIoServer.builder()
            .engine(
                EngineSettings.at("/socket.io/")
                    .withLimits(
                        SessionLimits.generous()
                            .withRate(1000, 5000)
                            .withMaxPendingBytes(MAX_PENDING)))
            .settings(SocketIoSettings.standard().withMailbox(MAILBOX, 1 << 20))
            .build();
    Namespace main = built.main();
    main.onConnect(sockets::add)
        .onDisconnect((socket, reason) -> gone.add(reason))
        .on("echo", event -> event.ack().send(event.json(0)))
        .on(
            "wait",
            event -> {
              release.await();
              handled.incrementAndGet();
            });
    return built;
  }

  private RawWebSocket client() throws IOException {
    RawWebSocket socket = wire.webSocket(Wire.SOCKET_IO);
    socket.text("40");
    assertThat(socket.readText()).startsWith("40{");
    return socket;
  }

  private void answersStill(RawWebSocket socket) throws IOException {
    socket.text("421[\"echo\",7]");
    assertThat(socket.readText()).isEqualTo("431[7]");
  }

  @Test
  void aClientThatDoesNotReadIsClosedAtItsBound() throws Exception {
    try (RawWebSocket slow = client()) {
      Socket peer = sockets.take();
      byte[] much = new byte[64 * 1024];
      long most = 0;
      while (peer.isConnected()) {
        peer.emit("much", much);
        most = Math.max(most, peer.pendingBytes());
      }
      assertThat(gone.poll(5, TimeUnit.SECONDS)).isEqualTo(CloseReason.SLOW_CONSUMER);
      assertThat(most).isBetween(MAX_PENDING / 2, MAX_PENDING + 4L * much.length);
      try (RawWebSocket other = client()) {
        answersStill(other);
      }
      assertThat(slow).isNotNull();
    }
  }

  @Test
  void aPollingClientThatDoesNotPollIsClosedAtItsBound() throws Exception {
    String target = wire.poll(Wire.SOCKET_IO);
    assertThat(wire.post(target, "40").status()).isEqualTo(200);
    Socket peer = sockets.take();
    byte[] much = new byte[64 * 1024];
    while (peer.isConnected()) {
      peer.emit("much", much);
    }
    assertThat(gone.poll(5, TimeUnit.SECONDS)).isEqualTo(CloseReason.SLOW_CONSUMER);
    assertThat(wire.get(target).status()).isEqualTo(400);
  }

  @Test
  void aFloodIsClosed() throws Exception {
    try (RawWebSocket flooding = client();
        RawWebSocket other = client()) {
      try {
        for (int i = 0; i < 20_000; i++) {
          flooding.text("3");
        }
      } catch (IOException closed) {
        // as it should be
      }
      assertThat(gone.poll(5, TimeUnit.SECONDS)).isEqualTo(CloseReason.RATE_LIMITED);
      answersStill(other);
    }
  }

  @Test
  void aFloodOfWebSocketPingsIsClosed() throws Exception {
    try (RawWebSocket flooding = client()) {
      try {
        for (int i = 0; i < 20_000; i++) {
          flooding.frame(RawWebSocket.FINAL | RawWebSocket.PING, new byte[0]);
        }
      } catch (IOException closed) {
        // as it should be
      }
      assertThat(gone.poll(5, TimeUnit.SECONDS)).isEqualTo(CloseReason.RATE_LIMITED);
    }
  }

  @Test
  void limitsCanBeTightenedForOneClient() throws Exception {
    try (RawWebSocket tight = client()) {
      Socket peer = sockets.take(); // before the next client: newcomers are greeted side by side
      try (RawWebSocket other = client()) {
        tight.text("421[\"echo\",\"" + "x".repeat(200) + "\"]");
        assertThat(tight.readText()).startsWith("431");
        peer.limits(peer.limits().withMaxMessageBytes(100));
        tight.text("421[\"echo\",\"" + "x".repeat(200) + "\"]");
        assertThat(tight.readClose()).isEqualTo(1009);
        answersStill(other);
      }
    }
  }

  @Test
  void aFullMailboxStopsTheReadingAndLosesNothing() throws Exception {
    try (RawWebSocket busy = client();
        RawWebSocket other = client()) {
      Thread sender =
          Thread.ofVirtual()
              .start(() -> {
                for (int i = 0; i < 4000; i++) {
                  send(busy, "42[\"wait\"]");
                }
              });
      answersStill(other);
      assertThat(handled).hasValue(0);
      release.countDown();
      await().atMost(Duration.ofSeconds(20)).untilAtomic(handled, Matchers.is(4000));
      sender.join();
      answersStill(busy);
    }
  }

  private static void send(RawWebSocket socket, String text) {
    try {
      socket.text(text);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  @Test
  void aFullMailboxHoldsUpThePostAndLosesNothing() throws Exception {
    String target = wire.poll(Wire.SOCKET_IO);
    assertThat(wire.post(target, "40").status()).isEqualTo(200);
    String payload = "42[\"wait\"]" + "\u001e42[\"wait\"]".repeat(999);
    try (RawHttp post = wire.http()) {
      post.sendPost(target, payload);
      assertThat(post.isSilentFor(100)).isTrue();
      release.countDown();
      assertThat(post.read().body()).isEqualTo("ok");
      await().untilAtomic(handled, Matchers.is(1000));
    }
  }

  @Test
  void anySignOfLifeCountsAsActivity() throws Exception {
    try (RawWebSocket socket = client()) {
      var signs = new CountDownLatch(2);
      Socket peer = sockets.take();
      peer.onActivity(signs::countDown);
      long before = peer.lastActivityNanos();
      socket.text("3");
      socket.frame(RawWebSocket.FINAL | RawWebSocket.PONG, new byte[0]);
      assertThat(signs.await(5, TimeUnit.SECONDS)).isTrue();
      assertThat(peer.lastActivityNanos()).isGreaterThan(before);
      assertThat(peer.idleTime()).isLessThan(Duration.ofSeconds(5));
    }
  }

  @Test
  void drainingTellsEveryoneAndStops() throws Exception {
    String polling = wire.poll(Wire.SOCKET_IO);
    try (RawWebSocket socket = client();
        RawHttp waiting = wire.http()) {
      waiting.sendGet(polling);
      assertThat(waiting.isSilentFor(50)).isTrue();
      sockets.take().emit("goodbye");
      Thread drain = Thread.ofVirtual().start(() -> server.drain(Duration.ofSeconds(5)));
      assertThat(socket.readText()).isEqualTo("42[\"goodbye\"]");
      assertThat(socket.endsHere()).isTrue();
      assertThat(waiting.read().body()).isEqualTo("1");
      assertThat(gone.poll(5, TimeUnit.SECONDS)).isEqualTo(CloseReason.SERVER_SHUTDOWN);
      assertThat(drain.join(Duration.ofSeconds(10))).isTrue();
    }
  }
}
