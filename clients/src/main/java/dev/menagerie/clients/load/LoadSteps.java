package dev.menagerie.clients.load;

import dev.menagerie.clients.load.LoadPlan.Pace;
import java.util.List;
import java.util.Optional;

/**
 * The steps of a load with rates.
 *
 * @param knee the highest rate in actions a second that the server kept up with; empty: none
 * @param isReached whether a step beyond the knee was measured; otherwise the knee is at least this
 * @param steps in the order of their rates
 */
public record LoadSteps(Optional<Double> knee, boolean isReached, List<LoadReport> steps) {
  public LoadSteps {
    steps = List.copyOf(steps);
  }

  /** The steps of a load whose plan has rates. */
  public static LoadSteps of(LoadPlan plan, List<LoadReport> steps) {
    if (!(plan.pace() instanceof Pace.Arrivals arrivals)) {
      throw new IllegalArgumentException("a load without rates has no steps");
    }
    var kept = steps.stream().filter(step -> step.keepsUp(arrivals.longest())).toList();
    var knee = kept.isEmpty() ? Optional.<Double>empty() : kept.getLast().duePerSecond();
    return new LoadSteps(knee, kept.size() < steps.size(), steps);
  }
}
