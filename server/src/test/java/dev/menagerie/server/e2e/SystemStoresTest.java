package dev.menagerie.server.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.menagerie.server.Stores;
import dev.menagerie.server.commandline.Cli;
import dev.menagerie.server.commandline.LocalServer;
import dev.menagerie.server.postgres.PlainPostgres;
import dev.menagerie.server.redis.PlainRedis;
import dev.menagerie.testkit.ForeignProgram;
import dev.menagerie.testkit.KeyFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The stores of Debian's packages, whose Postgres is older than the embedded one. */
class SystemStoresTest {
  private static final String REDIS = System.getProperty("redis.program", "redis-server");

  @TempDir Path directory;

  @Test
  void gamesSurviveAKilledServerAndMoveToAnotherVersion() throws Exception {
    ForeignProgram.requires(REDIS, "--version");
    var keys = KeyFile.in(directory);
    var backup = directory.resolve("menagerie.backup");
    var newer = LocalServer.postgresUrl(Stores.emptyDatabase());
    try (var redis = PlainRedis.of(REDIS, Files.createDirectory(directory.resolve("redis")));
        var postgres = PlainPostgres.start(Files.createDirectory(directory.resolve("postgres")));
        var server =
            ServerProcess.start(
                directory.resolve("data"),
                "--jwt-secret-file=" + keys,
                "--redis-url=" + redis.url(),
                "--postgres-url=" + postgres.url());
        var duel = Duel.on(server.origin(), server.origin())) {
      duel.steps(6);
      server.kill();
      server.startAgain();
      duel.steps(6);
      duel.everyAnswerIsTheSameAgain();
      server.signal("TERM");
      assertThat(server.exitCode()).isZero();

      assertThat(
              Cli.run("backup", "--postgres-url=" + postgres.url(), backup.toString()).exitCode())
          .isZero();
      assertThat(Cli.run("restore", "--postgres-url=" + newer, backup.toString()).exitCode())
          .isZero();
      try (var fresh = PlainRedis.of(REDIS, Files.createDirectory(directory.resolve("fresh")));
          var next =
              ServerProcess.start(
                  directory.resolve("next"),
                  "--jwt-secret-file=" + keys,
                  "--redis-url=" + fresh.url(),
                  "--postgres-url=" + newer)) {
        for (int seat : List.of(0, 1)) duel.moveTo(seat, next.origin());
        duel.everyAnswerIsTheSameAgain();
        duel.steps(4);
      }
    }
  }
}
