package dev.menagerie.server.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.menagerie.server.commandline.Cli;
import dev.menagerie.testkit.KeyFile;
import dev.menagerie.testkit.Ports;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A backup taken while people play is restored into an empty place, and they play on there. */
class BackupDrillTest {
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

  @Test
  void aFileThatIsNoBackupIsRefused() throws Exception {
    Path file = Files.writeString(directory.resolve("file"), "no backup");
    var restored = Cli.run("restore", "--data-dir=" + directory.resolve("data"), file.toString());
    assertThat(restored.exitCode()).isEqualTo(1);
    assertThat(restored.err()).contains("is no backup");
  }
}
