package dev.menagerie.server.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/** A server whose disk is full refuses, loses nothing, and goes on when there is room again. */
@Tag("long")
class FullDiskTest {
  private static final String SIZE = "size=192m";

  @TempDir(cleanup = CleanupMode.NEVER)
  Path disk;

  @Test
  @Timeout(value = 4, unit = TimeUnit.MINUTES)
  void nothingAcknowledgedIsLostWhenTheDiskFillsUp() throws Exception {
    assumeTrue(run("mount", "-t", "tmpfs", "-o", SIZE, "none", disk.toString()), "needs root");
    try (var server = ServerProcess.start(disk.resolve("data"));
        var duel = Duel.on(server.origin(), server.origin())) {
      duel.steps(4);
      fill();
      var late = duel.next();
      var answer = duel.send(late);
      server.awaitSaid("has ended by itself", 60);
      var reply = answer.join(); // the last that fitted on the disk, or a refusal
      Files.delete(disk.resolve("filler"));
      var settled = duel.settle(late);
      if (reply.path("ok").asBoolean()) assertThat(settled).isEqualTo(reply);
      else assertThat(reply.path("error").path("code").asString()).isEqualTo("unavailable");
      duel.steps(4);
      duel.everyAnswerIsTheSameAgain();
      System.out.printf(
          Locale.ROOT, "disk full: %d acknowledged, 0 lost%n", duel.acknowledged().size());
    } finally {
      assertThat(run("umount", "-l", disk.toString())).isTrue();
    }
  }

  private void fill() throws IOException {
    var block = new byte[64 * 1024];
    try (var filler = Files.newOutputStream(disk.resolve("filler"))) {
      while (true) filler.write(block);
    } catch (IOException full) {
      assertThat(disk.toFile().getUsableSpace()).isLessThan(block.length);
    }
  }

  private static boolean run(String... command) throws IOException, InterruptedException {
    return new ProcessBuilder(command).inheritIO().start().waitFor() == 0;
  }
}
