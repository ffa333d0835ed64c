package dev.menagerie.socketio.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.menagerie.socketio.ProtocolServer;
import dev.menagerie.socketio.ServerListener;
import dev.menagerie.socketio.SocketIoServer;
import dev.menagerie.socketio.engineio.CloseReason;
import dev.menagerie.socketio.engineio.EngineSession;
import dev.menagerie.socketio.engineio.EngineSettings;
import dev.menagerie.socketio.engineio.SessionLimits;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Clients that mean harm, on the wire: the server survives them, keeps nothing of them, and serves
 * the others.
 */
class HostileTest {
  private static final String[] PACKETS = {
    "40",
    "40{\"a\":1}",
    "40/custom",
    "41",
    "42[\"message\",1]",
    "421[\"message-with-ack\",{\"x\":[1,2]}]",
    "451-[\"message\",{\"_placeholder\":true,\"num\":0}]",
    "430[1]",
    "43999999[1]",
    "3",
    "6",
    "1",
    "2",
    "5",
    "44",
    "4",
    "",
    "b",
    "42[\"disconnect\"]",
    "40/" + "n".repeat(300),
    "42[\"message\"," + "[".repeat(500),
    "459-[]"
  };

  /** Clients after which everything is loaded that will be. */
  private static final int WARM_UP = 2_000;

  /** Less than a KB for each of the many clients that follow. */
  private static final long HEAP_NOISE = 8 << 20;

  private final Queue<Throwable> failures = new ConcurrentLinkedQueue<>();
  private final AtomicInteger sessions = new AtomicInteger();

  @AutoClose private final Wire wire = new Wire(server());

  HostileTest() throws IOException {}

  private SocketIoServer server() throws IOException {
    SocketIoServer server =
        SocketIoServer.builder()
            .engine(
                EngineSettings.at("/socket.io/")
                    .withMaxPayload(10_000)
                    .withLimits(SessionLimits.generous().withRate(2000, 4000)))
            .listener(
                new ServerListener() {
                  @Override
                  public void failed(String where, Throwable failure) {
                    failures.add(failure);
                  }

                  @Override
                  public void sessionOpened(EngineSession session) {
                    sessions.incrementAndGet();
                  }

                  @Override
                  public void sessionClosed(EngineSession session, CloseReason reason) {
                    sessions.decrementAndGet();
                  }
                })
            .build();
    ProtocolServer.echo(server.main());
    ProtocolServer.echo(server.namespace("/custom"));
    return server.start();
  }

  @Test
  void aSliceOfHostileClients() throws IOException {
    attack(Long.getLong("seed", new Random().nextLong()), 100);
  }

  @Test
  @Tag("long")
  @Timeout(value = 30, unit = TimeUnit.MINUTES)
  void manyHostileClients() throws IOException {
    attack(
        Long.getLong("seed", new Random().nextLong()),
        Integer.getInteger("hostile.clients", 20_000));
  }

  private void attack(long seed, int clients) throws IOException {
    var random = new Random(seed);
    long heapBefore = Long.MAX_VALUE;
    try (RawWebSocket honest = wire.joined("40")) {
      for (int i = 0; i < clients; i++) {
        if (random.nextInt(4) == 0) {
          pollingAttack(random);
        } else {
          webSocketAttack(random);
        }
        if (i % 20 == 0) {
          honest.text("42" + i + "[\"message-with-ack\"," + i + "]");
          assertThat(heard(honest)).as("seed %d", seed).isEqualTo("43" + i + "[" + i + "]");
        }
        if (i == WARM_UP) {
          heapBefore = liveHeap();
        }
      }
      await().untilAsserted(() -> assertThat(sessions).as("seed %d", seed).hasValue(1));
      assertThat(failures).as("seed %d", seed).isEmpty();
      if (clients > WARM_UP) {
        assertThat(liveHeap()).as("seed %d", seed).isLessThan(heapBefore + HEAP_NOISE);
      }
    }
  }

  /** The next message, once the pings before it are answered. */
  private static String heard(RawWebSocket socket) throws IOException {
    String message = socket.readText();
    while (message.equals("2")) {
      socket.text("3");
      message = socket.readText();
    }
    return message;
  }

  private static long liveHeap() {
    System.gc();
    Runtime runtime = Runtime.getRuntime();
    return runtime.totalMemory() - runtime.freeMemory();
  }

  private void webSocketAttack(Random random) {
    try (RawWebSocket socket = wire.webSocket(Wire.SOCKET_IO)) {
      for (int i = random.nextInt(20); i >= 0; i--) {
        byte[] packet = PACKETS[random.nextInt(PACKETS.length)].getBytes(StandardCharsets.UTF_8);
        if (packet.length > 0 && random.nextInt(4) == 0) {
          packet[random.nextInt(packet.length)] = (byte) random.nextInt(256);
        }
        switch (random.nextInt(8)) {
          case 0 -> socket.binary(random.nextInt(256));
          case 1 -> socket.frame(random.nextInt(256), packet);
          case 2 -> socket.raw(packet);
          default -> socket.frame(RawWebSocket.FINAL | RawWebSocket.TEXT, packet);
        }
      }
    } catch (IOException closed) {
      // the server had enough of it
    }
  }

  private void pollingAttack(Random random) throws IOException {
    String target = wire.poll(Wire.SOCKET_IO);
    var payload = new StringBuilder();
    for (int i = random.nextInt(6); i >= 0; i--) {
      payload
          .append(PACKETS[random.nextInt(PACKETS.length)])
          .append(random.nextInt(3) == 0 ? "" : "\u001e");
    }
    assertThat(wire.post(target, payload.toString()).status()).isIn(200, 400);
    try (RawHttp abandoned = wire.http()) {
      abandoned.sendGet(target); // and gone: cancels the poll, or finds the session closed
      assertThat(abandoned.read().status()).isIn(200, 400);
      abandoned.sendPost(target, "1");
      assertThat(abandoned.read().status()).isIn(200, 400);
    } catch (IOException gone) {
      // a poll that had nothing to wait for
    }
  }

  @Test
  void aFloodOfConnectsIsBounded() throws IOException {
    try (RawWebSocket flooding = wire.webSocket(Wire.SOCKET_IO)) {
      for (int i = 0; i < 10_000; i++) {
        flooding.text("40/nowhere-" + i);
      }
    } catch (IOException closed) {
      // as it should be
    }
    await().untilAsserted(() -> assertThat(sessions).hasValue(0));
    assertThat(failures).isEmpty();
  }
}
