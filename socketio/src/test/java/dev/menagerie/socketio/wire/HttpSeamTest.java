package dev.menagerie.socketio.wire;

import static org.assertj.core.api.Assertions.assertThat;

import dev.menagerie.socketio.SocketIoServer;
import dev.menagerie.socketio.http.HttpHandler;
import dev.menagerie.socketio.http.HttpRequest;
import dev.menagerie.socketio.http.HttpResponder;
import dev.menagerie.socketio.http.HttpResponse;
import dev.menagerie.socketio.http.TrustedProxies;
import dev.menagerie.socketio.netty.NettySettings;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** The host application's requests on the same port. */
class HttpSeamTest {
  private final CompletableFuture<HttpResponse> never = new CompletableFuture<>();

  @AutoClose
  private final Wire wire =
      new Wire(
          SocketIoServer.builder()
              .netty(
                  NettySettings.on("127.0.0.1", 0)
                      .withMaxBody(1000)
                      .withTimeouts(Duration.ofMillis(400), Duration.ofMillis(600))
                      .withProxies(TrustedProxies.of(List.of("127.0.0.0/8", "10.0.0.1"))))
              .http(HttpHandler.reading(1000, this::handle))
              .build()
              .start());

  HttpSeamTest() throws IOException {}

  private CompletionStage<HttpResponse> handle(HttpRequest request) {
    return switch (request.path()) {
      case "/never" -> never;
      case "/fails" -> CompletableFuture.failedFuture(new IllegalStateException("failed"));
      case "/throws" -> throw new IllegalStateException("thrown");
      case "/blocking" ->
          HttpResponder.blocking(_ ->
                  HttpResponse.of(
                      200, "text/plain", "virtual " + Thread.currentThread().isVirtual()))
              .respond(request);
      case "/who" ->
          CompletableFuture.completedFuture(
              HttpResponse.of(200, "text/plain", request.remoteAddress() + " " + request.secure()));
      default ->
          CompletableFuture.completedFuture(
              HttpResponse.of(
                      200,
                      "text/plain",
                      request.method()
                          + " "
                          + request.path()
                          + " "
                          + request.query().first("q").orElse("-")
                          + " "
                          + new String(request.body(), StandardCharsets.UTF_8))
                  .with("X-Seen", request.headers().first("x-mine").orElse("-")));
    };
  }

  @Test
  void aRequestAndItsAnswerArriveInFull() throws IOException {
    try (RawHttp http = wire.http()) {
      http.head("PUT", "/a%20b?q=1%2B1&r=2", "X-Mine: yes", "Content-Length: 5");
      http.send("hel");
      http.send("lo");
      RawHttp.Response response = http.read();
      assertThat(response.status()).isEqualTo(200);
      assertThat(response.body()).isEqualTo("PUT /a%20b 1+1 hello");
      assertThat(response.header("x-seen")).isEqualTo("yes");
    }
  }

  @Test
  void aConnectionIsKept() throws IOException {
    try (RawHttp http = wire.http()) {
      for (int i = 0; i < 5; i++) {
        assertThat(http.post("/x", "n" + i).body()).isEqualTo("POST /x - n" + i);
      }
      http.sendGet("/x", "Connection: close");
      assertThat(http.read().header("connection")).isEqualTo("close");
      assertThat(http.endsHere()).isTrue();
    }
  }

  @Test
  void pipelinedRequestsAreAnsweredInOrder() throws IOException {
    try (RawHttp http = wire.http()) {
      var all = new StringBuilder();
      for (int i = 0; i < 40; i++) {
        all.append("GET ")
            .append(i % 3 == 0 ? "/blocking" : "/" + i)
            .append(" HTTP/1.1\r\nHost: x\r\n\r\n");
      }
      http.send(all.toString());
      for (int i = 0; i < 40; i++) {
        assertThat(http.read().body()).isEqualTo(i % 3 == 0 ? "virtual true" : "GET /" + i + " - ");
      }
    }
  }

  @Test
  void headHasTheHeadersOnly() throws IOException {
    try (RawHttp http = wire.http()) {
      http.head("HEAD", "/x");
      assertThat(http.readHead().header("content-length")).isEqualTo("10");
      assertThat(http.get("/x").body()).isEqualTo("GET /x - ");
    }
  }

