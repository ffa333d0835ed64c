package dev.menagerie.socketio.wire;

import static org.assertj.core.api.Assertions.assertThat;

import dev.menagerie.socketio.ProtocolServer;
import dev.menagerie.socketio.engineio.CloseReason;
import dev.menagerie.socketio.engineio.EncodedPacket;
import dev.menagerie.socketio.engineio.EngineSession;
import dev.menagerie.socketio.engineio.EngineSettings;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** Engine.IO v4, "Upgrade": from polling to WebSocket without losing a packet. */
class EngineUpgradeTest {
  private static final String CALM = "/calm/?EIO=4&transport=";

  /** Often enough to meet a move, seldom enough to leave the loops to the others. */
  private static final long BETWEEN_FLUSHES_NANOS = 20_000;

  private final BlockingQueue<EngineSession> opened = new LinkedBlockingQueue<>();

  @AutoClose
  private final Wire wire =
      new Wire(
          ProtocolServer.builder(0)
              .endpoint(
                  EngineSettings.at("/calm/").withUpgradeTimeout(Duration.ofMillis(300)),
                  session -> {
                    opened.add(session);
                    return new ProtocolServer.EngineEcho(session);
                  })
              .build()
              .start());

  EngineUpgradeTest() throws IOException {}

  private RawWebSocket probe(String polling) throws IOException {
    return RawWebSocket.open(wire.port(), polling.replace("polling", "websocket"));
  }

  @Test
  void theWebSocketTakesOver() throws IOException {
    String target = wire.poll(CALM);
    try (RawWebSocket socket = probe(target)) {
      socket.text("2probe");
      assertThat(socket.readText()).isEqualTo("3probe");
      RawHttp.Response poll = wire.get(target);
      assertThat(poll.status()).isEqualTo(200);
      assertThat(poll.body()).isEqualTo("6");
      socket.text("5");
      socket.text("4hello");
      assertThat(socket.readText()).isEqualTo("4hello");
    }
  }

  @Test
  void aWaitingGetIsEndedByTheProbe() throws IOException {
    String target = wire.poll(CALM);
    try (RawHttp waiting = wire.http();
        RawWebSocket socket = probe(target)) {
      waiting.sendGet(target);
      assertThat(waiting.isSilentFor(50)).isTrue();
      socket.text("2probe");
      assertThat(socket.readText()).isEqualTo("3probe");
      assertThat(waiting.read().body()).isEqualTo("6");
      socket.text("5");
      socket.text("4hello");
      assertThat(socket.readText()).isEqualTo("4hello");
    }
  }

  @Test
  void queuedMessagesGoOverTheWebSocket() throws IOException {
    upgradesWithAPacketQueued();
  }

  private void upgradesWithAPacketQueued() throws IOException {
    String target = wire.poll(CALM);
    try (RawWebSocket socket = probe(target)) {
      socket.text("2probe");
      assertThat(socket.readText()).isEqualTo("3probe");
      assertThat(wire.post(target, "4queued").status()).isEqualTo(200);
      socket.text("5");
      assertThat(socket.readText()).isEqualTo("4queued");
    }
  }

  /** A flush for others may come between the move to another loop and the WebSocket's opening. */
  @Test
  void everyConnectionIsFlushedUnderLoad() throws Exception {
    var stopped = new AtomicBoolean();
    try (RawWebSocket first = RawWebSocket.open(wire.port(), CALM + "websocket");
        RawWebSocket second = RawWebSocket.open(wire.port(), CALM + "websocket")) {
      assertThat(first.readText()).startsWith("0");
      assertThat(second.readText()).startsWith("0");
      var others = List.copyOf(opened);
      var flushing =
          Thread.ofPlatform()
              .start(() -> {
                while (!stopped.get()) {
                  others.forEach(other -> other.executor().wake(other));
                  LockSupport.parkNanos(BETWEEN_FLUSHES_NANOS);
                }
              });
      try {
        for (int i = 0; i < 200; i++) upgradesWithAPacketQueued();
      } finally {
        stopped.set(true);
        flushing.join();
      }
    }
  }

