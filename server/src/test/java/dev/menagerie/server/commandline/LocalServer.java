package dev.menagerie.server.commandline;

import dev.menagerie.server.embedded.EmbeddedStores;
import dev.menagerie.server.embedded.PrivateFiles;
import dev.menagerie.server.oidc.TestIssuer;
import dev.menagerie.server.postgres.PostgresAddress;
import dev.menagerie.server.settings.ServeOptions;
import dev.menagerie.server.wiring.RunningServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;

/** A whole server in this JVM over stores that are already running, wired as {@code serve} does. */
public final class LocalServer implements AutoCloseable {
  private final RunningServer server;

  private LocalServer(RunningServer server) {
    this.server = server;
  }

  /** The settings a test may choose. */
  public static final class Settings {
    private final ServeOptions options;

    private Clock clock = Clock.systemUTC();

    private Settings(ServeOptions options) {
      this.options = options;
    }

    public Settings gamesPerMinute(int games) {
      options.gamesPerMinute = games;
      return this;
    }

    /** A clock that is wrong by so much. */
    public Settings clockWrongBy(Duration time) {
      clock = Clock.offset(Clock.systemUTC(), time);
      return this;
    }

    /** Unfinished games of one user, and listed ones among them. */
    public Settings gamesPerUser(int unfinished, int listed) {
      options.bounds.gamesPerUser = unfinished;
      options.bounds.listedGamesPerUser = listed;
      return this;
    }

    /** Every action is traced, to this collector. */
    public Settings tracing(URI collector) {
      options.trace.otlpEndpoint = collector.toString();
      options.trace.traceShare = 1;
      return this;
    }

    /** The share of actions that is traced. */
    public Settings traceShare(double share) {
      options.trace.traceShare = share;
      return this;
    }

    /** How long games wait for their second player. */
    public Settings waitingSeconds(int seconds) {
      options.bounds.waitingSeconds = seconds;
      return this;
    }

    /** Friends of one user, and users that one user blocks. */
    public Settings relationsPerUser(int friends, int blocks) {
      options.bounds.friendsPerUser = friends;
      options.bounds.blocksPerUser = blocks;
      return this;
    }

    public Settings answerMbPerSecond(int megabytes) {
      options.bounds.answerMbPerSecond = megabytes;
      return this;
    }

    public Settings messagesPerSecond(int messages) {
      options.messagesPerSecond = messages;
      return this;
    }

    public Settings actionsAtOnce(int actions) {
      options.actionsAtOnce = actions;
      return this;
    }

    /** Keys that other servers have, too. */
    public Settings jwtSecretFile(Path file) {
      options.jwtSecretFile = file;
      return this;
    }

    /** Users may sign in at this provider. */
    public Settings provider(TestIssuer issuer, String name) {
      try {
        var secret = Files.createTempDirectory("provider").resolve("secret");
        PrivateFiles.write(secret, TestIssuer.SECRET);
        options.oidc.clientSecretFile = secret;
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      options.oidc.issuer = issuer.issuer();
      options.oidc.clientId = TestIssuer.CLIENT;
      options.oidc.name = name;
      return this;
    }

    /** Users build decks of the cards that they have. */
    public Settings collections(boolean wanted) {
      options.content.collections = wanted;
      return this;
    }

    /** Chat, judged by this filter. */
    public Settings chat(URI filter) {
      options.chat.chat = true;
      options.chat.filterUrl = filter.toString();
      return this;
    }

    /** Presets of its own. */
    public Settings presets(Path file) {
      options.content.presets = file;
      return this;
    }

    /** Cards and decks of its own. */
    public Settings content(Path cards, Path decks) {
      options.content.cards = List.of(cards);
      options.content.decks = List.of(decks);
      return this;
    }

    /** House opponents of its own. */
    public Settings campaign(Path file) {
      options.content.campaign = file;
      return this;
    }

    /** A port for the operator. */
    public Settings managementPort(int port) {
      options.management.port = port;
      return this;
    }

    /** Who may use that port. */
    public Settings managementTokens(Path file) {
      options.management.tokens = file;
      return this;
    }

    /** Whether each request is a line of the log. */
    public Settings requestLog(boolean wanted) {
      options.log.requests = wanted;
      return this;
    }

    /** How many connections one address may have. */
    public Settings connectionsPerAddress(int most) {
      options.network.maxConnectionsPerAddress = most;
      return this;
    }

    /** How many packets of any kind one socket may send a second. */
    public Settings packetsPerSecond(int packets) {
      options.network.packetsPerSecond = packets;
      return this;
    }

    public Settings socketCompression(boolean wanted) {
      options.network.socketCompression = wanted;
      return this;
    }

    /** A proxy on this machine is in front, at this origin. */
    public Settings behindProxy(String publicUrl) {
      options.network.publicUrl = publicUrl;
      options.network.trustedProxies = List.of("127.0.0.1");
      return this;
    }

    public Settings queryTokens(boolean allowed) {
      options.queryTokens = allowed;
      return this;
    }
  }

  /** Starts on a free port, with generous limits by default. */
  public static LocalServer start(Path data, EmbeddedStores stores, Consumer<Settings> choose) {
    var options = new ServeOptions();
    options.port = 0;
    options.dataDir = data;
    options.redisUrl = stores.redisUrl();
    options.postgresUrl = postgresUrl(stores.postgres());
    options.guestsPerMinute = 1_000_000;
    options.gamesPerMinute = 1_000_000;
    options.bounds.gamesPerUser = 10_000;
    options.bounds.ratedSameAddress = true; // all of them are on this machine
    options.bounds.listedGamesPerUser = 10_000;
    options.bounds.answerMbPerSecond = 900;
    var settings = new Settings(options);
    choose.accept(settings);
    var problems = options.problems();
    if (!problems.isEmpty()) throw new IllegalArgumentException(problems.toString());
    return new LocalServer(RunningServer.start(options, settings.clock));
  }

  /** What {@code --postgres-url} takes. */
  public static String postgresUrl(PostgresAddress address) {
    var place = address.jdbcUrl().replaceFirst("^jdbc:postgresql://", "");
    var owner = address.owner();
    return "postgresql://" + owner.user() + ":" + owner.password() + "@" + place;
  }

  /** Where it is reached. */
  public String url() {
    return server.url();
  }

  /** Where it listens itself, whatever is in front. */
  public String listensAt() {
    return server.listensAt();
  }

  @Override
  public void close() {
    server.close();
  }
}
