package dev.menagerie.server.settings;

import dev.menagerie.server.live.LiveSettings;
import dev.menagerie.server.postgres.PostgresAddress;
import dev.menagerie.server.redis.RedisAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The options of {@code serve}; each is an environment variable {@code MENAGERIE_…}, too. */
public final class ServeOptions {
  @Option(
      names = "--port",
      defaultValue = "8080",
      description = "The one port of everything; 0: any free one. Default: ${DEFAULT-VALUE}")
  public int port = 8080;

  @Option(
      names = "--host",
      defaultValue = "127.0.0.1",
      description = "The address to listen on. Default: ${DEFAULT-VALUE}")
  public String host = "127.0.0.1";

  @Option(
      names = "--data-dir",
      defaultValue = "./data",
      description = "Where embedded stores and secrets live. Default: ${DEFAULT-VALUE}")
  public Path dataDir = Path.of("data");

  @Option(
      names = "--redis-url",
      paramLabel = "URL",
      description =
          "Use this Redis (redis://user:password@host:port, or some nodes of a cluster:"
              + " redis-cluster://user:password@host:port,host:port); absent: embedded")
  public @Nullable String redisUrl;

  @Option(
      names = "--redis-program",
      paramLabel = "FILE",
      description =
          "Run this redis-server as the embedded Redis, such as /usr/bin/redis-server of a package."
              + " Absent: the one that comes with Menagerie")
  @Nullable Path redisProgram;

  @Option(
      names = "--postgres-url",
      paramLabel = "URL",
      description =
          "Use this Postgres (postgresql://user:password@host:port/database); absent: embedded")
  public @Nullable String postgresUrl;

  @Option(
      names = "--jwt-secret-file",
      paramLabel = "FILE",
      description =
          "Keys that sign tokens, one a line, the signing one first; mode 600. Absent: made under"
              + " the data directory")
  public @Nullable Path jwtSecretFile;

  public @Mixin OidcOptions oidc = new OidcOptions();

  public @Mixin ChatOptions chat = new ChatOptions();

  public @Mixin ContentOptions content = new ContentOptions();

  public @Mixin BoundOptions bounds = new BoundOptions();

  @Option(
      names = "--guests-per-minute",
      defaultValue = "600",
      description =
          "Guest sign-ins, and steps of sign-ins at a provider, of one address. Default:"
              + " ${DEFAULT-VALUE}")
  public int guestsPerMinute = 600;

  public @Mixin RetentionOptions retention = new RetentionOptions();

  @Option(
      names = "--games-per-minute",
      defaultValue = "60",
      description = "Games one user may create. Default: ${DEFAULT-VALUE}")
  public int gamesPerMinute = 60;

  @Option(
      names = "--messages-per-second",
      defaultValue = "1000",
      description =
          "Messages one user may send; one seat half as many, one address ten times as many."
              + " Default: ${DEFAULT-VALUE}")
  public int messagesPerSecond = 1_000;

  @Option(
      names = "--actions-at-once",
      defaultValue = "512",
      description =
          "Actions that may wait for the store; more are refused as busy. Default:"
              + " ${DEFAULT-VALUE}")
  public int actionsAtOnce = LiveSettings.USUAL_AT_ONCE;

  @Option(
      names = "--token-minutes",
      defaultValue = "60",
      description = "How long an access token is good for. Default: ${DEFAULT-VALUE}")
  public int tokenMinutes = 60;

  @Option(
      names = "--query-tokens",
      negatable = true,
      defaultValue = "true",
      fallbackValue = "true",
      description = "Whether a socket may bring its token in the query. Default: true")
  public boolean queryTokens = true;

  public @Mixin ManagementOptions management = new ManagementOptions();

  public @Mixin LogOptions log = new LogOptions();

  public @Mixin TraceOptions trace = new TraceOptions();

  @Option(
      names = "--accept-unsafe-redis",
      negatable = true,
      defaultValue = "false",
      fallbackValue = "true",
      description =
          "Whether to start with a Redis that keeps no append-only file or may evict games."
              + " Default: false")
  public boolean acceptUnsafeRedis;

  @Option(
      names = "--drain-seconds",
      paramLabel = "SECONDS",
      defaultValue = "0",
      description =
          "How long /health/ready answers 503 before a stopping server takes no more players, so"
              + " that load balancers send them elsewhere. Default: ${DEFAULT-VALUE}")
  int drainSeconds;

  public @Mixin NetworkOptions network = new NetworkOptions();

  /** The address of Redis; empty if the embedded one is used. */
  public Optional<String> redis() {
    return Optional.ofNullable(redisUrl);
  }

  /** The program of the embedded Redis; empty: the one that comes along. */
  public Optional<Path> redisProgram() {
    return Optional.ofNullable(redisProgram).map(Path::toAbsolutePath);
  }

  /** The address of a Postgres that is not embedded; only of options without problems. */
  public Optional<PostgresAddress> postgres() {
    return Optional.ofNullable(postgresUrl).map(PostgresAddress::parse);
  }

  /** Where the server listens. */
  public ListenAddress listen() {
    return ListenAddress.of(host, port);
  }

  /** How long the server answers "not ready" before it stops. */
  public Duration drain() {
    return Duration.ofSeconds(drainSeconds);
  }

  /** What cannot be used, one line each; empty when all is well. Opens no file and no socket. */
  public List<String> problems() {
    var found = new SettingProblems();
    found.unless(port >= 0 && port <= 65_535, "--port must be from 0 to 65535");
    management.check(found);
    oidc.check(found);
    chat.check(found);
    trace.check(found);
    found.unless(guestsPerMinute >= 1, "--guests-per-minute must be at least 1");
    retention.check(found);
    bounds.check(found);
    found.unless(gamesPerMinute >= 1, "--games-per-minute must be at least 1");
    found.unless(messagesPerSecond >= 1, "--messages-per-second must be at least 1");
    found.unless(actionsAtOnce >= 0, "--actions-at-once must not be negative");
    found.unless(
        tokenMinutes >= 1 && tokenMinutes <= 1_440, "--token-minutes must be from 1 to 1440");
    found.unless(
        drainSeconds >= 0 && drainSeconds <= 3_600, "--drain-seconds must be from 0 to 3600");
    network.check(found);
    var postgres = postgresUrl;
    if (postgres != null) {
      found.ifRefused(() -> PostgresAddress.parse(postgres), "--postgres-url: ");
    }
    var redis = redisUrl;
    if (redis != null) {
      found.ifRefused(() -> RedisAddress.parse(redis), "--redis-url: ");
      found.unless(
          redisProgram == null,
          "--redis-program is of the embedded Redis, and --redis-url names another: give one");
    }
    return found.all();
  }
}