  @Test
  void packetsRightBehindTheUpgradeKeepTheirOrder() throws IOException {
    String target = wire.poll(CALM);
    try (RawWebSocket socket = probe(target)) {
      socket.text("2probe");
      socket.text("5");
      for (int i = 0; i < 200; i++) {
        socket.text("4" + i);
      }
      assertThat(socket.readText()).isEqualTo("3probe");
      for (int i = 0; i < 200; i++) {
        assertThat(socket.readText()).isEqualTo("4" + i);
      }
    }
  }

  @Test
  void pollingIsRefusedAfterwards() throws IOException {
    String target = wire.poll(CALM);
    try (RawWebSocket socket = probe(target)) {
      socket.text("2probe");
      assertThat(socket.readText()).isEqualTo("3probe");
      socket.text("5");
      socket.text("4through");
      assertThat(socket.readText()).isEqualTo("4through");
      assertThat(wire.get(target).status()).isEqualTo(400);
      assertThat(wire.post(target, "4late").status()).isEqualTo(400);
      socket.text("4unharmed");
      assertThat(socket.readText()).isEqualTo("4unharmed");
    }
  }

  @Test
  void anotherWebSocketOfTheSameSessionIsClosed() throws IOException {
    String target = wire.poll(CALM);
    try (RawWebSocket socket = probe(target)) {
      socket.text("2probe");
      assertThat(socket.readText()).isEqualTo("3probe");
      try (RawWebSocket rival = probe(target)) {
        assertThat(rival.readClose()).isEqualTo(1000);
      }
      socket.text("5");
      socket.text("4hello");
      assertThat(socket.readText()).isEqualTo("4hello");
      try (RawWebSocket late = probe(target)) {
        assertThat(late.readClose()).isEqualTo(1000);
      }
      socket.text("4still");
      assertThat(socket.readText()).isEqualTo("4still");
    }
  }

  @Test
  void anUpgradeWithoutAProbeIsRefusedAndPollingGoesOn() throws IOException {
    String target = wire.poll(CALM);
    try (RawWebSocket socket = probe(target)) {
      socket.text("5");
      assertThat(socket.readClose()).isEqualTo(1000);
    }
    assertThat(wire.post(target, "4hello").status()).isEqualTo(200);
    assertThat(wire.get(target).body()).isEqualTo("4hello");
  }

  @Test
  void aLostProbeCostsNothing() throws IOException {
    String target = wire.poll(CALM);
    try (RawWebSocket socket = probe(target)) {
      socket.text("2probe");
      assertThat(socket.readText()).isEqualTo("3probe");
    }
    assertThat(wire.post(target, "4hello").status()).isEqualTo(200);
    RawHttp.Response polled = wire.get(target);
    assertThat(polled.body()).isEqualTo("4hello");
  }

  @Test
  void aSessionThatIsClosedDuringTheUpgradeSendsTheRestOverTheWebSocket() throws Exception {
    String target = wire.poll(CALM);
    EngineSession session = opened.take();
    try (RawWebSocket socket = probe(target)) {
      socket.text("2probe");
      assertThat(socket.readText()).isEqualTo("3probe");
      session.send(EncodedPacket.message(new byte[] {'b', 'y', 'e'}));
      session.close(CloseReason.SERVER_CLOSED);
      socket.text("5");
      assertThat(socket.readText()).isEqualTo("4bye");
      assertThat(socket.endsHere()).isTrue();
    }
    assertThat(wire.get(target).status()).isEqualTo(400);
  }

  @Test
  void aProbeThatTakesTooLongIsClosed() throws IOException {
    String target = wire.poll(CALM);
    try (RawWebSocket socket = probe(target)) {
      socket.text("2probe");
      assertThat(socket.readText()).isEqualTo("3probe");
      assertThat(socket.readClose()).isEqualTo(1000);
    }
    assertThat(wire.post(target, "4hello").status()).isEqualTo(200);
    assertThat(wire.get(target).body()).isEqualTo("4hello");
  }
}
