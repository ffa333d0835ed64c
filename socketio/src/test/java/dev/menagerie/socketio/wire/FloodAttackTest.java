package dev.menagerie.socketio.wire;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.menagerie.socketio.SocketIoServer;
import dev.menagerie.socketio.engineio.CloseReason;
import dev.menagerie.socketio.engineio.EngineSettings;
import dev.menagerie.socketio.engineio.SessionLimits;
import dev.menagerie.socketio.netty.Compression;
import dev.menagerie.socketio.netty.NettySettings;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Random;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.zip.Deflater;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever costs something counts towards a client's rate, wanted or not. */
class FloodAttackTest {
  private static final int RSV1 = 0x40;
  private static final int BURST = 500;
  private static final int BYTE_BURST = 1 << 20;
  private static final int RATIO = 50;

  private final BlockingQueue<CloseReason> closed = new LinkedBlockingQueue<>();

  private final SocketIoServer server =
      SocketIoServer.builder()
          .netty(
              NettySettings.on("127.0.0.1", 0).withCompression(new Compression(6, 8 * 1024, RATIO)))
          .engine(
              EngineSettings.at("/socket.io/")
                  .withMaxPayload(64 * 1024)
                  .withLimits(
                      SessionLimits.generous()
                          .withRate(100, BURST)
                          .withByteRate(100_000, BYTE_BURST)))
          .build();

  @AutoClose private final Wire wire = new Wire(server.start());

  FloodAttackTest() throws IOException {
    server
        .main()
        .onDisconnect((_, reason) -> closed.add(reason))
        .on("echo", event -> event.ack().send(event.json(0)));
  }

  private RawWebSocket joined(String... headers) throws IOException {
    var socket = RawWebSocket.open(wire.port(), Wire.SOCKET_IO + "websocket", headers);
    assertThat(socket.read().opcode()).isEqualTo(RawWebSocket.TEXT); // optionally compressed
    socket.text("40");
    assertThat(socket.read().opcode()).isEqualTo(RawWebSocket.TEXT);
    return socket;
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "42[\"unknown\",1]",
        "421[\"unknown\",1]",
        "431[1]",
        "40/nowhere",
        "42[\"echo\",1]",
        "3",
        "6"
      })
  void everyPacketCounts(String packet) throws Exception {
    try (var socket = joined()) {
      send(socket, () -> socket.text(packet), 4 * BURST);
      assertThat(closed.poll(10, TimeUnit.SECONDS)).isEqualTo(CloseReason.RATE_LIMITED);
    }
  }

  @Test
  void everyFragmentCounts() throws Exception {
    try (var socket = joined()) {
      send(
          socket,
          () -> {
            socket.frame(RawWebSocket.TEXT, "4".getBytes(UTF_8));
            for (int i = 0; i < 100; i++) {
              socket.frame(0, new byte[0]);
            }
            socket.frame(RawWebSocket.FINAL, "2[\"unknown\"]".getBytes(UTF_8));
          },
          BURST);
      assertThat(closed.poll(10, TimeUnit.SECONDS)).isEqualTo(CloseReason.RATE_LIMITED);
    }
  }

  @Test
  void bytesCount() throws Exception {
    try (var socket = joined()) {
      String large = "42[\"unknown\",\"" + "x".repeat(60_000) + "\"]";
      send(socket, () -> socket.text(large), 3 * BYTE_BURST / large.length());
      assertThat(closed.poll(10, TimeUnit.SECONDS)).isEqualTo(CloseReason.RATE_LIMITED);
    }
  }

  @Test
  void compressedBytesCountInflated() throws Exception {
    try (var socket = joined("Sec-WebSocket-Extensions: permessage-deflate")) {
      byte[] packed = deflated(mixed(60_000));
      assertThat(packed.length).isBetween(60_000 / RATIO + 1, 8_000);
      send(
          socket,
          () -> socket.frame(RawWebSocket.FINAL | RSV1 | RawWebSocket.TEXT, packed),
          3 * BYTE_BURST / 60_000);
      assertThat(closed.poll(10, TimeUnit.SECONDS)).isEqualTo(CloseReason.RATE_LIMITED);
    }
  }

  @Test
  void aMessageThatInflatesTooFarIsRefused() throws Exception {
    try (var socket = joined("Sec-WebSocket-Extensions: permessage-deflate")) {
      byte[] bomb = deflated("42[\"echo\",\"" + "x".repeat(60_000) + "\"]");
      socket.frame(RawWebSocket.FINAL | RSV1 | RawWebSocket.TEXT, bomb);
      assertThat(socket.readClose()).isEqualTo(1009);
    }
  }

  /** JSON that packs some twenty times, as honest messages do at most. */
  private static String mixed(int length) {
    var random = new Random(7);
    var text = new StringBuilder("42[\"unknown\",\"");
    while (text.length() < length - 2) {
      text.append("card ").append(random.nextInt(10_000)).append(" is played;".repeat(10));
    }
    return text.substring(0, length - 2) + "\"]";
  }

  private static byte[] deflated(String text) {
    var deflater = new Deflater(9, true);
    try {
      deflater.setInput(text.getBytes(UTF_8));
      byte[] out = new byte[text.length()];
      int size = deflater.deflate(out, 0, out.length, Deflater.SYNC_FLUSH);
      var packed = new ByteArrayOutputStream();
      packed.write(out, 0, size - 4);
      return packed.toByteArray();
    } finally {
      deflater.end();
    }
  }

  private interface Sending {
    void once() throws IOException;
  }

  private static void send(RawWebSocket socket, Sending sending, int times) {
    try {
      for (int i = 0; i < times; i++) {
        sending.once();
      }
    } catch (IOException closed) {
      assertThat(socket).isNotNull(); // closed before all was sent, as it should be
    }
  }
}
