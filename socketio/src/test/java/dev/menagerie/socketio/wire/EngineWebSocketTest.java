package dev.menagerie.socketio.wire;

import static org.assertj.core.api.Assertions.assertThat;

import dev.menagerie.socketio.ProtocolServer;
import dev.menagerie.socketio.engineio.EngineSettings;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Engine.IO v4, "WebSocket", and the rules of RFC 6455 that a client can break. */
class EngineWebSocketTest {
  private static final String CALM = "/calm/?EIO=4&transport=";
  private static final int LIMIT = 100_000;

  @AutoClose
  private final Wire wire =
      new Wire(
          ProtocolServer.builder(0)
              .endpoint(
                  EngineSettings.at("/calm/").withMaxPayload(LIMIT), ProtocolServer.EngineEcho::new)
              .build()
              .start());

  @AutoClose private final RawWebSocket socket = wire.webSocket(CALM);

  EngineWebSocketTest() throws IOException {}

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 124, 125, 126, 127, 65_534, 65_535, 65_536, LIMIT - 1})
  void textOfEveryLengthComesBack(int length) throws IOException {
    String message = "4" + "x".repeat(length);
    socket.text(message);
    assertThat(socket.readText()).isEqualTo(message);
  }

  @Test
  void binaryComesBack() throws IOException {
    socket.binary(1, 2, 3, 4);
    assertThat(socket.readBinary()).containsExactly(1, 2, 3, 4);
    socket.binary();
    assertThat(socket.readBinary()).isEmpty();
  }

  @Test
  void aFragmentedMessageIsPutTogetherAroundAPing() throws IOException {
    socket.frame(RawWebSocket.TEXT, utf8("4he"));
    socket.frame(RawWebSocket.FINAL | RawWebSocket.PING, utf8("hi"));
    socket.frame(0, utf8("l"));
    socket.frame(RawWebSocket.FINAL, utf8("lo"));
    RawWebSocket.Frame pong = socket.read();
    assertThat(pong.opcode()).isEqualTo(RawWebSocket.PONG);
    assertThat(pong.text()).isEqualTo("hi");
    assertThat(socket.readText()).isEqualTo("4hello");
  }

  @Test
  void aCharacterMayBeSplitBetweenFragments() throws IOException {
    byte[] euro = utf8("4\u20ac");
    socket.frame(RawWebSocket.TEXT, Arrays.copyOf(euro, 2));
    socket.frame(RawWebSocket.FINAL, Arrays.copyOfRange(euro, 2, euro.length));
    assertThat(socket.readText()).isEqualTo("4\u20ac");
  }

  @Test
  void bytesMayTrickleIn() throws IOException {
    for (byte b :
        RawWebSocket.masked(RawWebSocket.FINAL | RawWebSocket.TEXT, utf8("4drop by drop"))) {
      socket.raw(b);
    }
    assertThat(socket.readText()).isEqualTo("4drop by drop");
  }

  @Test
  void manyFramesMayComeAtOnce() throws IOException {
    byte[] one = RawWebSocket.masked(RawWebSocket.FINAL | RawWebSocket.TEXT, utf8("4again"));
    byte[] all = new byte[one.length * 500];
    for (int i = 0; i < 500; i++) {
      System.arraycopy(one, 0, all, i * one.length, one.length);
    }
    socket.raw(all);
    for (int i = 0; i < 500; i++) {
      assertThat(socket.readText()).isEqualTo("4again");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "1000,1000",
    "1001,1001",
    "3000,3000",
    "4999,4999",
    "999,1002",
    "1004,1002",
    "1005,1002",
    "1006,1002",
    "1015,1002",
    "2999,1002",
    "5000,1002"
  })
  void aCloseFrameIsAnsweredWithItsCodeIfThatIsLegal(int sent, int answered) throws IOException {
    socket.frame(
        RawWebSocket.FINAL | RawWebSocket.CLOSE, new byte[] {(byte) (sent >>> 8), (byte) sent});
    assertThat(socket.readClose()).isEqualTo(answered);
  }

  @Test
  void anEmptyCloseFrameIsAnswered() throws IOException {
    socket.frame(RawWebSocket.FINAL | RawWebSocket.CLOSE, new byte[0]);
    assertThat(socket.readClose()).isEqualTo(1000);
  }

  @ParameterizedTest
  @ValueSource(strings = {"c080", "eda080", "f4908080", "ff", "e282", "80", "f880808080"})
  void textThatIsNotUtf8IsClosedWith1007(String hex) throws IOException {
    byte[] bad = HexFormat.of().parseHex("34" + hex);
    socket.frame(RawWebSocket.FINAL | RawWebSocket.TEXT, bad);
    assertThat(socket.readClose()).isEqualTo(1007);
  }

  @Test
  void aMessageOverTheLimitIsClosedWith1009ByItsHeader() throws IOException {
    socket.raw(
        (byte) 0x81,
        (byte) 0xFF,
        (byte) 0,
        (byte) 0,
        (byte) 0,
        (byte) 0,
        (byte) 0x7F,
        (byte) 0,
        (byte) 0,
        (byte) 0);
    assertThat(socket.readClose()).isEqualTo(1009);
  }

  @Test
  void fragmentsOverTheLimitAreClosedWith1009() throws IOException {
    socket.frame(RawWebSocket.TEXT, utf8("4" + "x".repeat(LIMIT - 1)));
    socket.frame(RawWebSocket.FINAL, utf8("x"));
    assertThat(socket.readClose()).isEqualTo(1009);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "810161", // not masked
        "c18100000000" + "34", // a reserved bit
        "838100000000" + "34", // an unknown opcode
        "8b8100000000" + "34", // an unknown control opcode
        "808100000000" + "34", // a continuation of nothing
        "098000000000", // a fragmented ping
        "89fe007e00000000", // a ping that is too long
        "81fe007d00000000", // a length that is not in its shortest form
        "81ff000000000000fffe00000000", // likewise
        "81ffffffffffffffffff00000000", // a negative length
        "888100000000" + "03" // a close frame with half a code
      })
  void framesAgainstTheRulesAreClosedWith1002(String hex) throws IOException {
    socket.raw(HexFormat.of().parseHex(hex));
    assertThat(socket.readClose()).isEqualTo(1002);
  }

  @Test
  void aNewMessageInTheMiddleOfAnotherIsClosedWith1002() throws IOException {
    socket.frame(RawWebSocket.TEXT, utf8("4he"));
    socket.frame(RawWebSocket.FINAL | RawWebSocket.TEXT, utf8("4llo"));
    assertThat(socket.readClose()).isEqualTo(1002);
  }

  @Test
  void endlessEmptyFragmentsAreClosed() throws IOException {
    socket.frame(RawWebSocket.TEXT, new byte[0]);
    for (int i = 0; i < 1100; i++) {
      try {
        socket.frame(0, new byte[0]);
      } catch (IOException closed) {
        break;
      }
    }
    assertThat(socket.readClose()).isEqualTo(1002);
  }

  @ParameterizedTest
  @ValueSource(strings = {"abc", "", "0", "2", "2probe", "5", "7", "b", "\u0000"})
  void packetsThatAreNotTheProtocolCloseTheSession(String packet) throws IOException {
    socket.text(packet);
    assertThat(socket.readClose()).isEqualTo(1008);
  }

  @Test
  void theClientsClosePacketEndsTheSession() throws IOException {
    socket.text("1");
    assertThat(socket.readClose()).isEqualTo(1000);
  }
}
