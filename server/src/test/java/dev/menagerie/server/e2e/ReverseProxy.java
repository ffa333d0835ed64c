package dev.menagerie.server.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.menagerie.testkit.ForeignProgram;
import dev.menagerie.testkit.Ports;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.assertj.core.api.Assertions;
import org.awaitility.Awaitility;

/** A file of {@code deploy/proxies}, changed for ports of this machine and run by its program. */
final class ReverseProxy implements AutoCloseable {
  private static final Path FILES = Path.of("..", "deploy", "proxies");
  private static final String CADDY_NAME = "play.example.org";

  /** The path of the commented blocks. */
  static final String PATH = "/menagerie";

  /** A program with its file. */
  enum Kind {
    NGINX("nginx.conf", "/usr/sbin/nginx", "-v"),
    HAPROXY("haproxy.cfg", "/usr/sbin/haproxy", "-v"),
    CADDY("Caddyfile", "/usr/bin/caddy", "version");

    private final String file;
    private final String program;
    private final String version;

    Kind(String file, String program, String version) {
      this.file = file;
      this.program = program;
      this.version = version;
    }

    /** Ends the test here where the program is not installed. */
    void require() throws InterruptedException {
      ForeignProgram.requires(program, version);
    }
  }

  private final Kind kind;
  private final Path directory;
  private final int port = Ports.free();
  private final int securePort = Ports.free();
  private final String path;
  private List<Process> processes = List.of();

  private ReverseProxy(Kind kind, Path directory, String path) {
    this.kind = kind;
    this.directory = directory;
    this.path = path;
  }

  /** A proxy that serves the whole host; the directory has the certificates. */
  static ReverseProxy of(Kind kind, Path directory) {
    return new ReverseProxy(kind, directory, "");
  }

  /** A proxy that serves below {@link #PATH}. */
  static ReverseProxy belowPath(Kind kind, Path directory) {
    return new ReverseProxy(kind, directory, PATH);
  }

  int port() {
    return port;
  }

  int securePort() {
    return securePort;
  }

  String origin() {
    return "http://127.0.0.1:" + port;
  }

  /** Where players reach the nodes. */
  String publicUrl() {
    return origin() + path;
  }

  /** Runs the program in front of the nodes at these two addresses. */
  void start(String first, String second) throws IOException {
    var text =
        adapted(Files.readString(FILES.resolve(kind.file)))
            .replace("node-1:8080", first)
            .replace("node-2:8080", second)
            .replaceAll("listen 8080;", "listen 127.0.0.1:" + port + ";")
            .replaceAll("bind :8080", "bind 127.0.0.1:" + port)
            .replaceAll("# (listen|bind|ssl_)", "$1")
            .replaceAll(path.isEmpty() ? "# path: .*" : "# path: ", "")
            .replaceAll("listen 443", "listen 127.0.0.1:" + securePort)
            .replaceAll("bind :443", "bind 127.0.0.1:" + securePort)
            .replace("HOST", "127.0.0.1:" + port)
            .replace("SECURE_PORT", Integer.toString(securePort))
            .replace("/etc/menagerie", directory.toString());
    assertThat(text).doesNotContainPattern("\\b8080\\b|:443\\b");
    var config = Files.writeString(directory.resolve(kind.file), text);
    var log = directory.resolve("proxy.log");
    var started =
        new ProcessBuilder(command(config.toString()))
            .redirectErrorStream(true)
            .redirectOutput(log.toFile())
            .start();
    processes = List.of(started);
    Awaitility.await()
        .failFast(() -> requireAlive(started, log))
        .ignoreExceptions()
        .until(() -> Api.of(publicUrl()).get("/health/ready").status() == 200);
  }

  /** A proxy that refuses its file says why. */
  private static void requireAlive(Process started, Path log) {
    var said = Assertions.contentOf(log.toFile());
    assertThat(started.isAlive()).as("%s", said).isTrue();
  }

  private List<String> command(String config) {
    return switch (kind) {
      case NGINX -> List.of(kind.program, "-c", config, "-p", directory.toString());
      case HAPROXY -> List.of(kind.program, "-f", config);
      case CADDY ->
          List.of("env", "XDG_DATA_HOME=" + directory, kind.program, "run", "--config", config);
    };
  }

  private String adapted(String text) {
    return switch (kind) {
      case NGINX ->
          "daemon off;\npid "
              + directory
              + "/nginx.pid;\nerror_log stderr;\n"
              + text.replace("http {", "http {\n  access_log off;\n" + temporaryPaths());
      case HAPROXY -> text;
      case CADDY -> withoutPublicName(text);
    };
  }

  private String temporaryPaths() {
    var paths = new StringBuilder();
    for (var temporary : List.of("client_body", "proxy", "fastcgi", "uwsgi", "scgi")) {
      paths.append("  ").append(temporary).append("_temp_path ").append(directory);
      paths.append("/tmp-").append(temporary).append(";\n");
    }
    return paths.toString();
  }

  /**
   * Its site is a public name with certificates of its own; here it is a port and one more for TLS.
   */
  private static String withoutPublicName(String text) {
    var site = text.substring(text.indexOf('{')).replace(CADDY_NAME, "HOST");
    var keys = "{\n\ttls /etc/menagerie/tls.crt /etc/menagerie/tls.key";
    return "{\n\tadmin off\n\tauto_https off\n\tdefault_sni localhost\n}\nhttp://HOST "
        + site
        + "\nhttps://:SECURE_PORT "
        + site.replaceFirst("\\{", keys);
  }

  @Override
  public void close() {
    for (var started : processes) {
      started.destroy();
      started.onExit().join();
    }
  }
}