  @Test
  void expectIsAnswered() throws IOException {
    try (RawHttp http = wire.http()) {
      http.head("POST", "/x", "Content-Length: 5", "Expect: 100-continue");
      assertThat(http.readHead().status()).isEqualTo(100);
      http.send("hello");
      assertThat(http.read().body()).isEqualTo("POST /x - hello");
      http.head("POST", "/x", "Content-Length: 1001", "Expect: 100-continue");
      assertThat(http.read().status()).isEqualTo(413);
      assertThat(http.endsHere()).isTrue();
    }
  }

  @Test
  void anUnknownExpectationFails() throws IOException {
    try (RawHttp http = wire.http()) {
      http.head("POST", "/x", "Content-Length: 5", "Expect: tea");
      assertThat(http.read().status()).isEqualTo(417);
    }
  }

  @Test
  void tooMuchIsRefusedAndTheConnectionClosed() throws IOException {
    refuses(413, "POST /x HTTP/1.1\r\nHost: x\r\nContent-Length: 1001\r\n\r\n");
    refuses(
        413,
        "POST /x HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n3e9\r\n"
            + "x".repeat(1001)
            + "\r\n");
    refuses(414, "GET /" + "x".repeat(9000) + " HTTP/1.1\r\nHost: x\r\n\r\n");
    refuses(431, "GET / HTTP/1.1\r\nHost: x\r\nX: " + "x".repeat(9000) + "\r\n\r\n");
  }

  @Test
  void invalidRequestsAreRefused() throws IOException {
    refuses(400, "nonsense\r\n\r\n");
    refuses(400, "GET / HTTP/1.1\r\n\r\n");
    refuses(400, "GET / HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n");
    refuses(400, "GET / HTTP/1.1\r\nHost: x\r\nno colon\r\n\r\n");
    refuses(400, "POST / HTTP/1.1\r\nHost: x\r\nContent-Length: -1\r\n\r\n");
    refuses(400, "POST / HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n");
  }

  private void refuses(int status, String request) throws IOException {
    try (RawHttp http = wire.http()) {
      http.send(request);
      assertThat(http.read().status()).as(request.lines().findFirst().orElse("")).isEqualTo(status);
      assertThat(http.endsHere()).isTrue();
    }
  }

  @Test
  void slowRequestsAreGivenUp() throws IOException {
    try (RawHttp silent = wire.http();
        RawHttp head = wire.http();
        RawHttp body = wire.http()) {
      head.send("GET / HTTP/1.1\r\nHost: x\r\nX-Slow: ");
      body.head("POST", "/", "Content-Length: 5");
      body.send("he");
      assertThat(silent.endsHere()).isTrue();
      assertThat(head.endsHere()).isTrue();
      assertThat(body.read().status()).isEqualTo(408);
      assertThat(body.endsHere()).isTrue();
    }
  }

  @Test
  void anIdleConnectionIsClosed() throws IOException {
    try (RawHttp http = wire.http()) {
      assertThat(http.get("/x").status()).isEqualTo(200);
      assertThat(http.endsHere()).isTrue();
    }
  }

  @Test
  void aHandlerThatFailsOrNeverAnswersIsCoveredFor() throws IOException {
    try (RawHttp http = wire.http()) {
      assertThat(http.get("/fails").status()).isEqualTo(500);
      assertThat(http.get("/throws").status()).isEqualTo(500);
      assertThat(http.get("/never").status()).isEqualTo(503);
      assertThat(http.endsHere()).isTrue();
    }
    never.complete(HttpResponse.of(200)); // too late, and harmless
  }

  @Test
  void theClientsAddressIsTakenFromTrustedProxiesOnly() throws IOException {
    assertThat(wire.get("/who").body()).isEqualTo("127.0.0.1 false");
    assertThat(
            wire.get(
                    "/who",
                    "X-Forwarded-For: 1.2.3.4, 192.0.2.7, 10.0.0.1",
                    "X-Forwarded-Proto: https")
                .body())
        .isEqualTo("192.0.2.7 true");
    assertThat(wire.get("/who", "X-Forwarded-For: 192.0.2.7, nonsense").body())
        .isEqualTo("127.0.0.1 false");
  }
}
