package dev.menagerie.server.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.menagerie.server.Stores;
import dev.menagerie.server.commandline.Cli;
import dev.menagerie.server.commandline.LocalServer;
import dev.menagerie.server.redis.PlainRedis;
import dev.menagerie.testkit.KeyFile;
import dev.menagerie.testkit.Ports;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A backup taken while people play is restored into an empty place, and they play on there. */
class BackupDrillTest {
  /** Moves go round them, so that they are not over soon. */
  private static final int GAMES = 5;

  @TempDir Path directory;

  @Test
  void playersGoOnWhereTheBackupWasTaken() throws Exception {
    Path keys = KeyFile.in(directory);
    Path backup = directory.resolve("menagerie.backup");
    var old = directory.resolve("old");
    var fresh = directory.resolve("fresh");
    Duel duel;
    int management = Ports.free();
    try (var server =
        ServerProcess.start(old, "--jwt-secret-file=" + keys, "--management-port=" + management)) {
      duel = Duel.on(server.origin(), server.origin());
      duel.steps(12);
      var metrics = Api.of("http://127.0.0.1:" + management);
      Awaitility.await()
          .until(() -> metrics.text("/metrics").contains("\nmenagerie_journal_waiting 0.0"));

      var taken = Cli.run("backup", "--data-dir=" + old, backup.toString());

      assertThat(taken.exitCode()).as("%s", taken.err()).isZero();
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(backup)))
          .isEqualTo("rw-------");
    }
    var restored = Cli.run("restore", "--data-dir=" + fresh, backup.toString());
    assertThat(restored.exitCode()).as("%s", restored.err()).isZero();
    try (duel;
        var server = ServerProcess.start(fresh, "--jwt-secret-file=" + keys)) {
      for (int seat : List.of(0, 1)) duel.moveTo(seat, server.origin());
      duel.everyAnswerIsTheSameAgain();
      duel.steps(6);
    }
    var again = Cli.run("restore", "--data-dir=" + fresh, backup.toString());
    assertThat(again.exitCode()).isEqualTo(1);
    assertThat(again.err()).contains("has been used by a server");
  }

  /** Moves go on while the backup is taken; it holds each game up to one of them. */
  @Test
  void aBackupTakenDuringPlayHasWhatWasAcknowledgedUpToAMoment() throws Exception {
    Path keys = KeyFile.in(directory);
    Path file = directory.resolve("menagerie.backup");
    var played = LocalServer.postgresUrl(Stores.emptyDatabase());
    var restored = LocalServer.postgresUrl(Stores.emptyDatabase());
    var duels = new ArrayList<Duel>();
    try (var redis = redis("before");
        var server = serverOn(redis, played, keys)) {
      for (int i = 0; i < GAMES; i++) duels.add(Duel.on(server.origin(), server.origin()));
      duels.getFirst().steps(2); // the others may be over when it is restored
      playDuring(
          duels.subList(1, GAMES),
          () -> assertThat(copy("backup", played, file).exitCode()).isZero());
    }
    assertThat(copy("restore", restored, file).exitCode()).isZero();
    try (var redis = redis("after");
        var server = serverOn(redis, restored, keys)) {
      int more = 0;
      for (var duel : duels) {
        long version = duel.versionAt(server.origin());
        duel.lost(version);
        assertThat(duel.version()).isLessThanOrEqualTo(version);
        for (int seat : List.of(0, 1)) duel.moveTo(seat, server.origin());
        duel.everyAnswerIsTheSameAgain();
        more += duel.stepsUntilOver(2);
      }
      assertThat(more).isPositive();
    } finally {
      duels.forEach(Duel::close);
    }
  }

  private PlainRedis redis(String name) throws IOException {
    return PlainRedis.start(Files.createDirectory(directory.resolve(name)), PlainRedis.durable());
  }

  private static Cli.Result copy(String command, String postgres, Path file) {
    return Cli.run(command, "--postgres-url=" + postgres, file.toString());
  }

  /** Repeats the work until moves were acknowledged between its beginning and its end. */
  private static void playDuring(List<Duel> duels, Runnable work) throws Exception {
    var moves = new AtomicInteger();
    var isDone = new AtomicBoolean();
    try (var thread = Executors.newVirtualThreadPerTaskExecutor()) {
      var playing =
          thread.submit(() -> {
            int more;
            do {
              more = 0;
              for (var duel : duels) more += duel.stepsUntilOver(1);
              moves.addAndGet(more);
            } while (more > 0 && !isDone.get());
          });
      try {
        int before;
        do {
          before = moves.get();
          work.run();
        } while (moves.get() == before && !playing.isDone());
      } finally {
        isDone.set(true);
      }
      playing.get();
    }
  }

  /** The Redis of before is ahead of the restored journal: play on both would contradict itself. */
  @Test
  void theRedisOfBeforeIsRefusedUntilItIsEmptied() throws Exception {
    Path keys = KeyFile.in(directory);
    Path file = directory.resolve("menagerie.backup");
    var before = LocalServer.postgresUrl(Stores.emptyDatabase());
    var restored = LocalServer.postgresUrl(Stores.emptyDatabase());
    try (var redis = redis("redis")) {
      Duel duel;
      try (var server = serverOn(redis, before, keys)) {
        duel = Duel.on(server.origin(), server.origin());
        duel.steps(6);
      }
      assertThat(copy("backup", before, file).exitCode()).isZero();
      assertThat(copy("restore", restored, file).exitCode()).isZero();

      var refused =
          Cli.run(
              "serve",
              "--port=0",
              "--data-dir=" + directory.resolve("refused"),
              "--redis-url=" + redis.url(),
              "--postgres-url=" + restored);

      assertThat(refused.exitCode()).isEqualTo(1);
      assertThat(refused.err())
          .contains("this Redis was last used with another Postgres database")
          .contains("delete everything in Redis")
          .doesNotContain("\tat ")
          .hasLineCount(1);
      redis.deleteEverything();
      try (duel;
          var server = serverOn(redis, restored, keys)) {
        for (int seat : List.of(0, 1)) duel.moveTo(seat, server.origin());
        duel.everyAnswerIsTheSameAgain();
        duel.steps(2);
      }
    }
  }

  private ServerProcess serverOn(PlainRedis redis, String postgres, Path keys) {
    return ServerProcess.start(
        directory.resolve("data"),
        "--jwt-secret-file=" + keys,
        "--redis-url=" + redis.url(),
        "--postgres-url=" + postgres);
  }

  @Test
  void aFileThatIsNoBackupIsRefused() throws Exception {
    Path file = Files.writeString(directory.resolve("file"), "no backup");
    var restored = Cli.run("restore", "--data-dir=" + directory.resolve("data"), file.toString());
    assertThat(restored.exitCode()).isEqualTo(1);
    assertThat(restored.err()).contains("is no backup");
  }
}
