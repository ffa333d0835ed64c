package dev.menagerie.server.embedded;

import dev.menagerie.server.postgres.PostgresAddress;
import dev.menagerie.server.postgres.PostgresAddress.Login;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;

/** The cluster's roles and their passwords. The superuser only makes the other two. */
record PostgresSecrets(String superuser, String owner, String application) {
  static final String DATABASE = "menagerie";
  static final String SUPERUSER = "postgres";
  static final String OWNER = "menagerie_owner";
  static final String APPLICATION = "menagerie_app";

  static PostgresSecrets in(DataDirectory data) {
    return new PostgresSecrets(
        data.secret("postgres-superuser"),
        data.secret("postgres-owner"),
        data.secret("postgres-application"));
  }

  /** The secrets of a directory that another process holds. */
  static PostgresSecrets read(Path secrets) {
    return new PostgresSecrets(
        PrivateFiles.readSecret(secrets.resolve("postgres-superuser")),
        PrivateFiles.readSecret(secrets.resolve("postgres-owner")),
        PrivateFiles.readSecret(secrets.resolve("postgres-application")));
  }

  /** The application's role, and the one that may change the schema. */
  PostgresAddress address(int port) {
    return new PostgresAddress(
        "jdbc:postgresql://127.0.0.1:" + port + "/" + DATABASE,
        new Login(APPLICATION, application),
        new Login(OWNER, owner));
  }

  /** A connection as the superuser, with time limits: a store that starts may be silent. */
  Connection connect(int port, String database) throws SQLException {
    var properties = new Properties();
    properties.put("user", SUPERUSER);
    properties.put("password", superuser);
    properties.put("connectTimeout", "2");
    properties.put("socketTimeout", "30");
    return DriverManager.getConnection(
        "jdbc:postgresql://127.0.0.1:" + port + "/" + database, properties);
  }

  @Override
  public String toString() {
    return "PostgresSecrets[hidden]";
  }
}
