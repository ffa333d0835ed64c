package dev.menagerie.cards.scenario;

import java.util.Optional;

/** How one scenario went. */
public record ScenarioResult(String file, String name, Optional<Failure> failure) {
  public boolean passed() {
    return failure.isEmpty();
  }

  /**
   * Where it went wrong.
   *
   * @param step the step, counted from 0; -1: before or after all steps
   */
  public record Failure(int step, String what, String expected, String actual) {}

  @Override
  public String toString() {
    return failure
        .map(f ->
            "FAILED "
                + file
                + " ("
                + name
                + ")\n  "
                + (f.step() < 0 ? "" : "step " + f.step() + ": ")
                + f.what()
                + "\n  expected: "
                + f.expected()
                + "\n  actual:   "
                + f.actual())
        .orElse("passed " + file + " (" + name + ")");
  }
}
