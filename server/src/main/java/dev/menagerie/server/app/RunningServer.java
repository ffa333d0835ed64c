package dev.menagerie.server.app;

import dev.menagerie.server.StoreUnavailable;
import dev.menagerie.server.embedded.DataDirectory;
import dev.menagerie.server.embedded.DataDirectoryInUse;
import dev.menagerie.server.embedded.EmbeddedStoreFailed;
import dev.menagerie.server.embedded.UnusableFile;
import dev.menagerie.server.live.LivePlay;
import dev.menagerie.server.live.LiveSettings;
import dev.menagerie.server.live.Scheduler;
import dev.menagerie.server.play.Games;
import dev.menagerie.server.play.HouseBots;
import dev.menagerie.server.play.LiveGames;
import dev.menagerie.server.play.Lobby;
import dev.menagerie.server.recovery.MismatchedStores;
import dev.menagerie.server.redis.StoreClock;
import dev.menagerie.server.redis.UnsupportedRedis;
import dev.menagerie.server.timer.Timekeeper;
import dev.menagerie.socketio.SocketIoServer;
import dev.menagerie.socketio.http.HttpHandler;
import java.io.IOException;
import java.net.ServerSocket;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/** A server from the first file it opens to the last it closes: all parts, wired by hand. */
final class RunningServer implements AutoCloseable {
  /** A deploy waits so long for clients to be told; they come back elsewhere. */
  private static final Duration DRAIN = Duration.ofSeconds(3);

  /** Interval at which the certificate's files are looked at. */
  private static final Duration TLS_CHECK = Duration.ofSeconds(5);

  /** How often what is over for long is dropped. */
  private static final Duration CLEAN_UP = Duration.ofHours(1);

  private final Closing closing;
  private final String url;

  private RunningServer(Closing closing, String url) {
    this.closing = closing;
    this.url = url;
  }

  /** Where it is reached. */
  String url() {
    return url;
  }

  @Override
  public void close() {
    closing.close();
  }

  /** Starts everything; what was started is closed again when something fails. */
  static RunningServer start(ServeOptions options) {
    return start(options, Clock.systemUTC());
  }

  /** With a clock that may be wrong: nothing that decides depends on it. */
  static RunningServer start(ServeOptions options, Clock clock) {
    var closing = new Closing();
    try {
      return started(options, clock, closing);
    } catch (DataDirectoryInUse
        | EmbeddedStoreFailed
        | UnusableFile
        | UnsupportedRedis
        | MismatchedStores e) {
      closing.close();
      throw CannotRun.failed(String.valueOf(e.getMessage()));
    } catch (StoreUnavailable e) {
      closing.close();
      throw CannotRun.failed("cannot reach " + e.store());
    } catch (RuntimeException e) {
      closing.close();
      throw e;
    }
  }

  private static RunningServer started(ServeOptions options, Clock own, Closing closing) {
    var presets = options.content.rules();
    int port = options.port == 0 ? freePort(options.host) : options.port;
    var ports = new PortSettings(options.network);
    var tls = ports.tls();
    var origin =
        Optional.ofNullable(options.network.publicUrl)
            .orElseGet(() -> local(options.network, options.host, port));
    var data = closing.later(DataDirectory.hold(options.dataDir));
    var stores = OpenStores.open(options, data, closing);
    var clock = new StoreClock(own);
    clock.correct(stores.redis());
    var library = options.content.library(presets);
    new CardReloads(library).onHangUp();
    var scheduler = closing.later(new Scheduler());
    tls.ifPresent(files -> scheduler.every(TLS_CHECK, files::reloadIfChanged));
    scheduler.every(Duration.ofSeconds(1), stores.recovery()::alive);
    scheduler.every(CLEAN_UP, () -> stores.cleanUp(Duration.ofDays(options.guestDays)));
    scheduler.every(Duration.ofSeconds(1), () -> clock.correct(stores.redis()));
    var liveGames =
        new LiveGames(
            stores.store(),
            stores.archive(),
            stores.journal(),
            library,
            stores.relay()::reached,
            clock);
    stores.hints().subscribe(liveGames::hinted);
    var games = new Games(liveGames);
    var bots = new HouseBots(games, library::decks);
    var live = new AtomicReference<LivePlay>();
    var people =
        People.of(
            options, data, stores, clock, closing, session -> live.get().sessionEnded(session));
    var decks = people.decks(library, presets);
    var lobby =
        new Lobby(
            liveGames,
            stores.store(),
            stores.journal(),
            library,
            People.forPlay(decks),
            bots,
            options.bounds.games(),
            clock);
    var edge =
        new EdgeParts(
                options, origin, library, presets, people, stores, decks, lobby, games, closing)
            .edge();
    var server =
        SocketIoServer.builder()
            .netty(ports.netty(options.host, port, tls))
            .engine(ports.engine())
            .settings(ports.socketIo())
            .http(HttpHandler.blocking(edge))
            .adapter(stores.adapter())
            .build();
    live.set(
        LivePlay.on(
            server,
            new LivePlay.Base(
                liveGames,
                games,
                stores.store(),
                stores.journal(),
                stores.hints(),
                stores.connections(),
                stores.node(),
                people.signIn(),
                new MessageLimits(options.messagesPerSecond),
                scheduler,
                clock),
            new LiveSettings(options.queryTokens, options.actionsAtOnce)));
    liveGames.listen(bots);
    var timekeeper =
        closing.later(new Timekeeper(stores.deadlines(), stores.leases(), stores.node(), games));
    timekeeper.start();
    closing.later(() -> drain(server, live.get()));
    start(server, options, port);
    return new RunningServer(closing, origin);
  }

  private static void drain(SocketIoServer server, LivePlay live) {
    server.refuseNewConnections();
    live.leave();
    server.drain(DRAIN);
  }

  private static void start(SocketIoServer server, ServeOptions options, int port) {
    try {
      server.start();
    } catch (IOException e) {
      throw CannotRun.failed(
          "cannot listen on " + options.host + ":" + port + ": " + e.getMessage());
    }
  }

  /** Addresses go into documents before the server listens, so the port must be known. */
  private static int freePort(String host) {
    try (var probe = new ServerSocket()) {
      probe.bind(new java.net.InetSocketAddress(host, 0));
      return probe.getLocalPort();
    } catch (IOException e) {
      throw CannotRun.failed("cannot listen on " + host + ": " + e.getMessage());
    }
  }

  private static String local(NetworkOptions network, String host, int port) {
    var name = host.equals("0.0.0.0") || host.equals("::") ? "127.0.0.1" : host;
    return (network.isSecure() ? "https://" : "http://")
        + (name.indexOf(':') < 0 ? name : "[" + name + "]")
        + ":"
        + port;
  }
}
