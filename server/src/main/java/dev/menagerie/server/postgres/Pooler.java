package dev.menagerie.server.postgres;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.postgresql.PGConnection;

/**
 * A pooler of connections between this server and Postgres, such as PgBouncer. It may run each
 * transaction of one connection in another session of Postgres, so nothing may depend on a session:
 * no prepared statement, no setting and no lock that outlives its transaction.
 */
public final class Pooler {
  private Pooler() {}

  /**
   * Whether a pooler is in between: the process that answers is not the one that the connection was
   * opened to.
   *
   * @throws SQLException when Postgres cannot be reached, or refuses
   */
  public static boolean isBefore(PostgresAddress address) throws SQLException {
    var login = address.owner();
    try (var connection =
        DriverManager.getConnection(address.jdbcUrl(), login.user(), login.password())) {
      return isBefore(connection);
    }
  }

  /** Whether this connection goes through one. */
  public static boolean isBefore(Connection connection) throws SQLException {
    try (var statement = connection.createStatement();
        var row = statement.executeQuery("select pg_backend_pid()")) {
      row.next();
      return row.getInt(1) != connection.unwrap(PGConnection.class).getBackendPID();
    }
  }
}
