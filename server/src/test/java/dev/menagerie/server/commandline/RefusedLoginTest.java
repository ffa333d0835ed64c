package dev.menagerie.server.commandline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.menagerie.server.Stores;
import dev.menagerie.server.postgres.PostgresAddress;
import dev.menagerie.server.postgres.PostgresAddress.Login;
import dev.menagerie.server.redis.PlainRedis;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A store that answers and refuses the login, the database or a right: one line says so. */
class RefusedLoginTest {
  private static final String WRONG = "a-wrong-password-of-the-test";

  @TempDir Path directory;

  private Cli.Result serve(String redis, String postgres) {
    return Cli.run(
        "serve",
        "--port=0",
        "--data-dir=" + directory.resolve("data"),
        "--redis-url=" + redis,
        "--postgres-url=" + postgres);
  }

  private static void refused(Cli.Result result, String reason, String remedy) {
    assertThat(result.exitCode()).as("%s", result).isEqualTo(1);
    assertThat(result.err())
        .contains(reason)
        .contains(remedy)
        .doesNotContain("\tat ", WRONG, Stores.postgres().owner().password())
        .hasLineCount(1);
  }

  private static String withPassword(String password) {
    var known = Stores.postgres();
    var login = new Login(known.owner().user(), password);
    return LocalServer.postgresUrl(new PostgresAddress(known.jdbcUrl(), login, login));
  }

  private static String emptyDatabase(String... statements) throws SQLException {
    var address = Stores.emptyDatabase();
    var owner = address.owner();
    try (var connection =
            DriverManager.getConnection(address.jdbcUrl(), owner.user(), owner.password());
        var statement = connection.createStatement()) {
      for (var each : statements) statement.execute(each);
    }
    return LocalServer.postgresUrl(address);
  }

  @Test
  void aWrongPasswordOfPostgresIsSaid() {
    refused(
        serve(Stores.redisUrl(), withPassword(WRONG)),
        "password authentication failed for user",
        "correct user and password in --postgres-url");
  }

  @Test
  void aDatabaseThatIsNotThereIsSaid() {
    var known = LocalServer.postgresUrl(Stores.postgres());
    var missing = known.substring(0, known.lastIndexOf('/') + 1) + "no_such_database";
    refused(
        serve(Stores.redisUrl(), missing),
        "database \"no_such_database\" does not exist",
        "createdb");
  }

  @Test
  void aUserWithoutTheRightToMakeTablesIsSaid() throws SQLException {
    var database = emptyDatabase("revoke create on schema public from public, pg_database_owner");
    refused(
        serve(Stores.redisUrl(), database),
        "permission denied for schema public",
        "the owner of the database and its tables");
  }

  @Test
  void aWrongPasswordOfRedisIsSaid() {
    try (var redis =
        PlainRedis.start(
            directory,
            "appendonly yes",
            "user guarded on >right ~* &* +@all",
            "protected-mode no")) {
      var address = redis.url().replace("redis://", "redis://guarded:" + WRONG + "@");
      refused(
          serve(address, LocalServer.postgresUrl(Stores.postgres())),
          "cannot reach redis: WRONGPASS",
          "correct user and password in --redis-url");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"backup", "ratings"})
  void commandsOnTheDatabaseSayItToo(String command) {
    var file = directory.resolve("some.backup").toString();
    var url = "--postgres-url=" + withPassword(WRONG);
    var result = command.equals("ratings") ? Cli.run(command, url) : Cli.run(command, url, file);
    assertThat(result.exitCode()).isEqualTo(1);
    assertThat(result.err())
        .contains("password authentication failed")
        .doesNotContain("\tat ", WRONG)
        .hasLineCount(1);
  }
}
