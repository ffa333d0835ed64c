package dev.menagerie.server.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.menagerie.server.commandline.LocalServer;
import dev.menagerie.testkit.ForeignProgram;
import dev.menagerie.testkit.Ports;
import dev.menagerie.testkit.TestCertificate;
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
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.assertj.core.api.Assertions;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The files of {@code deploy/proxies}, run by the real programs, in front of two nodes. */
class ProxiesTest {
  private static final Path FILES = Path.of("..", "deploy", "proxies");
  private static final String CADDY_NAME = "play.example.org";
  private static final Pattern SESSION = Pattern.compile("\"sid\":\"([^\"]+)\"");

  @TempDir Path directory;
  private TestCertificate certificate;

  @Test
  void nginx() throws Exception {
    var program = installed("/usr/sbin/nginx", "-v");
    inFrontOfTwoNodes(
        "nginx.conf",
        text ->
            "daemon off;\npid "
                + directory
                + "/nginx.pid;\nerror_log stderr;\n"
                + text.replace("http {", "http {\n  access_log off;\n" + temporaryPaths()),
        config -> List.of(program, "-c", config, "-p", directory.toString()));
  }

  private String temporaryPaths() {
    var paths = new StringBuilder();
    for (var kind : List.of("client_body", "proxy", "fastcgi", "uwsgi", "scgi")) {
      paths.append("  ").append(kind).append("_temp_path ").append(directory).append("/tmp-");
      paths.append(kind).append(";\n");
    }
    return paths.toString();
  }

  @Test
  void haproxy() throws Exception {
    var program = installed("/usr/sbin/haproxy", "-v");
    inFrontOfTwoNodes("haproxy.cfg", text -> text, config -> List.of(program, "-f", config));
  }

  /**
   * Its site is a public name with certificates of its own; here it is a port and one more for TLS.
   */
  @Test
  void caddy() throws Exception {
    var program = installed("/usr/bin/caddy", "version");
    inFrontOfTwoNodes(
        "Caddyfile",
        text -> {
          var site = text.substring(text.indexOf('{')).replace(CADDY_NAME, "HOST");
          var keys = "{\n\ttls /etc/menagerie/tls.crt /etc/menagerie/tls.key";
          return "{\n\tadmin off\n\tauto_https off\n\tdefault_sni localhost\n}\nhttp://HOST "
              + site
              + "\nhttps://:SECURE_PORT "
              + site.replaceFirst("\\{", keys);
        },
        config -> List.of("env", "XDG_DATA_HOME=" + directory, program, "run", "--config", config));
  }

  private static String installed(String program, String version) throws InterruptedException {
    ForeignProgram.requires(program, version);
    return program;
  }

  private interface Command {
    List<String> with(String config);
  }

  private void inFrontOfTwoNodes(String file, UnaryOperator<String> adapt, Command command)
      throws Exception {
    int port = Ports.free();
    int securePort = Ports.free();
    var origin = "http://127.0.0.1:" + port;
    try (var first = node(origin);
        var proxy = new Proxy(directory.resolve("proxy.log"))) {
      try (var second = node(origin)) {
        var text =
            adapt
                .apply(Files.readString(FILES.resolve(file)))
                .replace("node-1:8080", at(first))
                .replace("node-2:8080", at(second))
                .replaceAll("listen 8080;", "listen 127.0.0.1:" + port + ";")
                .replaceAll("bind :8080", "bind 127.0.0.1:" + port)
                .replaceAll("# (listen|bind|ssl_)", "$1")
                .replaceAll("listen 443", "listen 127.0.0.1:" + securePort)
                .replaceAll("bind :443", "bind 127.0.0.1:" + securePort)
                .replace("HOST", "127.0.0.1:" + port)
                .replace("SECURE_PORT", Integer.toString(securePort))
                .replace("/etc/menagerie", directory.toString());
        assertThat(text).doesNotContain("8080").doesNotContain(":443");
        Path config = Files.writeString(directory.resolve(file), text);
        proxy.start(command.with(config.toString()), origin);
        clientsOfEveryKindPlay(origin);
        sessionsThatPollStayOnTheirNode(port);
        pagesOfThisOriginAreLetIn(origin);
        tlsEndsAtTheProxy(securePort, origin);
      }
      aDeadNodeKeepsNobodyAway(port);
    }
  }

  /** The program while it runs; what it says is in a file. */
  private static final class Proxy implements AutoCloseable {
    private final Path log;
    private Optional<Process> process = Optional.empty();

    Proxy(Path log) {
      this.log = log;
    }

    void start(List<String> command, String origin) throws IOException {
      var started =
          new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(log.toFile())
              .start();
      process = Optional.of(started);
      Awaitility.await()
          .failFast(() -> requireAlive(started))
          .ignoreExceptions()
          .until(() -> Api.of(origin).get("/health/ready").status() == 200);
    }

    /** A proxy that refuses its file says why. */
    private void requireAlive(Process started) {
      var said = Assertions.contentOf(log.toFile());
      assertThat(started.isAlive()).as("%s", said).isTrue();
    }

    @Override
    public void close() {
      process.ifPresent(started -> {
        started.destroy();
        started.onExit().join();
      });
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
