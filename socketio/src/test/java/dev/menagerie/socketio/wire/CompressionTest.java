package dev.menagerie.socketio.wire;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.menagerie.socketio.ProtocolServer;
import dev.menagerie.socketio.SocketIoServer;
import dev.menagerie.socketio.engineio.EngineSettings;
import dev.menagerie.socketio.netty.Compression;
import dev.menagerie.socketio.netty.NettySettings;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** RFC 7692 on the wire: negotiation, and the messages of a client. */
class CompressionTest {
  private static final String CALM = "/calm/?EIO=4&transport=websocket";
  private static final String OFFER = "Sec-WebSocket-Extensions: permessage-deflate";
  private static final String EXTENSIONS = "sec-websocket-extensions";
  private static final int LIMIT = 100_000;
  private static final int RSV1 = 0x40;
  private static final int FINAL = RawWebSocket.FINAL;
  private static final int TEXT = RawWebSocket.TEXT;
  private static final String LONG = "4" + "a card that was seen before; ".repeat(20);

  @AutoClose
  private final Wire wire =
      new Wire(
          ProtocolServer.builder(0)
              .netty(
                  NettySettings.on("127.0.0.1", 0)
                      .withCompression(new Compression(6, 8 * 1024, 1_100)))
              .endpoint(
                  EngineSettings.at("/calm/").withMaxPayload(LIMIT), ProtocolServer.EngineEcho::new)
              .build()
              .start());

  @AutoClose private final RawWebSocket socket = RawWebSocket.open(wire.port(), CALM, OFFER);
  @AutoClose private final Inflater inflater = new Inflater(true);

  CompressionTest() throws IOException, DataFormatException {
    assertThat(readText()).startsWith("0{");
  }

  /** As a client reads: with the memory of all messages before. */
  private String readText() throws IOException, DataFormatException {
    var frame = socket.read();
    assertThat(frame.opcode()).as("text, not %s", frame.text()).isEqualTo(TEXT);
    if ((frame.first() & RSV1) == 0) {
      return frame.text();
    }
    var input = new ByteArrayOutputStream();
    input.writeBytes(frame.payload());
    input.writeBytes(new byte[] {0, 0, -1, -1});
    inflater.setInput(input.toByteArray());
    byte[] out = new byte[2 * LIMIT];
    return new String(out, 0, inflater.inflate(out), UTF_8);
  }

  /** A compressed message of a client, on its own and without the flush's end. */
  private static byte[] deflated(byte[] message) {
    var deflater = new Deflater(6, true);
    try {
      deflater.setInput(message);
      byte[] out = new byte[message.length + 64];
      return Arrays.copyOf(out, deflater.deflate(out, 0, out.length, Deflater.SYNC_FLUSH) - 4);
    } finally {
      deflater.end();
    }
  }

  private static byte[] deflated(String message) {
    return deflated(message.getBytes(UTF_8));
  }

  @Test
  void isAgreedUponOnlyWhereItIsAskedFor() throws IOException {
    try (var http = wire.http()) {
      assertThat(upgrade(http, OFFER + "; client_max_window_bits").header(EXTENSIONS))
          .isEqualTo("permessage-deflate; client_no_context_takeover");
    }
    try (var http = wire.http()) {
      assertThat(upgrade(http).headers()).doesNotContainKey(EXTENSIONS);
    }
    try (var http = wire.http()) {
      assertThat(upgrade(http, "Sec-WebSocket-Extensions: x-other").headers())
          .doesNotContainKey(EXTENSIONS);
    }
  }

  private static RawHttp.Response upgrade(RawHttp http, String... headers) throws IOException {
    String[] all = Arrays.copyOf(headers, headers.length + 4);
    all[headers.length] = "Upgrade: websocket";
    all[headers.length + 1] = "Connection: Upgrade";
    all[headers.length + 2] = "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==";
    all[headers.length + 3] = "Sec-WebSocket-Version: 13";
    http.sendGet(CALM, all);
    return http.readHead();
  }

  @Test
  void aServerCompressesOnlyIfConfigured() throws IOException {
    try (var plain = new Wire(ProtocolServer.start(0));
        var http = plain.http()) {
      http.sendGet(
          "/engine.io/?EIO=4&transport=websocket",
          OFFER,
          "Upgrade: websocket",
          "Connection: Upgrade",
          "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==",
          "Sec-WebSocket-Version: 13");
      assertThat(http.readHead().headers()).doesNotContainKey(EXTENSIONS);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 40, 125, 126, 127, 5_000, 65_534, 65_535, 65_536, LIMIT - 1})
  void textOfEveryLengthComesBack(int length) throws Exception {
    var message = "4" + "xyz".repeat(length / 3) + "w".repeat(length % 3);
    socket.frame(FINAL | RSV1 | TEXT, deflated(message));
    assertThat(readText()).isEqualTo(message);
  }

