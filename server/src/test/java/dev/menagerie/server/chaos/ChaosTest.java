package dev.menagerie.server.chaos;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Games on two servers while one thing after the other breaks, in an order that the seed decides.
 * Afterwards nothing acknowledged may be missing, doubled or answered with another version, every
 * finished game replays to its digests, and after each fault play goes on soon. The report is a
 * table for people. A long run, by the number of faults and the seconds between them ({@code
 * chaos.seed} repeats an order, {@code chaos.only} some kinds, with commas):
 *
 * <pre>./mvnw -Plong -Dfast -Dskip.page -pl server -am test -Dtest=ChaosTest
 *   -Dsurefire.failIfNoSpecifiedTests=false -Dtests.jvm="-Dchaos.faults=240 -Dchaos.every=30"</pre>
 */
@Tag("long")
class ChaosTest {
  private static final long SEED = Long.getLong("chaos.seed", System.nanoTime());
  private static final int FAULTS = Integer.getInteger("chaos.faults", Fault.values().length);
  private static final Duration EVERY = Duration.ofSeconds(Integer.getInteger("chaos.every", 3));

  /** Names with commas between; all if it is empty. */
  private static final String ONLY = System.getProperty("chaos.only", "");

  private static final int PAIRS = Integer.getInteger("chaos.pairs", 6);

  @TempDir Path directory;

  @Test
  @Timeout(value = 4, unit = TimeUnit.HOURS)
  void nothingAcknowledgedIsLostWhateverBreaks() throws IOException {
    System.out.println("chaos.seed " + SEED);
    var random = new SplittableRandom(SEED);
    var report = new ChaosReport(SEED);
    try (var all = Installation.in(directory)) {
      var contenders = new Contenders(all);
      try {
        contenders.begin(PAIRS, random);
        for (var fault : faults(random)) {
          Fault.pass(EVERY);
          strike(fault, all, contenders, random, report);
          contenders.audit();
        }
      } finally {
        contenders.close();
        all.keepLogs(ChaosReport.KEPT);
        report.write(contenders.summary());
      }
      contenders.audit();
      report.write(contenders.summary());
    }
  }

  private static void strike(
      Fault fault,
      Installation all,
      Contenders contenders,
      SplittableRandom random,
      ChaosReport report)
      throws IOException {
    contenders.longestWaits();
    System.out.println(fault);
    long struck = System.nanoTime();
    fault.strike(all, random);
    long mended = System.nanoTime();
    long playing = contenders.awaitAnswers(mended);
    report.add(
        fault,
        Duration.ofNanos(mended - struck),
        Duration.ofNanos(playing - mended),
        contenders.longestWaits());
  }

  /** Each kind as often as any other, in a random order; or those that were asked for. */
  private static List<Fault> faults(SplittableRandom random) {
    var faults = new ArrayList<Fault>();
    while (faults.size() < FAULTS) {
      var round = new ArrayList<>(List.of(Fault.values()));
      round.removeIf(fault -> !ONLY.isEmpty() && !("," + ONLY + ",").contains("," + fault + ","));
      Collections.shuffle(round, Random.from(random));
      faults.addAll(round);
    }
    return faults.subList(0, FAULTS);
  }
}
