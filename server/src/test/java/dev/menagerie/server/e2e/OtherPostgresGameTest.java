package dev.menagerie.server.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.menagerie.server.commandline.Cli;
import dev.menagerie.server.embedded.OtherPostgres;
import dev.menagerie.server.postgres.PlainPostgres;
import dev.menagerie.server.redis.PlainRedis;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A game from its first action to its proof on a version of Postgres that is not embedded. */
@Tag("long")
class OtherPostgresGameTest {
  /** More than any game of two players who take the first legal action. */
  private static final int MOST_STEPS = 2_000;

  @TempDir Path directory;

  @ParameterizedTest
  @ValueSource(ints = {16, 17})
  @Timeout(300)
  void aGameIsPlayedOverAKilledServerToItsEndAndReplays(int version) throws Exception {
    var programs = OtherPostgres.programs(version, directory.resolve("programs"));
    try (var redis =
            PlainRedis.start(
                Files.createDirectory(directory.resolve("redis")), PlainRedis.durable());
        var postgres =
            PlainPostgres.start(programs, Files.createDirectory(directory.resolve("postgres")));
        var server =
            ServerProcess.start(
                directory.resolve("data"),
                "--redis-url=" + redis.url(),
                "--postgres-url=" + postgres.url());
        var duel = Duel.on(server.origin(), server.origin())) {
      duel.steps(6);
      server.kill();
      server.startAgain();
      duel.steps(4);
      duel.everyAnswerIsTheSameAgain();
      duel.stepsUntilOver(MOST_STEPS);
      duel.replaysAsRecorded(directory);
      assertThat(
              Cli.run(
                      "doctor",
                      "--port=0",
                      "--data-dir=" + directory.resolve("doctor"),
                      "--redis-url=" + redis.url(),
                      "--postgres-url=" + postgres.url())
                  .out())
          .contains("Postgres " + version + " answers")
          .doesNotContain("error");
    }
  }
}
