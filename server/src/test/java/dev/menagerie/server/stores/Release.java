package dev.menagerie.server.stores;

import dev.menagerie.server.postgres.PostgresAddress;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.flywaydb.core.Flyway;
import org.postgresql.copy.CopyManager;
import org.postgresql.core.BaseConnection;

/** A database as a released version left it: its migrations, and rows in every table. */
record Release(Path directory) {
  static final Path ALL = Path.of("src/test/resources/released");

  static final String HISTORY = "schema_history";

  private static final Path MIGRATIONS = Path.of("src/main/resources/db/migration");

  /** Those that other tables refer to come first. */
  private static final List<String> FIRST =
      List.of("users", "game_history", "ranked_games", "tournaments");

  static List<Release> all() {
    try (var directories = Files.list(ALL)) {
      return directories.sorted().map(Release::new).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  List<Path> migrations() {
    return files(directory.resolve("migrations"), ".sql");
  }

  /** The present name of a release's migration. */
  static Path today(Path migration) {
    return MIGRATIONS.resolve(migration.getFileName());
  }

  /** Writes down the schema and rows of a database. */
  static void write(String version, PostgresAddress address) throws IOException, SQLException {
    var directory = ALL.resolve(version);
    Files.createDirectories(directory.resolve("migrations"));
    for (Path migration : files(MIGRATIONS, ".sql")) {
      Files.copy(migration, directory.resolve("migrations").resolve(migration.getFileName()));
    }
    try (var connection = connect(address)) {
      var copies = new CopyManager(connection.unwrap(BaseConnection.class));
      for (String table : tables(connection)) {
        try (var out = Files.newOutputStream(directory.resolve(table + ".copy"))) {
          copies.copyOut("copy (select * from " + table + " order by 1, 2) to stdout", out);
        }
      }
    }
  }

  /** Restores an empty database to that release. */
  void restore(PostgresAddress address) throws IOException, SQLException {
    Flyway.configure()
        .dataSource(address.jdbcUrl(), address.owner().user(), address.owner().password())
        .locations("filesystem:" + directory.resolve("migrations"))
        .table(HISTORY)
        .load()
        .migrate();
    var copied = new ArrayList<>(files(directory, ".copy"));
    copied.sort(Comparator.comparing((Path file) -> !FIRST.contains(table(file))));
    try (var connection = connect(address)) {
      var copies = new CopyManager(connection.unwrap(BaseConnection.class));
      for (Path file : copied) {
        try (var in = Files.newInputStream(file)) {
          copies.copyIn("copy " + table(file) + " from stdin", in);
        }
      }
    }
  }

  /** Every row of every table of the release, as an object of its columns. */
  static List<String> rows(Connection connection, String table) throws SQLException {
    var rows = new ArrayList<String>();
    try (var statement = connection.createStatement();
        var found = statement.executeQuery("select to_jsonb(t) from " + table + " t")) {
      while (found.next()) rows.add(found.getString(1));
    }
    return rows;
  }

  static Connection connect(PostgresAddress address) throws SQLException {
    return DriverManager.getConnection(
        address.jdbcUrl(), address.owner().user(), address.owner().password());
  }

  static List<String> tables(Connection connection) throws SQLException {
    var tables = new ArrayList<String>();
    try (var statement = connection.createStatement();
        var found =
            statement.executeQuery(
                "select tablename from pg_tables where schemaname = 'public'"
                    + " and tablename <> '"
                    + HISTORY
                    + "' order by 1")) {
      while (found.next()) tables.add(found.getString(1));
    }
    return tables;
  }

  private static String table(Path copy) {
    var name = copy.getFileName().toString();
    return name.substring(0, name.length() - ".copy".length());
  }

  private static List<Path> files(Path directory, String ending) {
    try (var files = Files.list(directory)) {
      return files.filter(file -> file.toString().endsWith(ending)).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public String toString() {
    return directory.getFileName().toString();
  }
}
