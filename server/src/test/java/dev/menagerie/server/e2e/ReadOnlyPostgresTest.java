package dev.menagerie.server.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.menagerie.server.Stores;
import dev.menagerie.server.commandline.LocalServer;
import dev.menagerie.server.postgres.PostgresAddress;
import dev.menagerie.server.redis.PlainRedis;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A Postgres that takes no writes, such as a standby after a failover that went half way. */
class ReadOnlyPostgresTest {
  @TempDir Path directory;

  @Test
  void clientsGetAStableErrorAndPlayGoesOn() throws Exception {
    var address = Stores.emptyDatabase();
    try (var redis = PlainRedis.start(directory, PlainRedis.durable());
        var server =
            ServerProcess.start(
                directory.resolve("data"),
                "--redis-url",
                redis.url(),
                "--postgres-url",
                LocalServer.postgresUrl(address));
        var duel = Duel.on(server.origin(), server.origin())) {
      duel.steps(4);
      readOnly(address, "on");
      var api = duel.person(0).api();
      Awaitility.await()
          .until(
              () -> api.get("/health/ready").body().at("/details/postgres").asString(""),
              "read-only"::equals);
      var deck = Map.<String, Object>of("deck_id", "pocket-embers", "rules_config", "pocket");
      api.post("/games", deck).refused(503, "unavailable");
      Api.of(server.origin()).post("/auth/guest", Map.of()).refused(503, "unavailable");
      duel.steps(4);
      assertThat(server.said()).noneMatch(line -> line.startsWith("\tat "));

      readOnly(address, "off");
      Awaitility.await().until(() -> api.get("/health/ready").status() == 200);
      duel.steps(2);
      duel.everyAnswerIsTheSameAgain();
    }
  }

  /** For the sessions to come; those that are there are ended. */
  private static void readOnly(PostgresAddress address, String on) throws Exception {
    var url = address.jdbcUrl();
    var owner = address.owner();
    try (var connection =
            DriverManager.getConnection(
                url + "?options=-c%20default_transaction_read_only=off",
                owner.user(),
                owner.password());
        var statement = connection.createStatement()) {
      var database = connection.getCatalog();
      statement.execute(
          "alter database " + database + " set default_transaction_read_only = " + on);
    }
    Stores.endSessions(address);
  }
}