  @Test
  void aCachedReplayCostsLittle() throws Exception {
    socket.text(LONG);
    assertThat(readText()).isEqualTo(LONG);
    socket.text(LONG);
    var again = socket.read();
    assertThat(again.first()).isEqualTo(FINAL | RSV1 | TEXT);
    assertThat(again.payload()).hasSizeLessThan(16);
  }

  @Test
  void compressedAndPlainMessagesMayFollowEachOther() throws Exception {
    for (int i = 0; i < 20; i++) {
      var message = LONG + i;
      if (i % 3 == 0) {
        socket.text(message);
      } else {
        socket.frame(FINAL | RSV1 | TEXT, deflated(message));
      }
      assertThat(readText()).isEqualTo(message);
    }
  }

  @Test
  void aCompressedMessageMayBeFragmentedAroundAPing() throws Exception {
    byte[] whole = deflated(LONG);
    socket.frame(RSV1 | TEXT, Arrays.copyOf(whole, 5));
    socket.frame(FINAL | RawWebSocket.PING, "hi".getBytes(UTF_8));
    socket.frame(0, new byte[0]);
    socket.frame(0, Arrays.copyOfRange(whole, 5, 9));
    socket.frame(FINAL, Arrays.copyOfRange(whole, 9, whole.length));
    var pong = socket.read();
    assertThat(pong.first()).isEqualTo(FINAL | RawWebSocket.PONG);
    assertThat(pong.text()).isEqualTo("hi");
    assertThat(readText()).isEqualTo(LONG);
  }

  @Test
  void bytesMayTrickleIn() throws Exception {
    for (byte b : RawWebSocket.masked(FINAL | RSV1 | TEXT, deflated(LONG))) {
      socket.raw(b);
    }
    assertThat(readText()).isEqualTo(LONG);
  }

  /** RFC 7692, section 7.2.3: what else a deflate stream may look like. */
  @Test
  void aStoredBlockIsRead() throws Exception {
    // Not the last block, of 6 bytes and their complement; then the one whose rest is left out.
    byte[] stored = {0, 6, 0, (byte) 0xF9, (byte) 0xFF, '4', 'h', 'e', 'l', 'l', 'o', 0};
    socket.frame(FINAL | RSV1 | TEXT, stored);
    assertThat(readText()).isEqualTo("4hello");
  }

  @Test
  void anEmptyMessageIsRead() throws Exception {
    socket.frame(FINAL | RSV1 | RawWebSocket.BINARY, new byte[] {0});
    assertThat(socket.readBinary()).isEmpty();
  }

  @Test
  void aStreamThatSaysItIsOverIsRead() throws Exception {
    var deflater = new Deflater(6, true);
    deflater.setInput("4hello".getBytes(UTF_8));
    deflater.finish();
    byte[] out = new byte[64];
    int length = deflater.deflate(out);
    deflater.end();
    socket.frame(FINAL | RSV1 | TEXT, Arrays.copyOf(out, length + 1));
    assertThat(readText()).isEqualTo("4hello");
  }

  @Test
  void aMessageThatUnfoldsOverTheLimitIsRefused() throws Exception {
    byte[] bomb = new byte[LIMIT + 1];
    Arrays.fill(bomb, (byte) '4');
    byte[] sent = deflated(bomb);
    assertThat(sent).hasSizeLessThan(500);
    socket.frame(FINAL | RSV1 | TEXT, sent);
    assertThat(socket.readClose()).isEqualTo(1009);
  }

  @Test
  void aBombOfManyPiecesIsRefusedToo() throws Exception {
    byte[] sent = deflated(new byte[50_000_000]);
    assertThat(sent.length).isLessThan(LIMIT);
    socket.frame(RSV1 | RawWebSocket.BINARY, Arrays.copyOf(sent, 1_000));
    socket.frame(FINAL, Arrays.copyOfRange(sent, 1_000, sent.length));
    assertThat(socket.readClose()).isEqualTo(1009);
  }

  @Test
  void invalidDeflateIsRefused() throws Exception {
    socket.frame(FINAL | RSV1 | TEXT, new byte[] {(byte) 0xFF, 1, 2, 3, 4, 5});
    assertThat(socket.readClose()).isEqualTo(1002);
  }

  @Test
  void aReferenceToAnEarlierMessageIsRefused() throws Exception {
    socket.frame(FINAL | RSV1 | TEXT, deflated(LONG));
    assertThat(readText()).isEqualTo(LONG);
    var remembering = new Deflater(6, true);
    remembering.setDictionary(LONG.getBytes(UTF_8));
    remembering.setInput(LONG.getBytes(UTF_8));
    byte[] out = new byte[1_000];
    int length = remembering.deflate(out, 0, out.length, Deflater.SYNC_FLUSH);
    remembering.end();
    socket.frame(FINAL | RSV1 | TEXT, Arrays.copyOf(out, length - 4));
    assertThat(socket.readClose()).isEqualTo(1002);
  }

