package dev.menagerie.server.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.menagerie.server.commandline.LocalServer;
import dev.menagerie.testkit.TestCertificate;
import io.socket.client.IO;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The files of {@code deploy/proxies}, run by the real programs, in front of two nodes. */
class ProxiesTest {
  private static final Pattern SESSION = Pattern.compile("\"sid\":\"([^\"]+)\"");

  @TempDir Path directory;
  private TestCertificate certificate;

  @ParameterizedTest
  @EnumSource
  void inFrontOfTwoNodes(ReverseProxy.Kind kind) throws Exception {
    kind.require();
    try (var proxy = ReverseProxy.of(kind, directory);
        var first = node(proxy.publicUrl())) {
      try (var second = node(proxy.publicUrl())) {
        proxy.start(at(first), at(second));
        clientsOfEveryKindPlay(proxy.origin());
        sessionsThatPollStayOnTheirNode(proxy.port());
        pagesOfThisOriginAreLetIn(proxy.origin());
        tlsEndsAtTheProxy(proxy.securePort(), proxy.origin());
      }
      aDeadNodeKeepsNobodyAway(proxy.port());
    }
  }

  @ParameterizedTest
  @EnumSource
  void belowAPath(ReverseProxy.Kind kind) throws Exception {
    kind.require();
    try (var proxy = ReverseProxy.belowPath(kind, directory);
        var first = node(proxy.publicUrl());
        var second = node(proxy.publicUrl())) {
      proxy.start(at(first), at(second));
      var path = ReverseProxy.PATH;
      assertThat(get(proxy.port(), "127.0.0.1", path))
          .startsWith("HTTP/1.1 308")
          .containsPattern("(?i)\r\nlocation: \\S*" + path + "/\r\n");
      assertThat(get(proxy.port(), "127.0.0.1", path + "/"))
          .startsWith("HTTP/1.1 200")
          .containsPattern("(<base href=\"|curl .*)\\S*" + path + "/");
      aGameIsPlayedBelowThePath(proxy);
    }
  }

  private static void aGameIsPlayedBelowThePath(ReverseProxy proxy) {
    var people = List.of(Person.guest(proxy.publicUrl()), Person.guest(proxy.publicUrl()));
    var deck = Table.deck("pocket", 0);
    var game = Table.open(Map.of("deck_id", deck, "rules_config", "pocket"), people);
    for (var transports : List.of(List.of("polling", "websocket"), List.of("websocket"))) {
      var options = new IO.Options();
      options.path = ReverseProxy.PATH + "/socket.io/";
      options.transports = transports.toArray(String[]::new);
      var token = Map.of("token", people.getFirst().token());
      try (var player = Player.connect(proxy.origin(), token, options)) {
        player.next("session:ready");
        assertThat(player.join(game).path("ok").asBoolean()).isTrue();
      }
    }
  }

  /** HAProxy reads both from one file. */
  @BeforeEach
  void writeCertificate() throws Exception {
    certificate = TestCertificate.create(directory, 2);
    certificate.writeCertificate(directory.resolve("tls.crt"));
    certificate.writeKey(directory.resolve("tls.key"));
    Files.writeString(
        directory.resolve("tls.pem"),
        Files.readString(directory.resolve("tls.crt"))
            + Files.readString(directory.resolve("tls.key")));
  }

  /** The proxy's certificate is used, and the server knows that the player came by https. */
  private void tlsEndsAtTheProxy(int securePort, String origin) throws Exception {
    var host = URI.create(origin).getAuthority();
    try (var socket = certificate.trusting().getSocketFactory().createSocket()) {
      socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), securePort), 5_000);
      socket.setSoTimeout(10_000);
      var request =
          "GET /socket.io/?EIO=4&transport=polling HTTP/1.1\r\nHost: "
              + host
              + "\r\nOrigin: https://"
              + host
              + "\r\nConnection: close\r\n\r\n";
      socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
      assertThat(new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
          .startsWith("HTTP/1.1 200")
          .contains("\"sid\":\"");
    }
  }

  /** Players of the node that has gone reach the other one at once: no request is refused. */
  private static void aDeadNodeKeepsNobodyAway(int port) throws IOException {
    for (int last = 2; last < 26; last++) {
      assertThat(get(port, "127.0.0." + last, "/socket.io/?EIO=4&transport=polling"))
          .as("from 127.0.0.%s", last)
          .startsWith("HTTP/1.1 200");
    }
  }

  private static LocalServer node(String publicUrl) {
    return Servers.another(s -> s.jwtSecretFile(Servers.jwtFile()).behindProxy(publicUrl));
  }

  private static String at(LocalServer server) {
    return URI.create(server.listensAt()).getAuthority();
  }

  /** The default client polls first and then changes to a WebSocket. */
  private static void clientsOfEveryKindPlay(String origin) {
    for (var transports :
        List.of(
            new String[] {"polling", "websocket"},
            new String[] {"websocket"},
            new String[] {"polling"})) {
      for (int i = 0; i < 3; i++) {
        var person = Person.guest(origin);
        var player = Player.connect(person, Map.of(), transports);
        try {
          player.next("session:ready");
        } finally {
          player.close();
        }
      }
    }
    try (var duel = Duel.on(origin, origin)) {
      duel.steps(6);
    }
  }

  /** From many addresses both nodes are reached, and a second request finds its session. */
  private static void sessionsThatPollStayOnTheirNode(int port) throws IOException {
    for (int last = 2; last < 26; last++) {
      var from = "127.0.0." + last;
      var opened = get(port, from, "/socket.io/?EIO=4&transport=polling");
      assertThat(opened).startsWith("HTTP/1.1 200");
      var session = SESSION.matcher(opened);
      assertThat(session.find()).as("%s", opened).isTrue();
      for (int i = 0; i < 3; i++) {
        var posted =
            post(port, from, "/socket.io/?EIO=4&transport=polling&sid=" + session.group(1));
        assertThat(posted).as("from %s", from).startsWith("HTTP/1.1 200");
      }
    }
  }

  private static void pagesOfThisOriginAreLetIn(String origin) {
    assertThat(Api.of(origin).with("Origin", origin).get("/bots").status()).isEqualTo(200);
    assertThat(Api.of(origin).with("Origin", "https://evil.example").get("/bots").status())
        .isEqualTo(403);
  }

  private static String get(int port, String from, String path) throws IOException {
    return exchange(
        port,
        from,
        "GET " + path + " HTTP/1.1\r\nHost: 127.0.0.1:" + port + "\r\nConnection: close\r\n\r\n");
  }

  /** A message of Engine.IO that needs no answer: the pong to a ping that was not sent yet. */
  private static String post(int port, String from, String path) throws IOException {
    return exchange(
        port,
        from,
        "POST "
            + path
            + " HTTP/1.1\r\nHost: 127.0.0.1:"
            + port
            + "\r\nContent-Type: text/plain;charset=UTF-8\r\nContent-Length: 2\r\n"
            + "Connection: close\r\n\r\n40");
  }

  private static String exchange(int port, String from, String request) throws IOException {
    try (var socket = new Socket()) {
      socket.bind(new InetSocketAddress(InetAddress.ofLiteral(from), 0));
      socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 5_000);
      socket.setSoTimeout(10_000);
      socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
