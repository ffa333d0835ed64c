package dev.menagerie.server.wiring;

import dev.menagerie.server.admin.Console;
import dev.menagerie.server.admin.DeveloperCalls;
import dev.menagerie.server.admin.NodeCalls;
import dev.menagerie.server.admin.NodeSwitches;
import dev.menagerie.server.auth.SessionEndingListeners;
import dev.menagerie.server.embedded.DataDirectory;
import dev.menagerie.server.http.Edge;
import dev.menagerie.server.live.Scheduler;
import dev.menagerie.server.lobby.AbandonedListings;
import dev.menagerie.server.matchmaking.Matchmaking;
import dev.menagerie.server.metrics.ConnectionMetrics;
import dev.menagerie.server.metrics.ServerMetrics;
import dev.menagerie.server.metrics.StoreMetrics;
import dev.menagerie.server.play.BotPlayers;
import dev.menagerie.server.play.Games;
import dev.menagerie.server.play.Lobby;
import dev.menagerie.server.play.WaitingTime;
import dev.menagerie.server.players.FriendChanges;
import dev.menagerie.server.postgres.PostgresAudit;
import dev.menagerie.server.postgres.PostgresStorage;
import dev.menagerie.server.redis.RedisHealth;
import dev.menagerie.server.redis.StoreClock;
import dev.menagerie.server.settings.CommandFailure;
import dev.menagerie.server.settings.ListenAddress;
import dev.menagerie.server.settings.PortSettings;
import dev.menagerie.server.settings.ServeOptions;
import dev.menagerie.server.settings.SettingChecks;
import dev.menagerie.server.timer.Timekeeper;
import dev.menagerie.server.tournament.TournamentDriver;
import dev.menagerie.socketio.SocketIoServer;
import dev.menagerie.socketio.http.HttpHandler;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;

/** A running server: the composition root that opens, builds and closes every part. */
public final class RunningServer implements AutoCloseable {
  /** A stopping server waits this long for its clients to be notified; they reconnect elsewhere. */
  private static final Duration DRAIN = Duration.ofSeconds(3);

  /** Calls at work end within the stores' own limits. */
  private static final Duration FINISH = Duration.ofSeconds(10);

  /** How long the closing of all sockets is spread out, so that other nodes are not flooded. */
  private static final Duration SPREAD = Duration.ofSeconds(10);

  /** How often Redis's settings are looked at. */
  private static final Duration SAFETY = Duration.ofMinutes(1);

  /** Interval at which the certificate's files are looked at. */
  private static final Duration TLS_CHECK = Duration.ofSeconds(5);

  /** Interval at which both stores are asked how they are, for metrics. */
  private static final Duration STORE_CHECK = Duration.ofSeconds(5);

  /** Interval at which unfinished games are counted, which reads their whole table. */
  private static final Duration GAME_COUNT = Duration.ofSeconds(15);

  /** Interval of expired-data cleanup. */
  private static final Duration CLEAN_UP = Duration.ofHours(1);

  /** Interval of removing deleted users' names from games that have ended since. */
  private static final Duration ANONYMIZE = Duration.ofSeconds(10);

  private final CloseStack closing;
  private final ListenAddress address;
  private final String url;
  private final AtomicBoolean accepting;
  private final Duration drain;

  private RunningServer(
      CloseStack closing,
      ListenAddress address,
      String url,
      AtomicBoolean accepting,
      Duration drain) {
    this.closing = closing;
    this.address = address;
    this.url = url;
    this.accepting = accepting;
    this.drain = drain;
  }

  /** Where it is reached. */
  public String url() {
    return url;
  }

  /** Where it listens, whatever is in front of it. */
  public String listensAt() {
    return address.url();
  }

  /** Answers "not ready" for the time the settings want. Call it once, before {@link #close}. */
  public void drain() throws InterruptedException {
    accepting.set(false);
    Thread.sleep(drain);
  }

  @Override
  public void close() {
    closing.close();
  }

  /** Starts everything; closes what was started when something fails. */
  public static RunningServer start(ServeOptions options) {
    return start(options, Clock.systemUTC());
  }

  /** With a clock that may be wrong: nothing that decides depends on it. */
  public static RunningServer start(ServeOptions options, Clock clock) {
    var closing = new CloseStack();
    try {
      return started(options, clock, closing);
    } catch (RuntimeException | Error failure) {
      // An interrupt asks for exactly this; the stores need time to stop cleanly.
      boolean interrupted = Thread.interrupted();
      closing.close();
      if (interrupted) throw CommandFailure.failed("interrupted while starting");
      throw StartupFailures.explained(failure);
    }
  }

