package dev.menagerie.server.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The simulation itself, tested: it finds a product that lacks one of its checks. */
class SimulationMutantsTest {
  private static final QuietLogs QUIET = new QuietLogs();

  /** Ten times as many as are needed. */
  private static final int SEEDS = 400;

  @AfterAll
  static void loud() {
    QUIET.close();
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "NONE")
  void everyMutantIsFound(Mutant mutant) {
    long seed = Seeds.firstFound(mutant, SEEDS);
    System.out.printf("%s is found by seed %d%n", mutant, seed);
    assertThat(seed).as("seed that finds %s", mutant).isPositive();
  }
}
