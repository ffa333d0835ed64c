package dev.menagerie.socketio.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** A WebSocket client that writes valid and invalid frames by hand. */
final class RawWebSocket implements AutoCloseable {
  static final int TEXT = 0x1;
  static final int BINARY = 0x2;
  static final int CLOSE = 0x8;
  static final int PING = 0x9;
  static final int PONG = 0xA;
  static final int FINAL = 0x80;

  private static final byte[] MASK = {0x37, (byte) 0xFA, 0x21, 0x3D};
  // RFC 6455 section 1.3 gives this key and this answer as its example.
  private static final String KEY = "dGhlIHNhbXBsZSBub25jZQ==";
  private static final String ACCEPT = "s3pPLMBiTxaQ9kYGzzhZRbK+xOo=";

  private final RawHttp http;

  private RawWebSocket(RawHttp http) {
    this.http = http;
  }

  @SuppressWarnings("ArrayRecordComponent") // never compared
  record Frame(int first, byte[] payload) {
    int opcode() {
      return first & 0x0F;
    }

    String text() {
      return new String(payload, StandardCharsets.UTF_8);
    }
  }

  static RawWebSocket open(int port, String target, String... headers) throws IOException {
    return open(new RawHttp(port), target, headers);
  }

  /** Leaves HTTP on this connection. */
  static RawWebSocket open(RawHttp http, String target, String... headers) throws IOException {
    request(http, target, headers);
    RawHttp.Response response = http.readHead();
    assertThat(response.status()).isEqualTo(101);
    assertThat(response.header("sec-websocket-accept")).isEqualTo(ACCEPT);
    return new RawWebSocket(http);
  }

  /** Asks for an upgrade that is refused. */
  static RawHttp.Response refused(int port, String target, String... headers) throws IOException {
    return refused(new RawHttp(port), target, headers);
  }

  /** Asks on this connection, which is closed then. */
  static RawHttp.Response refused(RawHttp connection, String target, String... headers)
      throws IOException {
    try (connection) {
      request(connection, target, headers);
      return connection.read();
    }
  }

  private static void request(RawHttp http, String target, String... headers) throws IOException {
    String[] all = Arrays.copyOf(headers, headers.length + 4);
    all[headers.length] = "Upgrade: websocket";
    all[headers.length + 1] = "Connection: keep-alive, Upgrade";
    all[headers.length + 2] = "Sec-WebSocket-Key: " + KEY;
    all[headers.length + 3] = "Sec-WebSocket-Version: 13";
    http.sendGet(target, all);
  }

  void text(String message) throws IOException {
    frame(FINAL | TEXT, message.getBytes(StandardCharsets.UTF_8));
  }

  void binary(int... bytes) throws IOException {
    byte[] content = new byte[bytes.length];
    for (int i = 0; i < bytes.length; i++) {
      content[i] = (byte) bytes[i];
    }
    frame(FINAL | BINARY, content);
  }

  void frame(int first, byte[] payload) throws IOException {
    http.send(masked(first, payload));
  }

  void raw(byte... bytes) throws IOException {
    http.send(bytes);
  }

  /** The bytes of a masked frame. */
  static byte[] masked(int first, byte[] payload) {
    var frame = new ByteArrayOutputStream();
    frame.write(first);
    if (payload.length < 126) {
      frame.write(0x80 | payload.length);
    } else if (payload.length <= 0xFFFF) {
      frame.write(0x80 | 126);
      frame.write(payload.length >>> 8);
      frame.write(payload.length);
    } else {
      frame.write(0x80 | 127);
      for (int shift = 56; shift >= 0; shift -= 8) {
        frame.write((int) ((long) payload.length >>> shift));
      }
    }
    frame.writeBytes(MASK);
    for (int i = 0; i < payload.length; i++) {
      frame.write(payload[i] ^ MASK[i & 3]);
    }
    return frame.toByteArray();
  }

  /** Bytes that are here and not read yet. */
  int arrived() throws IOException {
    return http.arrived();
  }

  /** Of a short message from a server, its frame included. */
  static int sizeOf(String message) {
    return 2 + message.length();
  }

  Frame read() throws IOException {
    int first = http.readByte();
    int second = http.readByte();
    assertThat(second & 0x80).as("a server never masks").isZero();
    int length = second;
    if (length == 126) {
      length = (http.readByte() << 8) | http.readByte();
    } else if (length == 127) {
      long wide = 0;
      for (byte b : http.readBytes(8)) {
        wide = (wide << 8) | (b & 0xFF);
      }
      length = Math.toIntExact(wide);
    }
    return new Frame(first, http.readBytes(length));
  }

  String readText() throws IOException {
    Frame frame = read();
    assertThat(frame.first())
        .as("a whole text frame, not %s", frame.text())
        .isEqualTo(FINAL | TEXT);
    return frame.text();
  }

  byte[] readBinary() throws IOException {
    Frame frame = read();
    assertThat(frame.first()).isEqualTo(FINAL | BINARY);
    return frame.payload();
  }

  /** Reads up to the close frame and the end of the stream, and gives the code. */
  int readClose() throws IOException {
    Frame frame = read();
    while (frame.opcode() != CLOSE) {
      frame = read();
    }
    int code =
        frame.payload().length < 2
            ? 1005
            : ((frame.payload()[0] & 0xFF) << 8) | (frame.payload()[1] & 0xFF);
    answerClose(code);
    assertThat(http.endsHere()).isTrue();
    return code;
  }

  /** Whether the stream ends here, without a close frame. */
  boolean endsHere() throws IOException {
    return http.endsHere();
  }

  private void answerClose(int code) {
    try {
      frame(FINAL | CLOSE, new byte[] {(byte) (code >>> 8), (byte) code});
    } catch (IOException gone) {
      // the server did not wait for it, as it may after a broken frame
    }
  }

  boolean isSilentFor(int millis) throws IOException {
    return http.isSilentFor(millis);
  }

  @Override
  public void close() throws IOException {
    http.close();
  }
}