  private static RunningServer started(ServeOptions options, Clock own, CloseStack closing) {
    var presets = options.content.rules();
    NativeTransport.reportIfMissing();
    new SettingChecks(options).requirePorts();
    var address = options.listen().withPort();
    var ports = new PortSettings(options.network);
    var tls = ports.tls();
    var origin =
        Optional.ofNullable(options.network.publicUrl)
            .orElseGet(() -> address.url(options.network.isSecure()));
    var data = closing.register(DataDirectory.lock(options.dataDir));
    var metrics = closing.register(new ServerMetrics());
    var stores = StoreWiring.open(options, data, metrics, closing);
    var clock = new StoreClock(own);
    clock.correct(stores.redis());
    var library = options.content.library(presets);
    new CardReloads(library).onHangUp();
    var scheduler = closing.register(new Scheduler());
    tls.ifPresent(files -> scheduler.every(TLS_CHECK, files::reloadIfChanged));
    scheduler.every(Duration.ofSeconds(1), stores.recovery()::alive);
    scheduler.every(Duration.ofSeconds(1), stores.recovery()::watch);
    scheduler.every(CLEAN_UP, stores.cleanUp(options.retention, metrics.registry()));
    scheduler.every(ANONYMIZE, stores::anonymize);
    scheduler.every(Duration.ofSeconds(1), () -> clock.correct(stores.redis()));
    scheduler.every(SAFETY, stores.safety()::look);
    measure(stores, metrics, scheduler);
    var games =
        new Games(
            stores.store(),
            stores.archive(),
            stores.journal(),
            library,
            stores.relay()::whenJournaled,
            clock);
    stores.hints().subscribe(games::noteHint);
    var bots = new BotPlayers(games, library::decks);
    bots.observe(metrics.play());
    var sessionEndings = new SessionEndingListeners();
    var people = IdentityWiring.of(options, data, stores, clock, closing, sessionEndings);
    var provider = OidcWiring.of(options.oidc.settings(origin), people, clock, closing);
    var campaign = CampaignWiring.of(stores, options.content, library, presets);
    var decks = people.decks(library, presets, campaign.collection());
    var lobby =
        new Lobby(
            games,
            stores.store(),
            stores.journal(),
            library,
            IdentityWiring.forPlay(decks),
            bots,
            options.bounds.games(),
            new WaitingTime(options.bounds.waiting()),
            stores.relations()::isBlocked,
            clock);
    var friends = new FriendChanges();
    var matchGames = MatchmakingWiring.games(games, stores, library, decks, bots, options, clock);
    var matching = new MatchmakingWiring(stores, matchGames, presets, clock);
    var tournaments = new TournamentWiring(stores, matchGames, presets, clock);
    var accepting = new AtomicBoolean(true);
    var edge =
        new EdgeWiring(
                options,
                origin,
                library,
                presets,
                people,
                provider,
                stores,
                decks,
                lobby,
                games,
                matching,
                tournaments,
                campaign,
                PuzzleWiring.routes(stores, clock),
                friends,
                accepting::get,
                metrics,
                closing)
            .edge();
    var server =
        SocketIoServer.builder()
            .netty(ports.netty(address.host(), address.port(), tls))
            .engine(ports.engine())
            .settings(ports.socketIo())
            .http(HttpHandler.blocking(edge))
            .adapter(stores.adapter())
            .listener(new ConnectionMetrics(metrics.registry()))
            .build();
    var live =
        LiveWiring.on(
            server,
            options,
            stores,
            people,
            tournaments,
            games,
            scheduler,
            clock,
            metrics,
            closing);
    sessionEndings.add((_, session, why) -> live.sessionEnded(session, why));
    edge.closeToNewGamesWhile(live.announcements()::closesNewGames);
    friends.listen(live.play().friends());
    games.listen(bots);
    var matchmaking =
        matching.matchmaking((match, game) -> {
          metrics.play().matched(match.queue().type(), Duration.ofMillis(match.waitedMs()));
          live.play().matches().started(game, match.waitedMs());
        });
    scheduler.every(Matchmaking.INTERVAL, matchmaking::pass);
    var driver = tournaments.driver(games, matching::online, live.play().matches());
    scheduler.every(TournamentDriver.INTERVAL, driver::pass);
    scheduler.every(
        AbandonedListings.INTERVAL, LiveWiring.abandonedListings(stores, lobby, clock)::check);
    var timekeeper =
        closing.register(new Timekeeper(stores.deadlines(), stores.leases(), stores.node(), games));
    metrics.bind(games, live.play(), timekeeper, clock);
    metrics.bind(server);
    timekeeper.start();
    var audit = new PostgresAudit(stores.database());
    new Management(
            options.management,
            data,
            metrics,
            library,
            stores.forOperators(games, lobby),
            people.forOperators(sessionEndings, decks),
            tournaments.forOperators(),
            new NodeCalls(
                new NodeSwitches(accepting::set, edge::allowNewGames),
                audit,
                new PostgresStorage(stores.database())),
            new Console(origin),
            DeveloperCalls.on(games, library, clock),
            audit,
            stores.database())
        .start(closing);
    closing.register(() -> drain(edge, server, live));
    start(server, address);
    return new RunningServer(closing, address, origin, accepting, options.drain());
  }

  private static void measure(StoreWiring stores, ServerMetrics metrics, Scheduler scheduler) {
    var health =
        new StoreMetrics(metrics.registry(), new RedisHealth(stores.redis()), stores.database());
    health.look();
    health.count();
    scheduler.every(STORE_CHECK, health::look);
    scheduler.every(GAME_COUNT, health::count);
  }

  /** Nothing new, then the calls at work, then the sockets, a few at a time. */
  private static void drain(Edge edge, SocketIoServer server, LiveWiring live) {
    edge.stop();
    server.refuseNewConnections();
    edge.awaitIdle(FINISH);
    live.leave(SPREAD);
    server.drain(DRAIN);
  }

  private static void start(SocketIoServer server, ListenAddress address) {
    try {
      server.start();
    } catch (IOException e) {
      throw CommandFailure.failed("cannot listen on " + address + ": " + e.getMessage());
    }
  }
}
