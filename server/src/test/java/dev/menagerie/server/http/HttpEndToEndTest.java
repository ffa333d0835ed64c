package dev.menagerie.server.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.menagerie.cards.house.HouseRules;
import dev.menagerie.cards.set.CardSets;
import dev.menagerie.codec.Json;
import dev.menagerie.codec.Limits;
import dev.menagerie.server.catalog.CatalogRoutes;
import dev.menagerie.socketio.SocketIoServer;
import dev.menagerie.socketio.http.HttpHandler;
import java.io.ByteArrayOutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** The edge behind the port that Socket.IO shares, asked by a real client and by hostile bytes. */
class HttpEndToEndTest {
  private static final Rest REST =
      new Rest(
          List.of(
              new CatalogRoutes(CardSets.load(), HouseRules.shipped()).all().getFirst(),
              Route.get("/me", "me", "Who am I")
                  .responds(200, AuthenticatedCaller.class)
                  .by(call -> RouteResponse.of(call.user()))));
  private static final HttpClient CLIENT = HttpClient.newHttpClient();
  private static final SocketIoServer SERVER =
      SocketIoServer.builder().http(HttpHandler.blocking(REST.edge())).build();

  @BeforeAll
  static void start() throws Exception {
    SERVER.start();
  }

  @AfterAll
  static void stop() {
    SERVER.close();
    CLIENT.close();
  }

  @Test
  void aGuestSignsInAndIsKnown() throws Exception {
    var guest = send("POST", "/auth/guest", "{\"name\":\"Ada\"}");
    assertThat(guest.statusCode()).isEqualTo(201);
    assertThat(guest.headers().firstValue("Cache-Control")).contains("no-store");
    var me =
        get("/me", "Authorization", "Bearer " + json(guest).path("access_token").stringValue());
    assertThat(json(me).path("name").stringValue()).isEqualTo("Ada");
    assertThat(get("/me").statusCode()).isEqualTo(401);
  }

  @Test
  void tagsAndHeadWorkOverTheWire() throws Exception {
    var cards = get("/cards");
    String tag = cards.headers().firstValue("ETag").orElseThrow();
    assertThat(get("/cards", "If-None-Match", tag).statusCode()).isEqualTo(304);
    var head = send("HEAD", "/cards", "");
    assertThat(head.statusCode()).isEqualTo(200);
    assertThat(head.body()).isEmpty();
    assertThat(head.headers().firstValue("ETag")).contains(tag);
  }

  @Test
  void theDocumentsAndTheStartPageAreThere() throws Exception {
    assertThat(json(get("/openapi.json")).path("openapi").stringValue()).isEqualTo("3.1.0");
    assertThat(get("/docs").body()).contains("POST /auth/guest");
    assertThat(get("/").body()).contains("socket.io-client");
  }

  @Test
  void aLargeBodyIsRefusedAsAProblem() throws Exception {
    var refused = send("POST", "/auth/guest", " ".repeat(20_000));
    assertThat(refused.statusCode()).isEqualTo(413);
    assertThat(json(refused).path("code").stringValue()).isEqualTo("payload_too_large");
  }

  @Test
  void aHundredRequestsAtOnceOnAFewConnections() {
    var answers = new ArrayList<CompletableFuture<HttpResponse<String>>>();
    for (int i = 0; i < 100; i++) {
      answers.add(CLIENT.sendAsync(request("GET", "/me", "").build(), BodyHandlers.ofString()));
    }
    assertThat(answers).allMatch(answer -> answer.join().statusCode() == 401);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "GET /../../etc/passwd HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n",
        "GET /%2e%2e%2f%2e%2e%2fetc%2fpasswd HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n",
        "GET /assets/..%5c..%5csecret.txt HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n",
        "GET http://elsewhere.example/me HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n",
        "FROB /me HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n",
        "GET /me?%zz=1 HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n",
        "POST /auth/guest HTTP/1.1\r\nHost: x\r\nConnection: close\r\nContent-Type:"
            + " application/json\r\nContent-Length: 3\r\n\r\n{\"a",
        "POST /auth/guest HTTP/1.1\r\nHost: x\r\nContent-Length: 2\r\nTransfer-Encoding:"
            + " chunked\r\n\r\n0\r\n\r\nGET /me HTTP/1.1\r\n\r\n",
        "POST /auth/guest HTTP/1.1\r\nHost: x\r\nContent-Length: -5\r\n\r\n",
        "GET /me HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer \0\r\n\r\n",
        "\u0000\u0001\u0002\r\n\r\n"
      })
  void hostileBytesGetARefusalAndNothingElse(String raw) throws Exception {
    String answer = exchange(raw);
    assertThat(answer).matches("(?s)(HTTP/1\\.1 4\\d\\d .*)?");
    assertThat(answer).doesNotContain("root:", "Exception", "\tat ");
    assertThat(get("/cards").statusCode()).isEqualTo(200);
  }

  private static String exchange(String raw) throws Exception {
    try (var socket = new Socket(InetAddress.getLoopbackAddress(), SERVER.port())) {
      socket.setSoTimeout(10_000);
      socket.getOutputStream().write(raw.getBytes(StandardCharsets.ISO_8859_1));
      socket.shutdownOutput();
      var answer = new ByteArrayOutputStream();
      socket.getInputStream().transferTo(answer);
      return answer.toString(StandardCharsets.UTF_8);
    }
  }

  private static HttpRequest.Builder request(String method, String path, String body) {
    var request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + SERVER.port() + path))
            .version(HttpClient.Version.HTTP_1_1);
    return body.isEmpty()
        ? request.method(method, BodyPublishers.noBody())
        : request
            .header("Content-Type", "application/json")
            .method(method, BodyPublishers.ofString(body));
  }

  private static HttpResponse<String> send(String method, String path, String body)
      throws Exception {
    return CLIENT.send(request(method, path, body).build(), BodyHandlers.ofString());
  }

  private static HttpResponse<String> get(String path, String... headers) throws Exception {
    var request = request("GET", path, "");
    if (headers.length > 0) request.headers(headers);
    return CLIENT.send(request.build(), BodyHandlers.ofString());
  }

  private static JsonNode json(HttpResponse<String> response) {
    return Json.tree(response.body().getBytes(StandardCharsets.UTF_8), Limits.DOCUMENT);
  }
}
