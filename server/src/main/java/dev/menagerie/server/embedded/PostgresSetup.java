package dev.menagerie.server.embedded;

import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/**
 * Prepares a fresh cluster for the application: checks that it is durable and creates two roles
 * without superuser rights and their database. Safe to repeat; runs at every start.
 */
record PostgresSetup(int port, PostgresSecrets secrets) {
  private static final List<String> DURABILITY =
      List.of("fsync", "synchronous_commit", "full_page_writes");

  void run() {
    try (var connection = secrets.connect(port, "postgres");
        var statement = connection.createStatement()) {
      requireDurability(statement);
      // A statement that fails is logged; these hold passwords.
      statement.execute("set log_min_error_statement = panic");
      role(statement, PostgresSecrets.OWNER, secrets.owner());
      role(statement, PostgresSecrets.APPLICATION, secrets.application());
      database(statement);
    } catch (SQLException e) {
      throw new EmbeddedStoreFailed("cannot set up the embedded Postgres", e);
    }
  }

  private static void requireDurability(Statement statement) throws SQLException {
    for (String setting : DURABILITY) {
      try (var row = statement.executeQuery("show " + setting)) {
        row.next();
        String value = row.getString(1);
        if (!value.equals("on")) {
          throw new EmbeddedStoreFailed(
              "Postgres runs with "
                  + setting
                  + " = "
                  + value
                  + "; a crash could lose what was acknowledged. Undo whatever overrides it");
        }
      }
    }
  }

  private static void role(Statement statement, String name, String password) throws SQLException {
    String verb = exists(statement, "pg_roles where rolname", name) ? "alter" : "create";
    statement.execute(
        verb
            + " role "
            + name
            + " login nosuperuser nocreatedb nocreaterole noreplication password '"
            + password
            + "'");
  }

  private static void database(Statement statement) throws SQLException {
    if (!exists(statement, "pg_database where datname", PostgresSecrets.DATABASE)) {
      statement.execute(
          "create database " + PostgresSecrets.DATABASE + " owner " + PostgresSecrets.OWNER);
    }
    statement.execute("revoke all on database " + PostgresSecrets.DATABASE + " from public");
    statement.execute(
        "grant connect on database "
            + PostgresSecrets.DATABASE
            + " to "
            + PostgresSecrets.APPLICATION);
  }

  private static boolean exists(Statement statement, String where, String name)
      throws SQLException {
    try (var row = statement.executeQuery("select 1 from " + where + " = '" + name + "'")) {
      return row.next();
    }
  }
}
