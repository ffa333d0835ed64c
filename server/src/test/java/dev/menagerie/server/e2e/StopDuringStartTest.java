package dev.menagerie.server.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** SIGTERM at every stage of a start: the server ends with 0 and leaves no store running. */
class StopDuringStartTest {
  @TempDir Path directory;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "server.lock",
        "secrets/postgres-superuser",
        "postgres/cluster.draft/PG_VERSION",
        "redis/redis.conf",
        "redis/redis.process",
        "redis/redis.pid",
        "postgres/cluster/postgresql.conf",
        "postgres/postgres.process",
        "postgres/cluster/postmaster.pid",
        "secrets/jwt"
      })
  void atTheMomentWhenAFileAppears(String file) {
    var server = ServerProcess.launch(Build.current(), directory);
    Awaitility.await()
        .atMost(Duration.ofSeconds(60))
        .pollDelay(Duration.ZERO)
        .pollInterval(Duration.ofMillis(1))
        .until(() -> Files.exists(directory.resolve(file)));
    endsCleanly(server);
  }

  @Test
  void whenItIsReadyAndAgainOnTheSameData() {
    for (int start = 0; start < 2; start++) {
      var server = ServerProcess.launch(Build.current(), directory);
      server.awaitReady();
      endsCleanly(server);
    }
  }

  private void endsCleanly(ServerProcess server) {
    server.signal("TERM");
    assertThat(server.exitCode()).as("%s", server.said()).isZero();
    assertThat(ProcessHandle.allProcesses().filter(this::isOfThisDirectory)).isEmpty();
    assertThat(directory.resolve("server.pid")).doesNotExist();
    assertThat(server.said()).noneMatch(line -> line.contains("Exception"));
  }

  private boolean isOfThisDirectory(ProcessHandle process) {
    try {
      return process.isAlive()
          && Files.readString(Path.of("/proc", Long.toString(process.pid()), "cmdline"))
              .contains(directory.toString());
    } catch (IOException e) {
      return false; // it has ended
    }
  }
}
