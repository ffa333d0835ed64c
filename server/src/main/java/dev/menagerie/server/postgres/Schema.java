package dev.menagerie.server.postgres;

import dev.menagerie.server.StoreUnavailable;
import dev.menagerie.server.StoreUnavailable.Store;
import dev.menagerie.server.postgres.PostgresAddress.Login;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationInfoService;
import org.flywaydb.core.api.MigrationState;

/**
 * The schema, migrated version by version and never back. The application's role may change rows;
 * only the owner may change tables.
 */
record Schema(PostgresAddress address) {
  private static final String HISTORY = "schema_history";

  /**
   * How the description of a migration begins after which older builds go on with the tables: files
   * named {@code V24__adds_notes.sql} (ADR 0031).
   */
  private static final String ADDS = "adds ";

  /**
   * Brings the tables to this build's version, or takes those of a newer build that has only added
   * to them; throws {@link NewerSchema}.
   */
  void migrate() {
    migrate("latest");
  }

  /**
   * Brings the tables to a version.
   *
   * @param target a number, or "latest"
   * @throws NewerSchema if a build that is not this one has changed what was there before
   * @throws UnusableDatabase if Postgres refuses the login, the database or a change of it
   */
  void migrate(String target) {
    try {
      var flyway =
          Flyway.configure()
              .target(target)
              .dataSource(address.jdbcUrl(), address.owner().user(), address.owner().password())
              .locations("classpath:db/migration")
              .table(HISTORY)
              .cleanDisabled(true)
              .load();
      refuseNewer(flyway.info());
      flyway.migrate();
      if (!address.owner().equals(address.application())) grant(address.application());
    } catch (FlywayException e) {
      if (causedByConnection(e)) throw new StoreUnavailable(Store.POSTGRES, e);
      throw UnusableDatabase.in(e).<RuntimeException>map(refused -> refused).orElse(e);
    } catch (SQLException e) {
      throw UnusableDatabase.in(e)
          .<RuntimeException>map(refused -> refused)
          .orElseGet(() -> new StoreUnavailable(Store.POSTGRES, e));
    }
  }

  private static void refuseNewer(MigrationInfoService history) {
    for (var migration : history.applied()) {
      if (migration.getState() == MigrationState.FUTURE_SUCCESS
          && !migration.getDescription().startsWith(ADDS)) {
        throw new NewerSchema(String.valueOf(migration.getVersion()));
      }
    }
  }

  private void grant(Login application) throws SQLException {
    var properties = new Properties();
    properties.put("user", address.owner().user());
    properties.put("password", address.owner().password());
    String role = "\"" + application.user().replace("\"", "\"\"") + "\"";
    try (var connection = DriverManager.getConnection(address.jdbcUrl(), properties);
        var statement = connection.createStatement()) {
      statement.execute("grant usage on schema public to " + role);
      statement.execute(
          "grant select, insert, update, delete on all tables in schema public to " + role);
      statement.execute("grant usage, select on all sequences in schema public to " + role);
      statement.execute("revoke insert, update, delete on " + HISTORY + " from " + role);
    }
  }

  private static boolean causedByConnection(Throwable e) {
    for (Throwable cause = e; cause != null; cause = cause.getCause()) {
      if (cause instanceof SQLException sql && Database.meansUnavailable(sql)) return true;
    }
    return false;
  }
}
