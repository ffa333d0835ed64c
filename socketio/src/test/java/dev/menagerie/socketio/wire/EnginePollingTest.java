package dev.menagerie.socketio.wire;

import static org.assertj.core.api.Assertions.assertThat;

import dev.menagerie.socketio.ProtocolServer;
import dev.menagerie.socketio.engineio.CloseReason;
import dev.menagerie.socketio.engineio.EncodedPacket;
import dev.menagerie.socketio.engineio.EngineSession;
import dev.menagerie.socketio.engineio.EngineSettings;
import dev.menagerie.socketio.engineio.SessionHandler;
import java.io.IOException;
import java.util.Arrays;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Engine.IO v4, "HTTP long-polling": sending, receiving, payloads, one request of a kind at a time.
 */
class EnginePollingTest {
  private static final String CALM = "/calm/?EIO=4&transport=";

  private final BlockingQueue<CloseReason> closed = new LinkedBlockingQueue<>();
  private final BlockingQueue<EngineSession> opened = new LinkedBlockingQueue<>();

  @AutoClose
  private final Wire wire =
      new Wire(
          ProtocolServer.builder(0)
              .endpoint(EngineSettings.at("/calm/").withMaxPayload(1000), this::echo)
              .build()
              .start());

  EnginePollingTest() throws IOException {}