  @Test
  void textThatIsNotUtf8IsRefused() throws Exception {
    socket.frame(FINAL | RSV1 | TEXT, deflated(new byte[] {'4', (byte) 0xC0, (byte) 0xAF}));
    assertThat(socket.readClose()).isEqualTo(1007);
  }

  @ParameterizedTest
  @ValueSource(ints = {RawWebSocket.PING, RawWebSocket.PONG, RawWebSocket.CLOSE})
  void aControlFrameIsNotCompressed(int opcode) throws Exception {
    socket.frame(FINAL | RSV1 | opcode, new byte[0]);
    assertThat(socket.readClose()).isEqualTo(1002);
  }

  @Test
  void onlyTheFirstFragmentSaysThatItIsCompressed() throws Exception {
    byte[] whole = deflated(LONG);
    socket.frame(RSV1 | TEXT, Arrays.copyOf(whole, 5));
    socket.frame(FINAL | RSV1, Arrays.copyOfRange(whole, 5, whole.length));
    assertThat(socket.readClose()).isEqualTo(1002);
  }

  @ParameterizedTest
  @ValueSource(ints = {0x10, 0x20})
  void theOtherBitsStayForbidden(int bit) throws Exception {
    socket.frame(FINAL | bit | TEXT, "4x".getBytes(UTF_8));
    assertThat(socket.readClose()).isEqualTo(1002);
  }

  @Test
  void compressedFramesAreRefusedUnlessNegotiated() throws Exception {
    try (var plain = RawWebSocket.open(wire.port(), CALM)) {
      assertThat(plain.readText()).startsWith("0{");
      plain.frame(FINAL | RSV1 | TEXT, deflated("4hello"));
      assertThat(plain.readClose()).isEqualTo(1002);
    }
  }

  /** After an upgrade from polling, the negotiated compression applies from the probe on. */
  @Test
  void anUpgradedSessionIsCompressed() throws Exception {
    var target = wire.poll("/calm/?EIO=4&transport=");
    var upgrade = target.replace("transport=polling", "transport=websocket");
    try (var upgraded = RawWebSocket.open(wire.port(), upgrade, OFFER)) {
      upgraded.frame(FINAL | RSV1 | TEXT, deflated("2probe"));
      assertThat(upgraded.readText()).isEqualTo("3probe");
      upgraded.text("5");
      upgraded.text(LONG);
      var frame = upgraded.read();
      assertThat(frame.first()).isEqualTo(FINAL | RSV1 | TEXT);
      assertThat(frame.payload()).hasSizeLessThan(60);
    }
  }

  @Test
  void aBroadcastIsTheSameForCompressedAndPlainConnections() throws Exception {
    var server =
        SocketIoServer.builder()
            .netty(NettySettings.on("127.0.0.1", 0).withCompression(Compression.standard()))
            .build();
    var main = server.main().onConnect(one -> one.emit("hello", one.id()));
    try (var room = new Wire(server.start());
        var first = new Member(room, OFFER);
        var second = new Member(room, OFFER + "; server_max_window_bits=9");
        var third = new Member(room)) {
      for (int i = 0; i < 5; i++) {
        main.emit("told", LONG.repeat(1 + i % 2) + i);
        var expected = "42[\"told\",\"" + LONG.repeat(1 + i % 2) + i + "\"]";
        assertThat(first.read()).isEqualTo(expected);
        assertThat(second.read()).isEqualTo(expected);
        assertThat(third.read()).isEqualTo(expected);
      }
      assertThat(first.compressed).isGreaterThanOrEqualTo(5);
      assertThat(third.compressed).isZero();
    }
  }

  /** A Socket.IO client that reads as it agreed to. */
  private static final class Member implements AutoCloseable {
    private final RawWebSocket client;
    private final Inflater memory = new Inflater(true);
    private int compressed;

    Member(Wire room, String... headers) throws Exception {
      client = RawWebSocket.open(room.port(), Wire.SOCKET_IO + "websocket", headers);
      assertThat(read()).startsWith("0{");
      client.text("40");
      assertThat(read()).startsWith("40{");
      assertThat(read()).startsWith("42[\"hello\"");
    }

    String read() throws IOException, DataFormatException {
      var frame = client.read();
      if ((frame.first() & RSV1) == 0) {
        return frame.text();
      }
      compressed++;
      var input = new ByteArrayOutputStream();
      input.writeBytes(frame.payload());
      input.writeBytes(new byte[] {0, 0, -1, -1});
      memory.setInput(input.toByteArray());
      byte[] out = new byte[LIMIT];
      return new String(out, 0, memory.inflate(out), UTF_8);
    }

    @Override
    public void close() throws IOException {
      memory.end();
      client.close();
    }
  }
}
