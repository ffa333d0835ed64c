package dev.menagerie.server.attack;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.menagerie.codec.Json;
import dev.menagerie.codec.Limits;
import dev.menagerie.server.e2e.Servers;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.WebSocket;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Attacks on the port: unwanted bodies, floods, and requests for another host. */
class PortAttackTest {
  private static final int MIB = 1 << 20;
  private static final URI SERVER = URI.create(Servers.shared());

  private record Answer(int status, String head, String body) {
    String code() {
      assertThat(head).containsIgnoringCase("content-type: application/problem+json");
      return Json.tree(body.getBytes(UTF_8), Limits.DOCUMENT).path("code").stringValue();
    }
  }

  private static Socket connect(URI server) throws IOException {
    var socket = new Socket(InetAddress.getLoopbackAddress(), server.getPort());
    socket.setSoTimeout(20_000);
    return socket;
  }

  private static Answer exchange(String raw) throws IOException {
    try (var socket = connect(SERVER)) {
      socket.getOutputStream().write(raw.getBytes(US_ASCII));
      return read(new BufferedInputStream(socket.getInputStream()));
    }
  }

  private static Answer read(InputStream in) throws IOException {
    var head = new ByteArrayOutputStream();
    while (!head.toString(US_ASCII).endsWith("\r\n\r\n")) {
      int next = in.read();
      assertThat(next).as("the end of the stream").isNotNegative();
      head.write(next);
    }
    String text = head.toString(US_ASCII);
    var length = Pattern.compile("(?i)content-length: *(\\d+)").matcher(text);
    int bytes = length.find() ? Integer.parseInt(length.group(1)) : 0;
    int status = Integer.parseInt(text.split(" ", 3)[1]);
    return new Answer(status, text, new String(in.readNBytes(bytes), UTF_8));
  }

  /** Every call of the server's own document. */
  private static List<String> calls() throws Exception {
    try (var client = HttpClient.newHttpClient()) {
      var request = HttpRequest.newBuilder(SERVER.resolve("/openapi.json")).build();
      var document =
          Json.tree(client.send(request, BodyHandlers.ofByteArray()).body(), Limits.DOCUMENT);
      var calls = new ArrayList<String>();
      for (var path : document.path("paths").properties()) {
        for (var method : path.getValue().propertyNames()) {
          if (method.matches("get|post|put|delete")) {
            var target = path.getKey().replaceAll("\\{[^}]*}", "x1");
            calls.add(method.toUpperCase(Locale.ROOT) + " " + target);
          }
        }
      }
      assertThat(calls).hasSizeGreaterThan(20);
      return calls;
    }
  }

  @Test
  void noCallWaitsForABodyThatItDoesNotWant() throws Exception {
    var all = new ArrayList<>(calls());
    all.addAll(
        List.of("POST /nothing", "PATCH /games", "POST /", "POST /assets/x.js", "PUT /docs"));
    for (var call : all) {
      var answer =
          exchange(
              call
                  + " HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
                  + "Content-Length: "
                  + MIB
                  + "\r\n\r\n{");
      assertThat(answer.status()).as(call).isIn(401, 404, 405, 413);
      assertThat(answer.code()).isNotBlank();
      assertThat(answer.head()).containsIgnoringCase("connection: close");
    }
  }

  @Test
  void othersAreAnsweredWhileHundredsHoldBodies() throws Exception {
    var holding = new ArrayList<Socket>();
    try {
      for (int i = 0; i < 400; i++) {
        var socket = connect(SERVER);
        holding.add(socket);
        var target = i % 2 == 0 ? "/auth/guest" : "/nothing";
        int length = i % 2 == 0 ? 16_384 : MIB;
        socket
            .getOutputStream()
            .write(
                ("POST "
                        + target
                        + " HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json"
                        + "\r\nContent-Length: "
                        + length
                        + "\r\n\r\n"
                        + "x".repeat(15_000))
                    .getBytes(US_ASCII));
      }
      var answer = exchange("GET /health/live HTTP/1.1\r\nHost: localhost\r\n\r\n");
      assertThat(answer.status()).isEqualTo(200);
    } finally {
      for (var socket : holding) socket.close();
    }
  }

  @Test
  void aBodyThatIsTooLongIsAProblemWhateverItsFraming() throws IOException {
    var start =
        "POST /auth/guest HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n";
    assertThat(exchange(start + "Content-Length: 16385\r\n\r\n").code())
        .isEqualTo("payload_too_large");
    assertThat(exchange(start + "Content-Length: " + 2 * MIB + "\r\n\r\n").code())
        .isEqualTo("payload_too_large");
    var chunk = "5000\r\n" + "x".repeat(0x5000) + "\r\n";
    assertThat(exchange(start + "Transfer-Encoding: chunked\r\n\r\n" + chunk).code())
        .isEqualTo("payload_too_large");
  }

  @ParameterizedTest
  @ValueSource(strings = {"evil.example", "localhost.evil.example", "127.0.0.1.evil.example", "x"})
  void aHostThatIsNotTheServersIsNotServed(String host) throws IOException {
    for (var target : List.of("/", "/games/open", "/socket.io/?EIO=4&transport=polling")) {
      var answer =
          exchange(
              "GET "
                  + target
                  + " HTTP/1.1\r\nHost: "
                  + host
                  + "\r\nOrigin: http://"
                  + host
                  + "\r\n\r\n");
      assertThat(answer.status()).isEqualTo(421);
      assertThat(answer.code()).isEqualTo("misdirected_request");
    }
  }

  @Test
  void aTokenGivenTwiceIsRefused() throws IOException {
    var answer =
        exchange(
            String.join(
                "\r\n",
                "GET /socket.io/?EIO=4&transport=polling&token=a&token=b HTTP/1.1",
                "Host: localhost",
                "",
                ""));
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.head()).containsIgnoringCase("x-content-type-options: nosniff");
  }

  @Test
  void unknownEventsCountTowardsTheRate() throws Exception {
    try (var server = Servers.another(settings -> settings.packetsPerSecond(200));
        var client = HttpClient.newHttpClient()) {
      var uri =
          URI.create(server.url().replace("http", "ws") + "/socket.io/?EIO=4&transport=websocket");
      var closed = new CompletableFuture<Integer>();
      var socket =
          client
              .newWebSocketBuilder()
              .buildAsync(
                  uri,
                  new WebSocket.Listener() {
                    @Override
                    public CompletionStage<?> onClose(WebSocket from, int code, String reason) {
                      closed.complete(code);
                      return CompletableFuture.completedStage(null);
                    }
                  })
              .get(20, TimeUnit.SECONDS);
      try {
        for (int i = 0; i < 2_000 && !closed.isDone(); i++) {
          socket.sendText("40/nothing", true).join();
        }
      } catch (CompletionException ended) {
        // closed before all was sent, as it should be
      }
      assertThat(closed.get(20, TimeUnit.SECONDS)).isEqualTo(1008);
    }
  }

  @Test
  void oneAddressHasSoManyConnections() throws Exception {
    try (var server = Servers.another(settings -> settings.connectionsPerAddress(20))) {
      var uri = URI.create(server.url());
      var open = new ArrayList<Socket>();
      try {
        for (int i = 0; i < 20; i++) open.add(connect(uri));
        try (var another = connect(uri)) {
          assertThat(read(another.getInputStream()).status()).isEqualTo(503);
        }
      } finally {
        for (var socket : open) socket.close();
      }
    }
  }
}
