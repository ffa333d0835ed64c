package dev.menagerie.server.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import dev.menagerie.server.e2e.Build;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/**
 * Games on two servers that go from the build before to this one and back, one server after the
 * other, so that both builds play the same games for a while in each direction (ADR 0031). Nothing
 * acknowledged may be missing, doubled or answered with another version, and every finished game
 * replays with this build. {@code deploy/test/rolling.sh} makes the build before and calls this.
 */
@Tag("long")
@EnabledIfSystemProperty(named = "rolling.before", matches = ".+")
class RollingUpgradeTest {
  /** Each is two servers forward and two back. */
  private static final int ROUNDS = Integer.getInteger("rolling.rounds", 2);

  /** How long each mix of builds plays on. */
  private static final Duration EACH = Duration.ofSeconds(Integer.getInteger("rolling.every", 5));

  private static final int PAIRS = 6;
  private static final long SEED = Long.getLong("rolling.seed", System.nanoTime());

  @TempDir Path directory;

  @Test
  @Timeout(value = 1, unit = TimeUnit.HOURS)
  void bothBuildsPlayTheSameGames() throws IOException {
    System.out.println("rolling.seed " + SEED);
    var before = Build.in(Path.of(System.getProperty("rolling.before")).toAbsolutePath());
    var random = new SplittableRandom(SEED);
    try (var all = Installation.of(before, directory)) {
      var contenders = new Contenders(all);
      try {
        contenders.begin(PAIRS, random);
        for (int round = 0; round < ROUNDS; round++) {
          for (var build : List.of(Build.current(), before)) roll(all, build, contenders);
        }
      } finally {
        contenders.close();
        all.keepLogs(ChaosReport.KEPT);
      }
      assertThat(contenders.audit().finished()).isPositive();
      System.out.println("Audited: " + contenders.summary());
    }
  }

  private static void roll(Installation all, Build build, Contenders contenders) {
    for (var node : all.nodes()) {
      node.process().close();
      node.process().startAgainAs(build);
      long rolled = System.nanoTime();
      long playing = contenders.awaitAnswers(rolled);
      System.out.printf(
          "%s runs %s; all play again after %d ms%n",
          node.name(),
          build.equals(Build.current()) ? "this build" : "the build before",
          Duration.ofNanos(playing - rolled).toMillis());
      Fault.pass(EACH);
      contenders.audit();
    }
  }
}
