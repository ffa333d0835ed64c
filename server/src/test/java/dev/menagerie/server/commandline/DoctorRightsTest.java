package dev.menagerie.server.commandline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.menagerie.server.Stores;
import dev.menagerie.server.postgres.PostgresAddress;
import dev.menagerie.server.redis.PlainRedis;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * `menagerie doctor` finds missing rights and limits at the stores, and pages that are not safe.
 */
class DoctorRightsTest {
  @TempDir Path directory;

  private Cli.Result doctor(String... options) {
    var all =
        new ArrayList<>(List.of("doctor", "--port=0", "--data-dir=" + directory.resolve("data")));
    all.addAll(List.of(options));
    return Cli.run(all.toArray(String[]::new));
  }

  private Cli.Result doctorOf(PostgresAddress address) {
    return doctor(
        "--redis-url=" + Stores.redisUrl(), "--postgres-url=" + LocalServer.postgresUrl(address));
  }

  private static PostgresAddress database(String statement) throws SQLException {
    var address = Stores.emptyDatabase();
    var owner = address.owner();
    var name = address.jdbcUrl().substring(address.jdbcUrl().lastIndexOf('/') + 1);
    try (var connection =
            DriverManager.getConnection(address.jdbcUrl(), owner.user(), owner.password());
        var running = connection.createStatement()) {
      running.execute(statement.replace("NAME", name));
    }
    return address;
  }

  @Test
  void aPostgresUserWithoutTheRightToMakeTablesIsFound() throws SQLException {
    var address = database("revoke create on schema public from public, pg_database_owner");

    var result = doctorOf(address);

    assertThat(result.exitCode()).isEqualTo(1);
    assertThat(result.out())
        .contains("error   Postgres's user may not make tables in the schema public")
        .contains("-> alter schema public owner to that user");
  }

  @Test
  void fewerConnectionsThanNodesKeepAreFound() throws SQLException {
    var result = doctorOf(database("alter database NAME connection limit 12"));

    assertThat(result.exitCode()).as("%s", result.out()).isZero();
    assertThat(result.out())
        .contains("warning Postgres allows 12 connections; each node keeps ten")
        .contains("-> raise max_connections, or the limit of the database");
  }

  @Test
  void aRedisUserWithoutFunctionsIsFound() {
    var limited = "user limited on >secret-of-the-test ~* &* +@all -fcall -function";
    try (var redis = PlainRedis.start(directory, "appendonly yes", limited)) {
      var url = redis.url().replace("redis://", "redis://limited:secret-of-the-test@");
      var result =
          doctor(
              "--redis-url=" + url, "--postgres-url=" + LocalServer.postgresUrl(Stores.postgres()));

      assertThat(result.exitCode()).isEqualTo(1);
      assertThat(result.out())
          .contains("error   Redis does not run our scripts")
          .contains("NOPERM")
          .contains("allow FCALL, FUNCTION LOAD")
          .doesNotContain("secret-of-the-test");
    }
  }

  @Test
  void pagesByHttpBesideAServerByHttpsAreFound() {
    var result =
        doctor(
            "--public-url=https://localhost:1",
            "--trusted-proxies=127.0.0.1",
            "--allowed-origins=http://fans.example.org,https://app.example.org,null",
            "--embed-origins=http://blog.example.org,https://news.example.org");
    assertThat(result.out())
        .contains("--allowed-origins has http://fans.example.org, and players reach the server by")
        .contains("-> write https://fans.example.org")
        .contains("--embed-origins has http://blog.example.org")
        .contains("--allowed-origins has null: pages of files")
        .doesNotContain("has https://app.example.org", "has https://news.example.org");
  }

  @Test
  void pagesByHttpsBesideAServerByHttpAreFound() {
    var result =
        doctor("--public-url=http://play.example.org", "--allowed-origins=https://app.example.org");
    assertThat(result.out())
        .contains("--allowed-origins has https://app.example.org, and the server is reached by")
        .contains("-> serve the server by https, too");
  }

  @Test
  void originsThatNoBrowserSendsAreErrors() {
    var result =
        doctor(
            "--allowed-origins=https://play.example.org/lobby,ftp://play.example.org",
            "--embed-origins=capacitor://localhost");
    assertThat(result.exitCode()).isEqualTo(1);
    assertThat(result.out())
        .contains("not https://play.example.org/lobby")
        .contains("not ftp://play.example.org")
        .contains("--embed-origins takes origins")
        .contains("-> correct the setting");
  }
}
