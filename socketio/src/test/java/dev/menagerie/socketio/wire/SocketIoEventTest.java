package dev.menagerie.socketio.wire;

import static org.assertj.core.api.Assertions.assertThat;

import dev.menagerie.socketio.Namespace;
import dev.menagerie.socketio.ProtocolServer;
import dev.menagerie.socketio.Socket;
import dev.menagerie.socketio.SocketIoServer;
import dev.menagerie.socketio.SocketIoSettings;
import dev.menagerie.socketio.engineio.CloseReason;
import dev.menagerie.socketio.packet.Arguments;
import dev.menagerie.socketio.packet.EncodedJson;
import dev.menagerie.socketio.packet.JsonPolicy;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Socket.IO v5, "Sending and receiving data", "Acknowledgement", "Disconnection" and "Packet
 * encoding".
 */
class SocketIoEventTest {
  /** Sent one by one, some would be on their way before the last. */
  private static final int MANY = 200;

  private record Card(String name, int cost) {}

  private final BlockingQueue<Socket> sockets = new LinkedBlockingQueue<>();
  private final BlockingQueue<CloseReason> gone = new LinkedBlockingQueue<>();

  private final BlockingQueue<Runnable> held = new LinkedBlockingQueue<>();
  private final AtomicInteger wanted = new AtomicInteger();

  @AutoClose private final Wire wire = new Wire(server());

  SocketIoEventTest() throws IOException {}

