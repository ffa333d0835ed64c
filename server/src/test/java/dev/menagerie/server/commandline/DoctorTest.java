package dev.menagerie.server.commandline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.menagerie.server.Stores;
import dev.menagerie.server.postgres.PostgresAddress;
import dev.menagerie.server.redis.PlainRedis;
import dev.menagerie.testkit.Ports;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.DriverManager;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** `menagerie doctor` finds planted faults and says what to do about each. */
class DoctorTest {
  @TempDir Path directory;

  @Test
  void aHealthyPlaceHasNoFindings() {
    var result =
        Cli.run(
            "doctor",
            "--port=0",
            "--data-dir=" + directory.resolve("data"),
            "--redis-url=" + Stores.redisUrl(),
            "--postgres-url=" + LocalServer.postgresUrl(Stores.postgres()));
    assertThat(result.exitCode()).as("%s", result.out()).isZero();
    assertThat(result.out()).contains("ok      Redis answers").doesNotContain("error");
  }

  @Test
  void plantedFaultsAreFound() throws Exception {
    Path keys = Files.writeString(directory.resolve("jwt"), "k".repeat(48));
    Files.setPosixFilePermissions(keys, PosixFilePermissions.fromString("rw-r--r--"));
    Path data = Files.createDirectory(directory.resolve("data"));
    Files.setPosixFilePermissions(data, PosixFilePermissions.fromString("rwxr-xr-x"));
    var address = Stores.emptyDatabase();
    plant(
        address,
        "alter database " + name(address) + " set synchronous_commit = off",
        "alter database " + name(address) + " set default_transaction_read_only = on");
    try (var redis = PlainRedis.start(directory, "maxmemory-policy allkeys-lru");
        var taken = new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1"))) {
      var result =
          Cli.run(
              "doctor",
              "--port=" + taken.getLocalPort(),
              "--data-dir=" + data,
              "--jwt-secret-file=" + keys,
              "--public-url=http://play.example.org",
              "--redis-url=" + redis.url(),
              "--postgres-url=" + LocalServer.postgresUrl(address));
      assertThat(result.exitCode()).isEqualTo(1);
      assertThat(result.out())
          .contains("may be read by others; run: chmod 600")
          .contains("others may read " + data)
          .contains("Address already in use")
          .contains("--public-url is not https")
          .contains("Redis keeps no append-only file")
          .contains("maxmemory-policy allkeys-lru")
          .contains("synchronous_commit = off")
          .contains("Postgres is read-only");
      assertThat(result.out().lines().filter(line -> line.startsWith("error")).toList())
          .hasSizeGreaterThanOrEqualTo(6);
      assertThat(result.out().lines().filter(line -> line.contains("-> ")).toList())
          .hasSizeGreaterThanOrEqualTo(8);
    }
  }

  @Test
  void storesThatCannotBeReachedAreNamedWithTheReason() {
    var address = Stores.postgres();
    var wrong =
        new PostgresAddress(
            address.jdbcUrl(),
            address.application(),
            new PostgresAddress.Login(address.owner().user(), "wrong"));
    var result =
        Cli.run(
            "doctor",
            "--port=0",
            "--data-dir=" + directory,
            "--redis-url=redis://127.0.0.1:" + Ports.free(),
            "--postgres-url=" + LocalServer.postgresUrl(wrong));
    assertThat(result.exitCode()).isEqualTo(1);
    assertThat(result.out())
        .contains("Redis cannot be reached: ")
        .contains("Connection refused")
        .contains("password authentication failed");
  }

  private static String name(PostgresAddress address) {
    return address.jdbcUrl().substring(address.jdbcUrl().lastIndexOf('/') + 1);
  }

  private static void plant(PostgresAddress address, String... statements) throws Exception {
    try (var connection =
            DriverManager.getConnection(
                address.jdbcUrl(), address.owner().user(), address.owner().password());
        var statement = connection.createStatement()) {
      for (var each : statements) statement.execute(each);
    }
  }
}
