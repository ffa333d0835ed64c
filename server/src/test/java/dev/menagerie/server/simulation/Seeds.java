package dev.menagerie.server.simulation;

import static org.assertj.core.api.Assertions.fail;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;

/** Runs seeds one after the other, and tells people how to repeat one that fails. */
final class Seeds {
  /** Traces of failed seeds that are printed; there is a list of all. */
  private static final int TRACES = 3;

  private Seeds() {}

  static void run(long first, int count) {
    var failed = new ArrayList<Simulation.Result>();
    long began = System.nanoTime();
    long acknowledged = 0;
    long games = 0;
    for (long seed = first; seed < first + count; seed++) {
      var result = Simulation.run(seed);
      acknowledged += result.acknowledged();
      games += result.games();
      if (!result.problems().isEmpty()) failed.add(result);
    }
    double seconds = (System.nanoTime() - began) / 1e9;
    System.out.printf(
        "%d seeds from %d: %d games, %d acknowledged actions, %.1f s, %d failed%n",
        count, first, games, acknowledged, seconds, failed.size());
    if (!failed.isEmpty()) fail(report(failed));
  }

  private static String report(List<Simulation.Result> failed) {
    var text = new StringBuilder();
    failed.stream().limit(TRACES).forEach(result -> text.append(result.trace()).append("\n\n"));
    for (var result : failed) text.append(line(result));
    return text.toString();
  }

  private static String line(Simulation.Result result) {
    return "seed "
        + result.seed()
        + ": "
        + String.join("; ", result.problems())
        + "\n  repeat it with -Dtest=SimulationTest -Dtests.jvm=-Dsimulation.seed="
        + result.seed()
        + "\n";
  }

  /** The first of these seeds in which the mutant breaks a promise; -1 if none does. */
  static long firstFound(Mutant mutant, int most) {
    return LongStream.rangeClosed(1, most)
        .filter(seed -> !Simulation.run(seed, mutant).problems().isEmpty())
        .findFirst()
        .orElse(-1);
  }
}
