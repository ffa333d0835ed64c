package dev.menagerie.server.commandline;

import dev.menagerie.server.StoreUnavailable;
import dev.menagerie.server.postgres.Pooler;
import dev.menagerie.server.postgres.PostgresAddress;
import dev.menagerie.server.redis.RedisHealth;
import dev.menagerie.server.redis.RedisLink;
import dev.menagerie.server.redis.UnsupportedRedis;
import dev.menagerie.server.settings.ServeOptions;
import dev.menagerie.server.wiring.StartupFailures;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;

/** Both stores, where they are not embedded: reachable, fit, durable, allowed, on time. */
record StoresExamination(ServeOptions options, InstantSource clock) {
  /** A larger difference misleads readers of logs and indicates an unsynchronized clock. */
  private static final Duration SKEW = Duration.ofSeconds(2);

  private static final int OLDEST_POSTGRES = 15;

  /** Each node keeps ten, and operators want some. */
  private static final int CONNECTIONS = 30;

  /** The least of the limits of the server, the database and the user; -1 is none. */
  private static final String CONNECTION_LIMIT =
      "select least(current_setting('max_connections')::int,"
          + " nullif(d.datconnlimit, -1), nullif(r.rolconnlimit, -1))::text"
          + " from pg_database d, pg_roles r"
          + " where d.datname = current_database() and r.rolname = current_user";

  void examine(Findings findings) {
    if (!options.problems().isEmpty()) return; // the addresses may be among them
    options.redis().ifPresent(url -> redis(url, findings));
    options.postgres().ifPresent(address -> postgres(address, findings));
    if (options.redis().isEmpty() || options.postgres().isEmpty()) embedded(findings);
  }

  private void embedded(Findings findings) {
    Path cluster = options.dataDir.resolve("postgres/cluster");
    findings.ok(
        Files.exists(cluster)
            ? "embedded stores have data in " + options.dataDir.toAbsolutePath()
            : "embedded stores will be made in " + options.dataDir.toAbsolutePath());
    if (options.jwtSecretFile == null && options.redis().isPresent()) {
      findings.warning(
          "a shared Redis beside an embedded Postgres: other nodes cannot take part",
          "give both addresses, or none");
    }
  }

  private void redis(String url, Findings findings) {
    try (var link = RedisLink.connect(url)) {
      link.requireFunctions();
      var health = new RedisHealth(link);
      var state = health.state();
      if (state.equals("up")) findings.ok("Redis answers and can be written to");
      else findings.error("Redis is " + state, remedyFor(state));
      var durability = health.durability();
      durability
          .unsafe()
          .forEach(what -> findings.error(what, "or accept it: --accept-unsafe-redis"));
      durability.doubtful().forEach(what -> findings.warning(what, "see docs/deploy.md, Stores"));
      skew("Redis", health.clockSkew(clock), findings);
    } catch (UnsupportedRedis e) {
      findings.error(String.valueOf(e.getMessage()), e.remedy());
    } catch (StoreUnavailable e) {
      findings.error(
          "Redis cannot be reached: " + StartupFailures.reason(e),
          "see that it runs, that the address and the password of --redis-url fit, and firewalls");
    }
  }

  private static String remedyFor(String state) {
    return switch (state) {
      case "out of memory" ->
          "raise maxmemory, or look what else is kept in it (redis-cli --bigkeys)";
      case "read-only" -> "--redis-url names a replica: give the master's address";
      case "cluster down" ->
          "see redis-cli --cluster check: every slot needs a master that answers";
      case "cannot write to its disk" -> "free disk space where Redis keeps its files";
      default -> "see Redis's log";
    };
  }

  private void postgres(PostgresAddress address, Findings findings) {
    var login = address.owner();
    try (var connection =
        DriverManager.getConnection(address.jdbcUrl(), login.user(), login.password())) {
      version(connection, findings);
      durability(connection, findings);
      rights(connection, findings);
      if (Pooler.isBefore(connection)) {
        findings.ok("Postgres is reached through a pooler of connections");
      }
      var time = single(connection, "select extract(epoch from clock_timestamp())::text");
      skew(
          "Postgres",
          Duration.ofMillis((long) (Double.parseDouble(time) * 1_000) - clock.millis()),
          findings);
    } catch (SQLException e) {
      findings.error(
          "Postgres cannot be used: " + e.getMessage(),
          "see that it runs, that the database exists, and that --postgres-url has the right"
              + " password");
    }
  }

  private static void version(Connection connection, Findings findings) throws SQLException {
    int version = connection.getMetaData().getDatabaseMajorVersion();
    if (version < OLDEST_POSTGRES) {
      findings.error("Postgres is version " + version, "use " + OLDEST_POSTGRES + " or newer");
    } else {
      findings.ok("Postgres " + version + " answers");
    }
    int allowed = Integer.parseInt(single(connection, CONNECTION_LIMIT));
    if (allowed < CONNECTIONS) {
      findings.warning(
          "Postgres allows " + allowed + " connections; each node keeps ten",
          "raise max_connections, or the limit of the database or the user, to "
              + CONNECTIONS
              + " or more");
    }
  }

  private static void durability(Connection connection, Findings findings) throws SQLException {
    for (var setting : List.of("fsync", "full_page_writes")) {
      if (single(connection, "show " + setting).equals("off")) {
        findings.error(
            "Postgres runs with " + setting + " = off: a crash loses what it has acknowledged",
            "set " + setting + " = on");
      }
    }
    if (single(connection, "show synchronous_commit").equals("off")) {
      findings.error(
          "Postgres runs with synchronous_commit = off: a crash loses finished games",
          "set synchronous_commit = on");
    }
    if (single(connection, "show transaction_read_only").equals("on")) {
      findings.error(
          "Postgres is read-only",
          "--postgres-url names a standby, or default_transaction_read_only is on");
    }
  }

  private static void rights(Connection connection, Findings findings) throws SQLException {
    var may =
        single(connection, "select has_schema_privilege(current_user, 'public', 'create')::text");
    if (may.equals("true")) {
      findings.ok("Postgres's user may make tables");
    } else {
      findings.error(
          "Postgres's user may not make tables in the schema public",
          "alter schema public owner to that user, or make it the owner of the database");
    }
  }

  private static void skew(String store, Duration skew, Findings findings) {
    if (skew.abs().compareTo(SKEW) > 0) {
      findings.warning(
          String.format(Locale.ROOT, "%s's clock differs by %.1f s", store, skew.toMillis() / 1e3),
          "run an NTP client on both machines; play is timed by Redis's clock");
    }
  }

  private static String single(Connection connection, String query) throws SQLException {
    try (var statement = connection.createStatement();
        var row = statement.executeQuery(query)) {
      row.next();
      return row.getString(1);
    }
  }
}
