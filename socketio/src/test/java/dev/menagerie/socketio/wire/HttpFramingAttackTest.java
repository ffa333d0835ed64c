package dev.menagerie.socketio.wire;

import static org.assertj.core.api.Assertions.assertThat;

import dev.menagerie.socketio.SocketIoServer;
import dev.menagerie.socketio.http.HostPolicy;
import dev.menagerie.socketio.http.HttpHandler;
import dev.menagerie.socketio.http.HttpRequest;
import dev.menagerie.socketio.http.HttpResponse;
import dev.menagerie.socketio.http.OriginPolicy;
import dev.menagerie.socketio.http.TrustedProxies;
import dev.menagerie.socketio.netty.NettySettings;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Requests that could be read in two ways, or that are meant for another host. */
class HttpFramingAttackTest {
  @AutoClose
  private final Wire wire =
      new Wire(
          SocketIoServer.builder()
              .netty(
                  NettySettings.on("127.0.0.1", 0)
                      .withHosts(HostPolicy.only(Set.of("play.example.org")))
                      .withOrigins(OriginPolicy.allowing(Set.of("https://play.example.org")))
                      .withProxies(TrustedProxies.of(List.of("127.0.0.9"))))
              .http(HttpHandler.readingThenBlocking(1_000, HttpFramingAttackTest::answer))
              .build()
              .start());

  HttpFramingAttackTest() throws IOException {}

  private static HttpResponse answer(HttpRequest request) {
    return HttpResponse.of(
        200,
        "text/plain",
        request.path()
            + " "
            + request.query().first("q").orElse("-")
            + " "
            + request.headers().first("Host").orElse("-")
            + " "
            + request.secure());
  }

  private RawHttp.Response send(String raw) throws IOException {
    try (RawHttp http = wire.http()) {
      http.send(raw.replace("|", "\r\n"));
      return http.read();
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "400; GET / HTTP/1.1||",
        "400; GET / HTTP/1.1|Host: a|Host: play.example.org||",
        "400; GET /?q=%zz HTTP/1.1|Host: play.example.org||",
        "400; GET /?q=%c3%28 HTTP/1.1|Host: play.example.org||",
        "400; GET /%2 HTTP/1.1|Host: play.example.org||",
        "400; GET /%c0%ae HTTP/1.1|Host: play.example.org||",
        "400; GET /#fragment HTTP/1.1|Host: play.example.org||",
        "400; GET play.example.org HTTP/1.1|Host: play.example.org||",
        "400; GET * HTTP/1.1|Host: play.example.org||",
        "400; CONNECT play.example.org:443 HTTP/1.1|Host: play.example.org||",
        "400; GET http://user@play.example.org/ HTTP/1.1|Host: play.example.org||",
        "400; POST / HTTP/1.1|Host: play.example.org|Content-Length: 3|Content-Length: 4||abc",
        "400; POST / HTTP/1.1|Host: play.example.org|Content-Length: +3||abc",
        "400; POST / HTTP/1.1|Host: play.example.org|Content-Length: 3|Transfer-Encoding: chunked||0||",
        "400; POST / HTTP/1.0|Host: play.example.org|Transfer-Encoding: chunked||0||",
        "400; GET / HTTP/1.1|Host: play.example.org|TE: gzip, chunked||",
        "501; POST / HTTP/1.1|Host: play.example.org|Transfer-Encoding: gzip, chunked||0||",
        "400; POST / HTTP/1.1|Host: play.example.org|Transfer-Encoding: gzip||",
        "400; POST / HTTP/1.1|Host: play.example.org|Transfer-Encoding: chunked, chunked||0||",
        "400; POST / HTTP/1.1|Host: play.example.org|Transfer-Encoding: identity||",
        "505; GET / HTTP/9.9|Host: play.example.org||",
        "505; GET / HTTP/1.2|Host: play.example.org||",
        "505; PRI * HTTP/2.0||SM||",
        "421; GET / HTTP/1.1|Host: evil.example||",
        "421; GET / HTTP/1.1|Host: play.example.org.evil.example||",
        "421; GET / HTTP/1.1|Host: 127.0.0.1||",
        "421; GET http://evil.example/ HTTP/1.1|Host: play.example.org||",
        "421; GET / HTTP/1.1|Host: evil.example|X-Forwarded-Host: play.example.org||",
        "421; GET /socket.io/?EIO=4&transport=polling HTTP/1.1|Host: evil.example||",
        "200; GET / HTTP/1.1|Host: PLAY.example.org||",
        "200; GET / HTTP/1.1|Host: play.example.org:8080||",
        "200; OPTIONS * HTTP/1.1|Host: play.example.org||",
        "200; GET / HTTP/1.0||"
      })
  void everyFramingHasOneAnswer(int status, String request) throws IOException {
    var answer = send(request);
    assertThat(answer.status()).isEqualTo(status);
    assertThat(answer.header("x-content-type-options")).isEqualTo("nosniff");
    if (status >= 400) {
      assertThat(answer.header("connection")).isEqualTo("close");
    }
  }

  @Test
  void absoluteFormNamesTheHost() throws IOException {
    assertThat(send("GET http://play.example.org/a?q=1 HTTP/1.1|Host: ignored.example||").body())
        .isEqualTo("/a 1 play.example.org false");
  }

  @Test
  @SuppressWarnings("StringConcatToTextBlock") // lines end as HTTP wants
  void aTrustedProxyForwardsHostAndScheme() throws IOException {
    try (var proxy = new RawHttp(wire.port(), "127.0.0.9")) {
      proxy.send(
          "GET /a HTTP/1.1\r\nHost: upstream\r\nX-Forwarded-Host: play.example.org\r\n"
              + "X-Forwarded-Proto: https\r\n\r\n");
      assertThat(proxy.read().body()).isEqualTo("/a - play.example.org true");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/socket.io/?EIO=4&transport=polling",
        "/socket.io/?EIO=4&transport=polling&sid=nobody",
        "/socket.io/?EIO=3&transport=polling",
        "/socket.io/",
        "/nothing"
      })
  void noAnswerLetsABrowserGuessItsType(String target) throws IOException {
    var answer = send("GET " + target + " HTTP/1.1|Host: play.example.org||");
    assertThat(answer.header("x-content-type-options")).isEqualTo("nosniff");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "token=a&token=b",
        "token=a&token=a",
        "x=1&x=2",
        "transport=polling",
        "%74oken=a&token=b"
      })
  void aParameterGivenTwiceIsRefused(String twice) throws IOException {
    var answer =
        send(
            "GET /socket.io/?EIO=4&transport=polling&"
                + twice
                + " HTTP/1.1|Host: play.example.org||");
    assertThat(answer.status()).isEqualTo(400);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://play.example.org",
        "https://user@play.example.org",
        "https://play.example.org/",
        "https://play.example.org/path",
        "https://play.example.org?x",
        "https://play.example.org:444",
        "//play.example.org",
        "play.example.org",
        "null"
      })
  void anOriginIsComparedWithSchemeHostAndPort(String origin) throws IOException {
    // Over TLS, as a trusted proxy says: the server's own origin is https://play.example.org.
    try (var proxy = new RawHttp(wire.port(), "127.0.0.9")) {
      proxy.send(
          "GET /socket.io/?EIO=4&transport=polling HTTP/1.1\r\nHost: play.example.org\r\n"
              + "X-Forwarded-Proto: https\r\nOrigin: "
              + origin
              + "\r\n\r\n");
      assertThat(proxy.read().status()).isEqualTo(403);
    }
  }
}