  private SessionHandler echo(EngineSession session) {
    opened.add(session);
    return new SessionHandler() {
      @Override
      public void text(byte[] packet) {
        session.send(EncodedPacket.message(Arrays.copyOfRange(packet, 1, packet.length)));
      }

      @Override
      public void binary(byte[] message) {
        session.send(EncodedPacket.binary(message));
      }

      @Override
      public void closed(CloseReason reason) {
        closed.add(reason);
      }
    };
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "4hello",
        "4",
        "4test1\u001e4test2\u001e4test3",
        "4hello\u001ebAQIDBA==",
        "bAQIDBA==",
        "4\u20ac \u00e9 \ud83d\ude00"
      })
  void payloadsComeBackAsTheyWent(String payload) throws IOException {
    String target = wire.poll(CALM);
    RawHttp.Response posted = wire.post(target, payload);
    assertThat(posted.status()).isEqualTo(200);
    assertThat(posted.body()).isEqualTo("ok");
    RawHttp.Response polled = wire.get(target);
    assertThat(polled.status()).isEqualTo(200);
    assertThat(polled.body()).isEqualTo(payload);
  }

  @Test
  void base64MayBeBrokenIntoLines() throws IOException {
    String target = wire.poll(CALM);
    assertThat(wire.post(target, "bAQID\nBA==\r\n").status()).isEqualTo(200);
    assertThat(wire.get(target).body()).isEqualTo("bAQIDBA==");
  }

  @Test
  void aWaitingGetIsAnsweredWhenSomethingComes() throws IOException {
    String target = wire.poll(CALM);
    try (RawHttp waiting = wire.http()) {
      waiting.sendGet(target);
      assertThat(waiting.isSilentFor(50)).isTrue();
      assertThat(wire.post(target, "4now").body()).isEqualTo("ok");
      assertThat(waiting.read().body()).isEqualTo("4now");
    }
  }

  @Test
  void oneConnectionServesManyRequests() throws IOException {
    try (RawHttp http = wire.http()) {
      String target = CALM + "polling&sid=" + Wire.sid(http.get(CALM + "polling").body());
      for (int i = 0; i < 20; i++) {
        assertThat(http.post(target, "4round " + i).body()).isEqualTo("ok");
        assertThat(http.get(target).body()).isEqualTo("4round " + i);
      }
    }
  }

  @Test
  void aChunkedPostIsRead() throws IOException {
    String target = wire.poll(CALM);
    try (RawHttp http = wire.http()) {
      http.head("POST", target, "Transfer-Encoding: chunked");
      http.send("3\r\n4he\r\n3\r\nllo\r\n0\r\n\r\n");
      assertThat(http.read().body()).isEqualTo("ok");
    }
    assertThat(wire.get(target).body()).isEqualTo("4hello");
  }

  @Test
  void aSecondGetClosesTheSession() throws Exception {
    String target = wire.poll(CALM);
    try (RawHttp first = wire.http()) {
      first.sendGet(target);
      assertThat(first.isSilentFor(50)).isTrue();
      RawHttp.Response second = wire.get(target);
      assertThat(second.status()).isEqualTo(400);
      RawHttp.Response answer = first.read();
      assertThat(answer.status()).isEqualTo(200);
      assertThat(answer.body()).isEqualTo("1");
    }
    assertThat(wire.get(target).body())
        .isEqualTo("{\"code\":1,\"message\":\"Session ID unknown\"}");
    assertThat(closed.poll(5, TimeUnit.SECONDS)).isEqualTo(CloseReason.OVERLAPPING_REQUESTS);
  }

  @Test
  void aSecondPostClosesTheSession() throws Exception {
    String target = wire.poll(CALM);
    try (RawHttp first = wire.http()) {
      first.head("POST", target, "Content-Length: 6");
      first.send("4he");
      assertThat(first.isSilentFor(50)).isTrue();
      assertThat(wire.post(target, "4second").status()).isEqualTo(400);
      first.send("llo");
      assertThat(first.read().status()).isEqualTo(400);
    }
    assertThat(wire.get(target).status()).isEqualTo(400);
    assertThat(closed.poll(5, TimeUnit.SECONDS)).isEqualTo(CloseReason.OVERLAPPING_REQUESTS);
  }

  @Test
  void aCancelledGetClosesTheSession() throws Exception {
    String target = wire.poll(CALM);
    try (RawHttp cancelled = wire.http()) {
      cancelled.sendGet(target);
      assertThat(cancelled.isSilentFor(50)).isTrue();
    }
    assertThat(closed.poll(5, TimeUnit.SECONDS)).isEqualTo(CloseReason.TRANSPORT_CLOSED);
    assertThat(wire.get(target).status()).isEqualTo(400);
  }

  @Test
  void aCancelledPostClosesTheSession() throws Exception {
    String target = wire.poll(CALM);
    try (RawHttp cancelled = wire.http()) {
      cancelled.head("POST", target, "Content-Length: 6");
      cancelled.send("4he");
      assertThat(cancelled.isSilentFor(50)).isTrue();
    }
    assertThat(closed.poll(5, TimeUnit.SECONDS)).isEqualTo(CloseReason.TRANSPORT_CLOSED);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "abc",
        "",
        "0",
        "2",
        "2probe",
        "5",
        "7",
        "9",
        "x",
        "4a\u001e",
        "\u001e4a",
        "b?",
        "4a\u001eabc"
      })
  void aMalformedPayloadClosesTheSession(String payload) throws Exception {
    String target = wire.poll(CALM);
    assertThat(wire.post(target, payload).status()).isEqualTo(400);
    assertThat(wire.get(target).status()).isEqualTo(400);
    assertThat(closed.poll(5, TimeUnit.SECONDS)).isEqualTo(CloseReason.PARSE_ERROR);
  }

  @Test
  void aPayloadThatIsNotUtf8ClosesTheSession() throws Exception {
    String target = wire.poll(CALM);
    try (RawHttp http = wire.http()) {
      http.head("POST", target, "Content-Length: 3");
      http.send(new byte[] {'4', (byte) 0xC0, (byte) 0x80});
      assertThat(http.read().status()).isEqualTo(400);
    }
    assertThat(closed.poll(5, TimeUnit.SECONDS)).isEqualTo(CloseReason.INVALID_TEXT);
  }

  @Test
  void aPayloadUpToTheLimitIsTaken() throws IOException {
    String target = wire.poll(CALM);
    String payload = "4" + "x".repeat(999);
    assertThat(wire.post(target, payload).status()).isEqualTo(200);
    assertThat(wire.get(target).body()).isEqualTo(payload);
  }

  @Test
  void aPayloadOverTheLimitIsRefusedByItsLength() throws Exception {
    String target = wire.poll(CALM);
    try (RawHttp http = wire.http()) {
      http.head("POST", target, "Content-Length: 1001");
      assertThat(http.read().status()).isEqualTo(413);
      assertThat(http.endsHere()).isTrue();
    }
    assertThat(closed.poll(5, TimeUnit.SECONDS)).isEqualTo(CloseReason.MESSAGE_TOO_LARGE);
  }

  @Test
  void aChunkedPayloadOverTheLimitIsRefusedAtTheLimit() throws Exception {
    String target = wire.poll(CALM);
    try (RawHttp http = wire.http()) {
      http.head("POST", target, "Transfer-Encoding: chunked");
      http.send("3ea\r\n" + "4".repeat(1002) + "\r\n");
      assertThat(http.read().status()).isEqualTo(413);
    }
    assertThat(closed.poll(5, TimeUnit.SECONDS)).isEqualTo(CloseReason.MESSAGE_TOO_LARGE);
  }

  @ParameterizedTest
  @ValueSource(strings = {"PUT", "DELETE", "HEAD", "PATCH"})
  void otherMethodsAreRefusedAndHarmNothing(String method) throws IOException {
    String target = wire.poll(CALM);
    try (RawHttp http = wire.http()) {
      http.head(method, target);
      assertThat(http.readHead().status()).isEqualTo(400);
    }
    assertThat(wire.post(target, "4still here").status()).isEqualTo(200);
  }

  @Test
  void theClientsClosePacketEndsTheSession() throws Exception {
    String target = wire.poll(CALM);
    try (RawHttp waiting = wire.http()) {
      waiting.sendGet(target);
      assertThat(waiting.isSilentFor(50)).isTrue();
      assertThat(wire.post(target, "1").status()).isEqualTo(200);
      RawHttp.Response answer = waiting.read();
      assertThat(answer.status()).isEqualTo(200);
      assertThat(answer.body()).isEqualTo("6");
    }
    assertThat(wire.get(target).status()).isEqualTo(400);
    assertThat(closed.poll(5, TimeUnit.SECONDS)).isEqualTo(CloseReason.TRANSPORT_CLOSED);
  }

  @Test
  void aGetThatTheClosePacketOvertookIsAnsweredAsIfItHadWaited() throws Exception {
    String target = wire.poll(CALM);
    try (RawHttp posting = wire.http();
        RawHttp overtaken = wire.http()) {
      posting.sendPost(target, "1");
      assertThat(closed.poll(5, TimeUnit.SECONDS)).isEqualTo(CloseReason.TRANSPORT_CLOSED);
      overtaken.sendGet(target);
      assertThat(overtaken.read().body()).isEqualTo("6");
      assertThat(posting.read().body()).isEqualTo("ok");
    }
    assertThat(wire.get(target).status()).isEqualTo(400);
  }

  @Test
  void aGetAfterTheAnswerToTheClosePacketIsRefused() throws Exception {
    String target = wire.poll(CALM);
    assertThat(wire.post(target, "1").body()).isEqualTo("ok");
    assertThat(wire.get(target).status()).isEqualTo(400);
  }

  @Test
  void theServersCloseReachesAWaitingGetAfterEarlierMessages() throws Exception {
    String target = wire.poll(CALM);
    EngineSession session = opened.take();
    try (RawHttp waiting = wire.http()) {
      waiting.sendGet(target);
      assertThat(waiting.isSilentFor(50)).isTrue();
      session.close(CloseReason.SERVER_CLOSED);
      assertThat(waiting.read().body()).isEqualTo("1");
    }
    assertThat(wire.get(target).status()).isEqualTo(400);
  }

  @Test
  void theNextGetHearsOfTheServersClose() throws Exception {
    String target = wire.poll(CALM);
    EngineSession session = opened.take();
    session.send(EncodedPacket.message(new byte[] {'b', 'y', 'e'}));
    session.close(CloseReason.SERVER_CLOSED);
    assertThat(closed.poll(5, TimeUnit.SECONDS)).isEqualTo(CloseReason.SERVER_CLOSED);
    assertThat(wire.post(target, "4late").status()).isEqualTo(400);
    assertThat(wire.get(target).body()).isEqualTo("4bye\u001e1");
    assertThat(wire.get(target).status()).isEqualTo(400);
  }
}
