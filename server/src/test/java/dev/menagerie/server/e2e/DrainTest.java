package dev.menagerie.server.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.menagerie.server.Stores;
import dev.menagerie.server.commandline.LocalServer;
import dev.menagerie.server.postgres.PostgresAddress;
import dev.menagerie.server.redis.PlainRedis;
import java.io.IOException;
import java.net.ConnectException;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A stopping server: not ready, then no new calls, then running calls end, then sockets close. */
class DrainTest {
  @TempDir Path directory;

  @Test
  void itIsNotReadyFirstWhilePlayGoesOnAndEndsWithZero() throws Exception {
    var server = ServerProcess.start(directory, "--drain-seconds=15");
    try (server;
        var duel = Duel.on(server.origin(), server.origin())) {
      duel.steps(4);
      var guest = Person.guest(server.origin());
      server.signal("TERM");
      Awaitility.await().until(() -> guest.api().get("/health/ready").status() == 503);
      assertThat(guest.api().get("/health/ready").refused(503, "busy").path("detail").asString())
          .contains("shutting down");
      assertThat(guest.api().get("/health/live").status()).isEqualTo(200);
      duel.steps(4);
      for (int seat = 0; seat < 2; seat++) {
        var closed = duel.player(seat).next("session:closed", _ -> true, Duration.ofSeconds(60));
        assertThat(closed.path("code").asString()).isEqualTo("draining");
      }
      assertThat(server.exitCode()).isZero();
    }
    assertThat(isRefused(server)).isTrue();
  }

  /** Postgres keeps the call waiting, by a lock on the table that it writes to. */
  @Test
  void aCallThatIsUnderWayIsAnsweredBeforeTheEnd() throws Exception {
    var address = Stores.emptyDatabase();
    try (var redis = PlainRedis.start(directory, PlainRedis.durable());
        var server =
            ServerProcess.start(
                directory.resolve("data"),
                "--drain-seconds=0",
                "--redis-url",
                redis.url(),
                "--postgres-url",
                LocalServer.postgresUrl(address));
        var connection = owner(address)) {
      var api = Person.guest(server.origin()).api();
      connection.setAutoCommit(false);
      execute(connection, "lock table active_games in access exclusive mode");
      var deck = Map.<String, Object>of("deck_id", "pocket-embers", "rules_config", "pocket");
      var call = CompletableFuture.supplyAsync(() -> api.post("/games", deck));
      Awaitility.await().until(() -> waitsForALock(address));
      server.signal("TERM");
      Awaitility.await().until(() -> isRefused(server));
      connection.commit();
      assertThat(call.get().status()).isEqualTo(201);
      assertThat(server.exitCode()).isZero();
    }
  }

  private static Connection owner(PostgresAddress address) throws SQLException {
    var owner = address.owner();
    return DriverManager.getConnection(address.jdbcUrl(), owner.user(), owner.password());
  }

  private static void execute(Connection connection, String sql) throws SQLException {
    try (var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private static boolean waitsForALock(PostgresAddress address) throws SQLException {
    try (var connection = owner(address);
        var statement = connection.createStatement();
        var rows =
            statement.executeQuery(
                "select count(*) from pg_locks where not granted and database ="
                    + " (select oid from pg_database where datname = current_database())")) {
      return rows.next() && rows.getInt(1) > 0;
    }
  }

  private static boolean isRefused(ServerProcess server) throws IOException {
    var origin = URI.create(server.origin());
    try (var _ = new Socket(origin.getHost(), origin.getPort())) {
      return false;
    } catch (ConnectException refused) {
      return true;
    }
  }
}
