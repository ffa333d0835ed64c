package dev.menagerie.server.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.menagerie.server.Stores;
import dev.menagerie.server.commandline.Cli;
import dev.menagerie.server.commandline.LocalServer;
import dev.menagerie.server.postgres.PlainPgBouncer;
import dev.menagerie.server.redis.PlainRedis;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A whole server behind a PgBouncer in transaction mode. */
class PgBouncerTest {
  @TempDir Path directory;

  @Test
  void aGameIsPlayedOverLossesToItsEndAndIsBackedUp() throws Exception {
    var behind = Stores.emptyDatabase();
    try (var bouncer = PlainPgBouncer.start(directory, behind);
        var redis =
            PlainRedis.start(
                Files.createDirectory(directory.resolve("redis")), PlainRedis.durable())) {
      var postgres = LocalServer.postgresUrl(bouncer.address());
      String[] stores = {"--redis-url=" + redis.url(), "--postgres-url=" + postgres};
      try (var server = ServerProcess.start(directory.resolve("data"), stores);
          var duel = Duel.on(server.origin(), server.origin())) {
        duel.steps(6);
        server.kill();
        server.startAgain();
        duel.steps(4);
        redis.deleteEverything(); // the recovery takes its lock through the pooler
        duel.steps(4);
        duel.person(0).api().post("/games/" + duel.game() + "/resign").ok();
        duel.replaysAsRecorded(directory);
      }
      assertThat(
              Cli.run(
                      "doctor",
                      "--port=0",
                      "--data-dir=" + directory.resolve("doctor"),
                      stores[0],
                      stores[1])
                  .out())
          .contains("Postgres is reached through a pooler")
          .doesNotContain("error");
      isBackedUp(stores[1]);
    }
  }

  private void isBackedUp(String address) throws Exception {
    var backup = directory.resolve("menagerie.backup").toString();
    assertThat(Cli.run("backup", address, backup).exitCode()).isZero();
    var other = Files.createDirectory(directory.resolve("other"));
    try (var empty = PlainPgBouncer.start(other, Stores.emptyDatabase())) {
      var target = "--postgres-url=" + LocalServer.postgresUrl(empty.address());
      var restored = Cli.run("restore", target, backup);
      assertThat(restored.exitCode()).as(restored.err()).isZero();
      assertThat(Cli.run("ratings", target).exitCode()).isZero();
    }
  }
}
