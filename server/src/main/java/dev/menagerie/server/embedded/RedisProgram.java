package dev.menagerie.server.embedded;

import dev.menagerie.codec.Sha256;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/** A Redis on loopback that writes every change to disk before it answers. */
final class RedisProgram implements StoreProgram {
  static final String USER = "menagerie";

  /** Written when the data is loaded; asking earlier can end this build of Redis (ADR 0006). */
  private static final String LOADED = "Ready to accept connections";

  private static final int ANSWER_MILLIS = 1_000;

  private final Path program;
  private final Path home;
  private final Path config;
  private final String password;
  private final StoreUser user;
  private final long maxMemoryBytes;

  RedisProgram(DataDirectory data, Path program, StoreUser user) {
    this.program = program;
    this.home = data.directory("redis");
    this.config = home.resolve("redis.conf");
    this.password = data.secret("redis");
    this.user = user;
    this.maxMemoryBytes = MachineMemory.bytes() / 2;
  }

  /** The address with user and password. A secret. */
  String url(int port) {
    return "redis://" + USER + ":" + password + "@127.0.0.1:" + port;
  }

  @Override
  public String name() {
    return "Redis";
  }

  @Override
  public Path home() {
    return home;
  }

  @Override
  public Path pidFile() {
    return home.resolve("redis.pid");
  }

  @Override
  public String mark() {
    return config.toString();
  }

  @Override
  public List<String> stopSignals() {
    return List.of("TERM");
  }

  @Override
  public void prepare() {}

  @Override
  public List<String> configure(int port) {
    PrivateFiles.write(config, configuration(port));
    var command = new ArrayList<>(user.prefix());
    command.addAll(List.of(program.toString(), config.toString()));
    return command;
  }

  /**
   * The application's user may do what the server does: no configuration, no flushing, no shutdown,
   * no listing of keys. INFO tells scripts the run id, ROLE tells the client library. Nobody can
   * sign in as the default user, but Redis reads its own file back as that user: if it may not run
   * a command, every transaction and every script's effects are dropped at the next start.
   *
   * <p>A process that may open a port of this machine may send questions and never read the
   * replies: one client may make Redis hold 32 MB, all together 64 MB, then the largest are hung up
   * on. The server's own connection is exempt. At {@code maxmemory} writes are refused; nothing is
   * evicted.
   *
   * <p>The file is rewritten every 256 MB: read back in less than two seconds, and by 64 MB, as
   * usual, a busy server did it every half minute, with a processor of its own for a second.
   */
  private String configuration(int port) {
    return """
    bind 127.0.0.1
    port %s
    protected-mode yes
    daemonize no
    set-proc-title no
    dir %s
    pidfile %s
    logfile ""
    loglevel notice
    databases 1
    save ""
    appendonly yes
    appendfsync always
    auto-aof-rewrite-min-size 256mb
    maxclients 1000
    maxmemory %s
    maxmemory-policy noeviction
    maxmemory-clients 64mb
    client-output-buffer-limit normal 32mb 8mb 10
    client-output-buffer-limit pubsub 32mb 8mb 10
    client-query-buffer-limit 64mb
    notify-keyspace-events ""
    user default off resetpass ~* &* +@all
    user %s on #%s ~* &* +@all -@dangerous +info +role +client|no-evict
    """
        .formatted(
            Integer.toString(port),
            quoted(home),
            quoted(pidFile()),
            Long.toString(maxMemoryBytes),
            USER,
            HexFormat.of().formatHex(Sha256.of(password)));
  }

  private static String quoted(Path path) {
    return '"' + path.toString().replace("\\", "\\\\").replace("\"", "\\\"") + '"';
  }

  @Override
  public Readiness ask(int port, StoreProcess process) {
    if (!process.hasWritten(LOADED)) return Readiness.NOT_YET;
    try (var socket = new Socket()) {
      socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), ANSWER_MILLIS);
      socket.setSoTimeout(ANSWER_MILLIS);
      var hello = "AUTH " + USER + " " + password + "\r\nPING\r\nQUIT\r\n";
      socket.getOutputStream().write(hello.getBytes(StandardCharsets.US_ASCII));
      var reply = new String(socket.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
      if (reply.startsWith("-WRONGPASS")) return Readiness.FOREIGN;
      return reply.contains("+PONG") ? Readiness.READY : Readiness.NOT_YET;
    } catch (IOException e) {
      return Readiness.NOT_YET; // it does not listen yet, or is busy
    }
  }

  @Override
  public void afterStart(int port) {}

  /** Its start sometimes fails while it loads its file (ADR 0006); the file stays intact. */
  @Override
  public boolean isWorthRepeating(String logTail) {
    return true;
  }
}
