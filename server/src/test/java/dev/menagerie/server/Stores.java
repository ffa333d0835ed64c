package dev.menagerie.server;

import dev.menagerie.server.embedded.DataDirectory;
import dev.menagerie.server.embedded.DataDirectoryInUse;
import dev.menagerie.server.embedded.EmbeddedStores;
import dev.menagerie.server.postgres.Database;
import dev.menagerie.server.postgres.PostgresAddress;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.UUID;

/**
 * One real Postgres and one real Redis for all tests of this JVM, empty at its start. Tests share
 * them, so each uses ids of its own. A test that kills a store, or starts a whole server, starts a
 * pair of its own with {@link #own}: tests below the server leave this Redis in a state that a
 * server refuses.
 */
public final class Stores {
  private static final Path BASE = Path.of("target", "stores");

  private final DataDirectory data;
  private final EmbeddedStores embedded;
  private final Database database;

  private Stores() {
    sweep();
    data = DataDirectory.lock(BASE.resolve(Long.toString(ProcessHandle.current().pid())));
    embedded = EmbeddedStores.start(data);
    database = Database.open(embedded.postgres());
    Runtime.getRuntime()
        .addShutdownHook(
            new Thread(() -> {
              database.close();
              embedded.close();
              data.close();
              delete(data.root());
            }));
  }

  private static final class Holder {
    static final Stores RUNNING = new Stores();
  }

  public static String redisUrl() {
    return Holder.RUNNING.embedded.redisUrl();
  }

  /** The process of the shared Redis. */
  public static long redisPid() {
    return Holder.RUNNING.embedded.store(EmbeddedStores.Kind.REDIS).pid();
  }

  public static PostgresAddress postgres() {
    return Holder.RUNNING.embedded.postgres();
  }

  /** The shared database, migrated. */
  public static Database database() {
    return Holder.RUNNING.database;
  }

  /** A new, empty database on the shared server, not migrated. */
  public static PostgresAddress emptyDatabase() {
    return Holder.RUNNING.createDatabase();
  }

  private PostgresAddress createDatabase() {
    var address = embedded.postgres();
    String name = "test_" + UUID.randomUUID().toString().replace("-", "");
    asSuperuser("create database " + name + " owner " + address.owner().user());
    String url = address.jdbcUrl();
    return new PostgresAddress(
        url.substring(0, url.lastIndexOf('/') + 1) + name, address.application(), address.owner());
  }

  /** Ends all sessions of a database, as a failover does. */
  public static void endSessions(PostgresAddress address) {
    String url = address.jdbcUrl();
    Holder.RUNNING.asSuperuser(
        "select pg_terminate_backend(pid) from pg_stat_activity where datname = '"
            + url.substring(url.lastIndexOf('/') + 1)
            + "'");
  }

  private void asSuperuser(String sql) {
    try (var connection =
            DriverManager.getConnection(
                embedded.postgres().jdbcUrl(), "postgres", data.secret("postgres-superuser"));
        var statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** A pair of the caller's own, to stop, kill and start as it likes; the caller closes both. */
  public static EmbeddedStores own(DataDirectory directory) {
    return EmbeddedStores.start(directory);
  }

  /** What test runs that were killed have left behind. */
  private static void sweep() {
    try {
      Files.createDirectories(BASE);
      try (var left = Files.list(BASE)) {
        for (Path directory : left.toList()) sweep(directory);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void sweep(Path directory) {
    long owner = Long.parseLong(directory.getFileName().toString());
    if (ProcessHandle.of(owner).isPresent()) return; // it may not have locked it yet
    try (var data = DataDirectory.lock(directory)) {
      EmbeddedStores.stopOrphans(data);
    } catch (DataDirectoryInUse e) {
      return; // another test run, alive beside us
    }
    delete(directory);
  }

  private static void delete(Path root) {
    try (var files = Files.walk(root)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) Files.delete(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
