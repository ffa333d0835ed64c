package dev.menagerie.server.app;

import dev.menagerie.server.live.LiveSettings;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The options of {@code serve}; each is an environment variable {@code MENAGERIE_…}, too. */
final class ServeOptions {
  @Option(
      names = "--port",
      defaultValue = "8080",
      description = "The one port of everything; 0: any free one. Default: ${DEFAULT-VALUE}")
  int port = 8080;

  @Option(
      names = "--host",
      defaultValue = "127.0.0.1",
      description = "The address to listen on. Default: ${DEFAULT-VALUE}")
  String host = "127.0.0.1";

  @Option(
      names = "--data-dir",
      defaultValue = "./data",
      description = "Where embedded stores and secrets live. Default: ${DEFAULT-VALUE}")
  Path dataDir = Path.of("data");

  @Option(
      names = "--redis-url",
      paramLabel = "URL",
      description = "Use this Redis (redis://user:password@host:port); absent: embedded")
  @Nullable String redisUrl;

  @Option(
      names = "--postgres-url",
      paramLabel = "URL",
      description =
          "Use this Postgres (postgresql://user:password@host:port/database); absent: embedded")
  @Nullable String postgresUrl;

  @Option(
      names = "--jwt-secret-file",
      paramLabel = "FILE",
      description =
          "Keys that sign tokens, one a line, the signing one first; mode 600. Absent: made under"
              + " the data directory")
  @Nullable Path jwtSecretFile;

  @Mixin ContentOptions content = new ContentOptions();

  @Mixin BoundOptions bounds = new BoundOptions();

  @Option(
      names = "--guests-per-minute",
      defaultValue = "600",
      description = "Guest sign-ins of one address. Default: ${DEFAULT-VALUE}")
  int guestsPerMinute = 600;

  @Option(
      names = "--guest-days",
      defaultValue = "7",
      description =
          "Days after which a guest who never played and has not come back is deleted. Default:"
              + " ${DEFAULT-VALUE}")
  int guestDays = 7;

  @Option(
      names = "--games-per-minute",
      defaultValue = "60",
      description = "Games one user may create. Default: ${DEFAULT-VALUE}")
  int gamesPerMinute = 60;

  @Option(
      names = "--messages-per-second",
      defaultValue = "1000",
      description =
          "Messages one user may send; one seat half as many, one address ten times as many."
              + " Default: ${DEFAULT-VALUE}")
  int messagesPerSecond = 1_000;

  @Option(
      names = "--actions-at-once",
      defaultValue = "512",
      description =
          "Actions that may wait for the store; more are refused as busy. Default:"
              + " ${DEFAULT-VALUE}")
  int actionsAtOnce = LiveSettings.USUAL_AT_ONCE;

  @Option(
      names = "--token-minutes",
      defaultValue = "60",
      description = "How long an access token is good for. Default: ${DEFAULT-VALUE}")
  int tokenMinutes = 60;

  @Option(
      names = "--query-tokens",
      negatable = true,
      defaultValue = "true",
      fallbackValue = "true",
      description = "Whether a socket may bring its token in the query. Default: true")
  boolean queryTokens = true;

  @Option(
      names = "--management-port",
      paramLabel = "PORT",
      description = "Metrics for Prometheus on 127.0.0.1 at this port. Default: none")
  @Nullable Integer managementPort;

  @Mixin NetworkOptions network = new NetworkOptions();

  Optional<String> redis() {
    return Optional.ofNullable(redisUrl);
  }

  Optional<String> postgres() {
    return Optional.ofNullable(postgresUrl);
  }

  /** Refuses what cannot be, in one line each. */
  void check() {
    require(port >= 0 && port <= 65_535, "--port must be from 0 to 65535");
    require(
        managementPort == null || (managementPort >= 0 && managementPort <= 65_535),
        "--management-port must be from 0 to 65535");
    require(guestsPerMinute >= 1, "--guests-per-minute must be at least 1");
    require(guestDays >= 1, "--guest-days must be at least 1");
    bounds.check();
    require(gamesPerMinute >= 1, "--games-per-minute must be at least 1");
    require(messagesPerSecond >= 1, "--messages-per-second must be at least 1");
    require(actionsAtOnce >= 0, "--actions-at-once must not be negative");
    require(tokenMinutes >= 1 && tokenMinutes <= 1_440, "--token-minutes must be from 1 to 1440");
    network.check();
  }

  private static void require(boolean holds, String otherwise) {
    if (!holds) throw CannotRun.badUse(otherwise);
  }
}
