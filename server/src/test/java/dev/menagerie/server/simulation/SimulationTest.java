package dev.menagerie.server.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Whatever breaks, nothing acknowledged is lost without an alarm, doubled, or answered with another
 * version, and everything heals. {@code simulation.seed} repeats one seed, with its trace. The long
 * run takes other seeds each time ({@code simulation.first}, {@code simulation.seeds}):
 *
 * <pre>./mvnw -Plong -Dfast -Dskip.page -pl server -am test -Dtest=SimulationTest
 *   -Dsurefire.failIfNoSpecifiedTests=false -Dtests.jvm="-Dsimulation.seeds=10000"</pre>
 */
class SimulationTest {
  private static final QuietLogs QUIET = new QuietLogs();

  /** Some seconds of the processor. */
  private static final int SLICE = 40;

  @AfterAll
  static void loud() {
    QUIET.close();
  }

  @Test
  void promisesAreKeptWhateverBreaks() {
    var one = Long.getLong("simulation.seed");
    if (one == null) {
      Seeds.run(1, SLICE);
      return;
    }
    var result = Simulation.run(one);
    System.out.println(result.trace());
    assertThat(result.problems()).as("seed %d", one).isEmpty();
  }

  @Test
  @Tag("long")
  @Timeout(value = 3, unit = TimeUnit.HOURS)
  void promisesAreKeptOverManySeeds() {
    long first = Long.getLong("simulation.first", System.nanoTime());
    System.out.println("simulation.first " + first);
    Seeds.run(first, Integer.getInteger("simulation.seeds", 10_000));
  }

  @Test
  void sameSeedIsTheSameHistory() {
    for (long seed = 101; seed <= 105; seed++) {
      var first = Simulation.run(seed).trace().lines();
      assertThat(Simulation.run(seed).trace().lines()).as("seed %d", seed).isEqualTo(first);
    }
  }
}
