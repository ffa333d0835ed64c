package dev.menagerie.server.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.menagerie.server.Stores;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationInfo;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;

class SchemaTest {
  private static final String INSUFFICIENT_PRIVILEGE = "42501";

  @Test
  void anEmptyDatabaseGetsEveryTableAndTheApplicationCanUseThem() {
    try (var database = Database.open(Stores.emptyDatabase())) {
      var tables =
          database.read(handle ->
              handle
                  .createQuery(
                      "select tablename from pg_tables where schemaname = 'public'"
                          + " and tablename <> 'schema_history'")
                  .mapTo(String.class)
                  .list());
      assertThat(tables).contains("users", "decks", "refresh_families");
      for (String table : tables) {
        assertThat(rights(database, table)).as(table).isTrue();
      }
    }
  }

  @Test
  void neitherRoleMayMoreThanItHasTo() {
    var address = Stores.emptyDatabase();
    try (var database = Database.open(address)) {
      for (var login : List.of(address.owner(), address.application())) {
        boolean mighty =
            database.read(handle ->
                handle
                    .createQuery(
                        "select rolsuper or rolcreaterole or rolcreatedb or rolreplication"
                            + " or rolbypassrls from pg_roles where rolname = :role")
                    .bind("role", login.user())
                    .mapTo(Boolean.class)
                    .one());
        assertThat(mighty).as(login.user()).isFalse();
      }
      for (String change :
          List.of(
              "create table mine (id int)",
              "alter table users add column more text",
              "drop table users",
              "truncate users",
              "delete from schema_history",
              "create role friend superuser")) {
        assertThatThrownBy(() -> database.read(handle -> handle.execute(change)))
            .as(change)
            .rootCause()
            .isInstanceOfSatisfying(
                SQLException.class,
                refused -> assertThat(refused.getSQLState()).isEqualTo(INSUFFICIENT_PRIVILEGE));
      }
    }
  }

  private static boolean rights(Database database, String table) {
    return database.read(handle ->
        handle
            .createQuery(
                "select has_table_privilege(:table, 'select') and"
                    + " has_table_privilege(:table, 'insert') and"
                    + " has_table_privilege(:table, 'update') and"
                    + " has_table_privilege(:table, 'delete') and"
                    + " not has_table_privilege(:table, 'truncate')")
            .bind("table", table)
            .mapTo(Boolean.class)
            .one());
  }

  @Test
  void everyVersionIsBroughtForwardWithItsRows() {
    for (String version : versions()) {
      var address = Stores.emptyDatabase();
      flyway(address, version).migrate();
      Jdbi.create(() ->
              DriverManager.getConnection(
                  address.jdbcUrl(), address.owner().user(), address.owner().password()))
          .useHandle(handle ->
              handle.execute(
                  "insert into users (id, name, name_key, registered)"
                      + " values ('u1', 'Ada', 'ada', true)"));
      try (var database = Database.open(address)) {
        List<String> names =
            database.read(
                handle -> handle.createQuery("select name from users").mapTo(String.class).list());
        assertThat(names).as("from version %s", version).containsExactly("Ada");
      }
    }
  }

  @Test
  void aMigrationThatWasChangedAfterwardsIsRefused() {
    var address = Stores.emptyDatabase();
    Database.open(address).close();
    Jdbi.create(address.jdbcUrl(), address.owner().user(), address.owner().password())
        .useHandle(
            handle -> handle.execute("update schema_history set checksum = 1 where version = '1'"));
    assertThatThrownBy(() -> Database.open(address))
        .isInstanceOf(FlywayException.class)
        .hasMessageContaining("checksum");
  }

  @Test
  void aDatabaseThatANewerBuildHasChangedIsRefused() {
    var address = Stores.emptyDatabase();
    Database.open(address).close();
    migratedLater(address, "9998", "adds notes");
    migratedLater(address, "9999", "names of tables");
    assertThatThrownBy(() -> Database.open(address))
        .isInstanceOf(NewerSchema.class)
        .hasMessageContaining("9999")
        .hasMessageContaining("restore a backup");
  }

  /** A server of the version before may start beside a newer one, or in its place. */
  @Test
  void aDatabaseThatANewerBuildHasAddedToIsTaken() {
    var address = Stores.emptyDatabase();
    Database.open(address).close();
    migratedLater(address, "9998", "adds notes");
    migratedLater(address, "9999", "adds notes of decks");
    try (var database = Database.open(address)) {
      assertThat(database.state()).isEqualTo("up");
    }
  }

  private static void migratedLater(PostgresAddress address, String version, String description) {
    Jdbi.create(address.jdbcUrl(), address.owner().user(), address.owner().password())
        .useHandle(handle ->
            handle
                .createUpdate(
                    "insert into schema_history select installed_rank + 1, :version, :description,"
                        + " type, 'V' || :version || '.sql', 7, installed_by, now(), 1, true"
                        + " from schema_history order by installed_rank desc limit 1")
                .bind("version", version)
                .bind("description", description)
                .execute());
  }

  /** There may be none yet: the rule itself has {@link AdditionsTest}. */
  @Test
  void migrationsThatAddChangeNothingThatOlderBuildsUse() throws IOException {
    try (var files = Files.list(Path.of("src/main/resources/db/migration"))) {
      for (var file : files.filter(f -> f.getFileName().toString().contains("__adds_")).toList()) {
        assertThat(Additions.problems(Files.readString(file))).as("%s", file).isEmpty();
      }
    }
  }

  private static List<String> versions() {
    return Arrays.stream(flyway(Stores.emptyDatabase(), "latest").info().all())
        .map(MigrationInfo::getVersion)
        .map(Object::toString)
        .toList();
  }

  private static Flyway flyway(PostgresAddress address, String target) {
    return Flyway.configure()
        .dataSource(address.jdbcUrl(), address.owner().user(), address.owner().password())
        .locations("classpath:db/migration")
        .table("schema_history")
        .target(target)
        .load();
  }
}
