package dev.menagerie.server.embedded;

import dev.menagerie.server.Sha256;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;

/** A real Redis on loopback that writes every change to disk before it answers. */
final class EmbeddedRedis implements EmbeddedStore {
  static final String USER = "menagerie";

  /**
   * Port numbers are taken between looking and binding only by rare accident, and the program fails
   * by itself now and then while it loads (ADR 0006); its file stays whole.
   */
  private static final int START_ATTEMPTS = 5;

  /** What Redis writes when it has loaded its data. */
  private static final String LOADED = "Ready to accept connections";

  /** Loading a large append-only file takes seconds; minutes mean that something hangs. */
  private static final Polling READY = Polling.forSeconds(120);

  private static final int ANSWER_MILLIS = 1_000;
  private static final List<String> SIGNALS = List.of("TERM");

  private final Path program;
  private final Path home;
  private final Path config;
  private final String password;
  private final StoreProcess process;
  private int port;

  EmbeddedRedis(DataDirectory data, Binaries binaries) {
    this.program = binaries.redisServer();
    this.home = data.directory("redis");
    this.config = home.resolve("redis.conf");
    this.password = data.secret("redis");
    this.process =
        new StoreProcess("Redis", home.resolve("redis.process"), home.resolve("redis.log"));
  }

  String url() {
    return "redis://" + USER + ":" + password + "@127.0.0.1:" + port;
  }

  @Override
  public void start() {
    stopOrphan();
    for (int attempt = 1; !startOn(port == 0 ? Programs.freePort() : port); attempt++) {
      if (attempt == START_ATTEMPTS) {
        throw new EmbeddedStoreFailed(
            "Redis ended at its start; " + home.resolve("redis.log") + ":\n" + process.logTail());
      }
    }
  }

  void stopOrphan() {
    process.stopOrphan(config.toString(), home.resolve("redis.pid"), SIGNALS);
  }

  /** False if it ended. It is left alone until it has loaded: connections are what upsets it. */
  private boolean startOn(int candidate) {
    PrivateFiles.write(config, configuration(candidate));
    process.launch(List.of(program.toString(), config.toString()));
    if (!READY.until(() -> !process.isAlive() || (process.hasSaid(LOADED) && answers(candidate)))) {
      process.stop(SIGNALS);
      throw new EmbeddedStoreFailed("Redis did not answer in time:\n" + process.logTail());
    }
    if (!process.isAlive()) return false;
    port = candidate;
    return true;
  }

  /**
   * The application's user may do what the server does: no configuration, no flushing, no shutdown,
   * no listing of all keys. INFO tells scripts the run id, ROLE tells the client library. Nobody
   * can sign in as the default user, but Redis reads its own file back as that user: if it may not
   * run a command, every transaction and every script's effects are dropped at the next start.
   *
   * <p>The file is written anew for every 256 MB: read back in less than two seconds, and by 64 MB,
   * as usual, a busy server did it every half minute, with a processor of its own for a second.
   */
  private String configuration(int candidate) {
    return """
    bind 127.0.0.1
    port %d
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
    maxmemory-policy noeviction
    notify-keyspace-events ""
    user default off resetpass ~* &* +@all
    user %s on #%s ~* &* +@all -@dangerous +info +role
    """
        .formatted(
            candidate, quoted(home), quoted(home.resolve("redis.pid")), USER, sha256(password));
  }

  private static String quoted(Path path) {
    return '"' + path.toString().replace("\\", "\\\\").replace("\"", "\\\"") + '"';
  }

  /** Says who we are and asks for a sign of life, in the store's own plain protocol. */
  private boolean answers(int candidate) {
    try (var socket = new Socket()) {
      socket.connect(
          new InetSocketAddress(InetAddress.getLoopbackAddress(), candidate), ANSWER_MILLIS);
      socket.setSoTimeout(ANSWER_MILLIS);
      var hello = "AUTH " + USER + " " + password + "\r\nPING\r\nQUIT\r\n";
      socket.getOutputStream().write(hello.getBytes(StandardCharsets.US_ASCII));
      var answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
      if (answer.startsWith("-WRONGPASS")) {
        throw new EmbeddedStoreFailed("another Redis answers on port " + candidate);
      }
      return answer.contains("+PONG"); // while it loads its data it answers -LOADING
    } catch (SocketTimeoutException e) {
      return false;
    } catch (IOException e) {
      return false; // not listening yet
    }
  }

  private static String sha256(String text) {
    return HexFormat.of().formatHex(Sha256.of(text));
  }

  @Override
  public void stop() {
    process.stop(SIGNALS);
  }

  @Override
  public void kill() {
    process.kill();
  }

  @Override
  public boolean isRunning() {
    return process.isAlive();
  }

  @Override
  public String toString() {
    return "Redis";
  }

  @Override
  public int port() {
    return port;
  }

  @Override
  public long pid() {
    return process.handle().orElseThrow().pid();
  }
}
