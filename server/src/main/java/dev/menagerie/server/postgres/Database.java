package dev.menagerie.server.postgres;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.metrics.MetricsTrackerFactory;
import com.zaxxer.hikari.pool.HikariPool.PoolInitializationException;
import dev.menagerie.server.StoreUnavailable;
import dev.menagerie.server.StoreUnavailable.Store;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.time.Duration;
import java.util.Set;
import javax.sql.DataSource;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;
import org.jdbi.v3.core.statement.SqlStatements;
import org.jdbi.v3.core.statement.StatementExceptions;
import org.jspecify.annotations.Nullable;

/**
 * The pool of connections to a migrated database. Every statement has a time-out; a store that
 * cannot be reached, or is too slow, shows as {@link StoreUnavailable} and as nothing else.
 */
public final class Database implements AutoCloseable {
  /** Two cores and one disk do not go faster with more; the embedded server allows sixty. */
  private static final int MAX_CONNECTIONS = 10;

  /** Someone waits for the response: better a clear refusal than a long silence. */
  private static final Duration CONNECTION_WAIT = Duration.ofSeconds(2);

  private static final Duration STATEMENT_LIMIT = Duration.ofSeconds(5);

  /** Past the statement's own limit: for a server that has gone without a word. */
  private static final Duration SOCKET_LIMIT = Duration.ofSeconds(6);

  /**
   * Connection lost or refused (08), resources exhausted (53), shut down or cancelled (57), i/o
   * error (58).
   */
  private static final Set<String> UNAVAILABLE_CLASSES = Set.of("08", "53", "57", "58");

  /** A standby, or a server that was made read-only: it may be the primary again later. */
  private static final String READ_ONLY = "25006";

  private final HikariDataSource pool;
  private final Jdbi jdbi;
  private final boolean isPooled;

  private Database(HikariDataSource pool, boolean isPooled) {
    this.pool = pool;
    this.isPooled = isPooled;
    this.jdbi = Jdbi.create(pool);
    jdbi.getConfig(StatementExceptions.class)
        .setMessageRendering(StatementExceptions.MessageRendering.NONE);
    if (isPooled) {
      jdbi.getConfig(SqlStatements.class).setQueryTimeout((int) STATEMENT_LIMIT.toSeconds());
    }
  }

  /**
   * Brings the schema up to date as its owner, then opens the application's pool. Behind a {@link
   * Pooler} it prepares no statements and leaves no setting in a session.
   *
   * @throws StoreUnavailable if Postgres cannot be reached
   * @throws UnusableDatabase if it refuses the login, the database or a change of it
   */
  public static Database open(PostgresAddress address) {
    try {
      boolean isPooled = Pooler.isBefore(address);
      var reached = isPooled ? address.unprepared() : address;
      new Schema(reached).migrate();
      var database = new Database(new HikariDataSource(settings(reached, isPooled)), isPooled);
      NameSkeletons.fill(database);
      return database;
    } catch (SQLException | PoolInitializationException e) {
      throw UnusableDatabase.in(e)
          .<RuntimeException>map(refused -> refused)
          .orElseGet(() -> new StoreUnavailable(Store.POSTGRES, e));
    }
  }

  private static HikariConfig settings(PostgresAddress address, boolean isPooled) {
    var config = new HikariConfig();
    config.setPoolName("postgres");
    config.setJdbcUrl(address.jdbcUrl());
    config.setUsername(address.application().user());
    config.setPassword(address.application().password());
    config.setMaximumPoolSize(MAX_CONNECTIONS);
    config.setMinimumIdle(1);
    config.setConnectionTimeout(CONNECTION_WAIT.toMillis());
    config.setValidationTimeout(CONNECTION_WAIT.toMillis() / 2);
    // Poolers know time zones and keep them apart; other settings would reach other clients.
    config.setConnectionInitSql((isPooled ? "" : limits("set")) + "set timezone = 'UTC'");
    // Rows hold seeds and hidden cards; a failed statement must not carry them into a log.
    config.addDataSourceProperty("logServerErrorDetail", "false");
    config.addDataSourceProperty("ApplicationName", "menagerie");
    config.addDataSourceProperty("tcpKeepAlive", "true");
    config.addDataSourceProperty("connectTimeout", seconds(CONNECTION_WAIT));
    config.addDataSourceProperty("socketTimeout", seconds(SOCKET_LIMIT));
    return config;
  }

  private static String limits(String set) {
    return set
        + " statement_timeout = "
        + STATEMENT_LIMIT.toMillis()
        + "; "
        + set
        + " idle_in_transaction_session_timeout = "
        + SOCKET_LIMIT.toMillis()
        + "; ";
  }

  private static String seconds(Duration duration) {
    return Long.toString(duration.toSeconds());
  }

  /** Work with a connection, outside of a transaction. */
  public <T extends @Nullable Object> T read(Work<T> work) {
    try {
      return jdbi.withHandle(work::on);
    } catch (JdbiException e) {
      throw named(e);
    }
  }

  /** Work in one transaction: all of it, or nothing. */
  public <T extends @Nullable Object> T transact(Work<T> work) {
    try {
      return jdbi.inTransaction(handle -> {
        if (isPooled) handle.execute(limits("set local"));
        return work.on(handle);
      });
    } catch (JdbiException e) {
      throw named(e);
    }
  }

  /** Work on a connection. */
  @FunctionalInterface
  public interface Work<T extends @Nullable Object> {
    T on(Handle handle);
  }

  /** The pool itself, for the few uses that need a connection for longer (advisory locks, COPY). */
  public DataSource dataSource() {
    return pool;
  }

  /** Makes the pool report its use to these metrics. */
  public void measure(MetricsTrackerFactory metrics) {
    pool.setMetricsTrackerFactory(metrics);
  }

  /** The database's present state: "up", "read-only" or "down". */
  public String state() {
    try {
      var readOnly =
          read(handle ->
              handle
                  .createQuery("select current_setting('transaction_read_only')")
                  .mapTo(String.class)
                  .one());
      return readOnly.equals("on") ? "read-only" : "up";
    } catch (StoreUnavailable e) {
      return "down";
    }
  }

  /** Whether the database answers now. */
  public boolean answers() {
    return !state().equals("down");
  }

  @Override
  public void close() {
    pool.close();
  }

  private RuntimeException named(JdbiException e) {
    for (Throwable cause = e; cause != null; cause = cause.getCause()) {
      if (cause instanceof SQLException sql && meansUnavailable(sql)) {
        // The other connections are most likely broken, too: the pool replaces all of them.
        pool.getHikariPoolMXBean().softEvictConnections();
        return new StoreUnavailable(Store.POSTGRES, e);
      }
    }
    return e;
  }

  static boolean meansUnavailable(SQLException e) {
    String state = e.getSQLState();
    return e instanceof SQLTransientConnectionException
        || READ_ONLY.equals(state)
        || (state != null && UNAVAILABLE_CLASSES.contains(state.substring(0, 2)));
  }
}