  private SocketIoServer server() throws IOException {
    SocketIoServer server =
        SocketIoServer.builder()
            .settings(
                SocketIoSettings.standard()
                    .withJson(new JsonPolicy(16))
                    .withMaxAttachments(3)
                    .withMaxPendingAcks(2))
            .build();
    Namespace main = server.main();
    ProtocolServer.echo(main);
    ProtocolServer.echo(server.namespace("/custom"));
    ProtocolServer.echo(server.namespace("/text").textOnly());
    main.onConnect(sockets::add)
        .onDisconnect((socket, reason) -> gone.add(reason))
        .on("typed", Card.class, (card, event) -> event.ack().send(card.name(), card.cost()))
        .on("hold", event -> held.add(event.defer()))
        .on(
            "wanted",
            event -> {
              wanted.incrementAndGet();
              event.socket().emit("answer", event.ack().isWanted());
            })
        .on(
            "fails",
            event -> {
              throw new IllegalStateException("a handler that fails");
            })
        .onFailure((event, failure) -> event.ack().send("failed"))
        .on("leave", event -> event.socket().disconnect())
        .on("cut", event -> event.socket().closeTransport())
        .on("raw", event -> event.ack().send(EncodedJson.utf8(event.raw(1))))
        .otherwise(event -> event.ack().send("unknown " + event.name()));
    return server.start();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "42[\"message\"]|42[\"message-back\"]",
        "42[\"message\",1,\"2\",{\"3\":[true]}]|42[\"message-back\",1,\"2\",{\"3\":[true]}]",
        "42[\"message\",null,1.5,-0.25,1e3]|42[\"message-back\",null,1.5,-0.25,1000.0]",
        "42[ \"message\" , \"\\u20ac\\\"\" , [ ] ]|42[\"message-back\",\"\u20ac\\\"\",[]]",
        "420[\"message-with-ack\"]|430[]",
        "42456[\"message-with-ack\",1,\"2\",{\"3\":[false]}]|43456[1,\"2\",{\"3\":[false]}]",
        "429007199254740991[\"message-with-ack\",1]|439007199254740991[1]",
        "421[\"typed\",{\"name\":\"Sparkling\",\"cost\":2}]|431[\"Sparkling\",2]",
        "421[\"typed\",{\"name\":\"Sparkling\",\"cost\":2,\"more\":1}]|431[\"failed\"]",
        "421[\"typed\"]|431[\"failed\"]",
        "422[\"raw\",0, {\"b\" : [1,  2]} ,3]|432[{\"b\" : [1,  2]}]",
        "42[\"wanted\"]|42[\"answer\",false]",
        "427[\"wanted\"]|42[\"answer\",true]",
        "428[\"fails\"]|438[\"failed\"]",
        "429[\"nobody knows me\"]|439[\"unknown nobody knows me\"]",
        "4210[5]|4310[\"unknown 5\"]"
      })
  void eventsAndAcknowledgementsAreEncodedAsTheProtocolSays(String sent, String received)
      throws IOException {
    try (RawWebSocket socket = wire.joined("40")) {
      socket.text(sent);
      assertThat(socket.readText()).isEqualTo(received);
    }
  }

  @Test
  void namespacesShareAConnection() throws IOException {
    try (RawWebSocket socket = wire.joined("40")) {
      socket.text("40/custom");
      assertThat(socket.readText()).startsWith("40/custom,{");
      assertThat(socket.readText()).isEqualTo("42/custom,[\"auth\",{}]");
      socket.text("42/custom,12[\"message-with-ack\",1]");
      assertThat(socket.readText()).isEqualTo("43/custom,12[1]");
      socket.text("41/custom");
      socket.text("42[\"message\",\"to the main one\"]");
      assertThat(socket.readText()).isEqualTo("42[\"message-back\",\"to the main one\"]");
    }
  }

  @Test
  void attachmentsComeBackInTheirPlaces() throws IOException {
    try (RawWebSocket socket = wire.joined("40")) {
      socket.text(
          "452-[\"message\",{\"_placeholder\":true,\"num\":1},{\"a\":[{\"_placeholder\":true,\"num\":0}]}]");
      socket.binary(1, 2, 3);
      socket.binary(4, 5, 6);
      assertThat(socket.readText())
          .isEqualTo(
              "452-[\"message-back\",{\"_placeholder\":true,\"num\":0},{\"a\":[{\"_placeholder\":true,\"num\":1}]}]");
      assertThat(socket.readBinary()).containsExactly(4, 5, 6);
      assertThat(socket.readBinary()).containsExactly(1, 2, 3);
    }
  }

  @Test
  void aBinaryEventIsAcknowledgedInBinary() throws IOException {
    try (RawWebSocket socket = wire.joined("40")) {
      socket.text("451-789[\"message-with-ack\",{\"_placeholder\":true,\"num\":0}]");
      socket.binary(7);
      assertThat(socket.readText()).isEqualTo("461-789[{\"_placeholder\":true,\"num\":0}]");
      assertThat(socket.readBinary()).containsExactly(7);
    }
  }

  @Test
  void aBinaryPacketMayHaveNoAttachment() throws IOException {
    try (RawWebSocket socket = wire.joined("40")) {
      socket.text("450-[\"message\",1]");
      assertThat(socket.readText()).isEqualTo("42[\"message-back\",1]");
    }
  }

  @Test
  void attachmentsGoOverPollingToo() throws IOException {
    String target = wire.poll(Wire.SOCKET_IO);
    assertThat(wire.post(target, "40").status()).isEqualTo(200);
    StringBuilder greeting = new StringBuilder(wire.get(target).body());
    while (greeting.indexOf("auth") < 0) { // in one payload or in two
      greeting.append(wire.get(target).body());
    }
    assertThat(greeting).startsWith("40{").endsWith("42[\"auth\",{}]");
    String packets = "451-[\"message\",{\"_placeholder\":true,\"num\":0}]\u001ebAQIDBA==";
    assertThat(wire.post(target, packets).status()).isEqualTo(200);
    assertThat(wire.get(target).body()).isEqualTo(packets.replace("message", "message-back"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "4abc",
        "42",
        "42{}",
        "42[]",
        "42[{}]",
        "42[null,1]",
        "42[\"message\"",
        "42[\"message\"]]",
        "42[\"message\",]",
        "42[\"message\",01]",
        "42[\"message\",NaN]",
        "42[\"message\",{\"a\":1,\"a\":2}]",
        "42[\"message\",{a:1}]",
        "42[\"message\",[[[[[[[[[[[[[[[[1]]]]]]]]]]]]]]]]]",
        "42abc[\"message-with-ack\",1]",
        "42-1[\"message-with-ack\",1]",
        "4299999999999999999999[\"message-with-ack\",1]",
        "42/elsewhere,[\"message\"]",
        "42[\"connect\"]",
        "42[\"connect_error\"]",
        "42[\"disconnect\"]",
        "42[\"disconnecting\"]",
        "42[\"newListener\"]",
        "42[\"removeListener\"]",
        "43[]",
        "431{}",
        "431",
        "41{}",
        "411",
        "45[\"message\"]",
        "45-[\"message\"]",
        "454-[\"message\"]",
        "4599999999999999999999-[\"message\"]",
        "45/custom,1-[\"message\"]",
        "461-[]",
        "46-1[]",
        "48",
        "4\u20ac"
      })
  void packetsThatAreNotTheProtocolCloseTheConnection(String packet) throws Exception {
    try (RawWebSocket socket = wire.joined("40")) {
      socket.text(packet);
      assertThat(socket.readClose()).isEqualTo(1008);
      assertThat(gone.poll(5, TimeUnit.SECONDS)).isEqualTo(CloseReason.PARSE_ERROR);
    }
  }

  @Test
  void anAttachmentThatNothingAnnouncedClosesTheConnection() throws IOException {
    try (RawWebSocket socket = wire.joined("40")) {
      socket.binary(1);
      assertThat(socket.readClose()).isEqualTo(1008);
    }
  }

  @Test
  void textInPlaceOfAnAttachmentClosesTheConnection() throws IOException {
    try (RawWebSocket socket = wire.joined("40")) {
      socket.text("451-[\"message\",{\"_placeholder\":true,\"num\":0}]");
      socket.text("42[\"message\"]");
      assertThat(socket.readClose()).isEqualTo(1008);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"1", "-1", "0.5", "\"0\"", "null"})
  void aPlaceholderThatPointsNowhereClosesTheConnection(String number) throws IOException {
    try (RawWebSocket socket = wire.joined("40")) {
      socket.text("451-[\"message\",{\"_placeholder\":true,\"num\":" + number + "}]");
      socket.binary(1);
      assertThat(socket.readClose()).isEqualTo(1008);
    }
  }

  @Test
  void aTextOnlyNamespaceTakesNoBinary() throws IOException {
    try (RawWebSocket socket = wire.webSocket(Wire.SOCKET_IO)) {
      socket.text("40/text");
      assertThat(socket.readText()).startsWith("40/text,");
      assertThat(socket.readText()).contains("auth");
      socket.text("451-/text,[\"message\",{\"_placeholder\":true,\"num\":0}]");
      assertThat(socket.readClose()).isEqualTo(1003);
    }
  }

  @Test
  void theServerGetsItsAcknowledgements() throws Exception {
    try (RawWebSocket socket = wire.joined("40")) {
      CompletableFuture<Arguments> reply =
          sockets.take().emitWithAck(Duration.ofSeconds(5), "question", "why", 42);
      assertThat(socket.readText()).isEqualTo("420[\"question\",\"why\",42]");
      socket.text("435[\"an id that nobody knows is ignored\"]");
      socket.text("430[\"because\",{\"n\":1}]");
      Arguments arguments = reply.get(5, TimeUnit.SECONDS);
      assertThat(arguments.json(0).stringValue()).isEqualTo("because");
      assertThat(arguments.size()).isEqualTo(2);
    }
  }

  @Test
  void theServerGetsBinaryAcknowledgements() throws Exception {
    try (RawWebSocket socket = wire.joined("40")) {
      CompletableFuture<Arguments> reply =
          sockets.take().emitWithAck(Duration.ofSeconds(5), "question");
      assertThat(socket.readText()).isEqualTo("420[\"question\"]");
      socket.text("461-0[{\"_placeholder\":true,\"num\":0}]");
      socket.binary(1, 2);
      assertThat(reply.get(5, TimeUnit.SECONDS).json(0).binaryValue()).containsExactly(1, 2);
    }
  }

  @Test
  void anAcknowledgementThatIsLateOrOneTooManyFails() throws Exception {
    CompletableFuture<Arguments> second;
    try (RawWebSocket socket = wire.joined("40")) {
      Socket peer = sockets.take();
      CompletableFuture<Arguments> late = peer.emitWithAck(Duration.ofMillis(50), "question");
      second = peer.emitWithAck(Duration.ofSeconds(20), "question");
      failsWith("too many", peer.emitWithAck(Duration.ofSeconds(20), "question"));
      failsWith("timeout", late);
      assertThat(socket.readText()).isEqualTo("420[\"question\"]");
    }
    failsWith("transport close", second);
  }

  private static void failsWith(String why, CompletableFuture<Arguments> reply) {
    assertThat(reply)
        .failsWithin(Duration.ofSeconds(5))
        .withThrowableOfType(ExecutionException.class)
        .withMessageContaining(why);
  }

  @Test
  void theClientLeavesANamespaceAndTheConnectionStays() throws Exception {
    try (RawWebSocket socket = wire.joined("40")) {
      socket.text("41");
      assertThat(gone.poll(5, TimeUnit.SECONDS)).isEqualTo(CloseReason.CLIENT_LEFT);
      socket.text("40");
      assertThat(socket.readText()).startsWith("40{");
    }
  }

  @Test
  void messagesBeforeTheCloseAreHandledFirst() throws Exception {
    try (RawWebSocket socket = wire.joined("40")) {
      socket.text("42[\"hold\"]");
      socket.text("42[\"wanted\"]");
      socket.text("41");
      Runnable release = held.poll(5, TimeUnit.SECONDS);
      socket.frame(0x88, new byte[] {0x03, (byte) 0xE8});
      assertThat(socket.readClose()).isEqualTo(1000);
      assertThat(gone).isEmpty();
      release.run();
    }
    assertThat(gone.poll(5, TimeUnit.SECONDS)).isEqualTo(CloseReason.CLIENT_LEFT);
    assertThat(wanted).hasValue(1);
  }

  @Test
  void theServerPutsAClientOutAndLatePacketsAreForgiven() throws Exception {
    try (RawWebSocket socket = wire.joined("40")) {
      socket.text("42[\"leave\"]");
      socket.text("42[\"message\",\"late\"]");
      assertThat(socket.readText()).isEqualTo("41");
      assertThat(gone.poll(5, TimeUnit.SECONDS)).isEqualTo(CloseReason.SERVER_DISCONNECTED);
      socket.text("40");
      assertThat(socket.readText()).startsWith("40{");
    }
  }

  @Test
  void theServerClosesTheConnection() throws Exception {
    try (RawWebSocket socket = wire.joined("40")) {
      socket.text("42[\"cut\"]");
      assertThat(socket.endsHere()).isTrue();
      assertThat(gone.poll(5, TimeUnit.SECONDS)).isEqualTo(CloseReason.SERVER_CLOSED);
    }
  }

  @Test
  void aCutConnectionDisconnectsOnce() throws Exception {
    RawWebSocket socket = wire.joined("40");
    socket.close();
    assertThat(gone.poll(5, TimeUnit.SECONDS)).isEqualTo(CloseReason.TRANSPORT_CLOSED);
    assertThat(sockets.take().isConnected()).isFalse();
    assertThat(gone).isEmpty();
  }

  @Test
  void aBatchGoesOutInOrder() throws Exception {
    try (RawWebSocket socket = wire.joined("40")) {
      sockets.take().batch().emit("a", 1).emit("b", EncodedJson.of("{\"x\":1}")).emit("c").send();
      assertThat(socket.readText()).isEqualTo("42[\"a\",1]");
      assertThat(socket.readText()).isEqualTo("42[\"b\",{\"x\":1}]");
      assertThat(socket.readText()).isEqualTo("42[\"c\"]");
    }
  }

  /** Everything that arrives with the first message was written with it, without a wait between. */
  @Test
  void aBatchLeavesInOneFlush() throws Exception {
    try (RawWebSocket socket = wire.joined("40")) {
      var receiver = sockets.take();
      for (int round = 0; round < 50; round++) {
        var batch = receiver.batch();
        for (int i = 0; i < MANY; i++) batch.emit("n", 0);
        batch.send();
        assertThat(socket.readText()).isEqualTo("42[\"n\",0]");
        assertThat(socket.arrived()).isEqualTo((MANY - 1) * RawWebSocket.sizeOf("42[\"n\",0]"));
        for (int i = 1; i < MANY; i++) assertThat(socket.readText()).isEqualTo("42[\"n\",0]");
      }
    }
  }
}
