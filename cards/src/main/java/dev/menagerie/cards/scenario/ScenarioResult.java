package dev.menagerie.cards.scenario;

import java.util.Optional;

/** How one scenario went. */
public record ScenarioResult(String file, String name, Optional<Failure> failure) {
  /** Whether every expectation of the scenario held. */
  public boolean passed() {
    return failure.isEmpty();
  }

  /** Why a scenario did not pass. */
  public sealed interface Failure {
    /**
     * A step went otherwise than the file says.
     *
     * @param step the step, counted from 0; -1: before or after all steps
     */
    record Broken(int step, String what, String expected, String actual) implements Failure {
      @Override
      public String toString() {
        return (step < 0 ? "" : "step " + step + ": ")
            + what
            + "\n  expected: "
            + expected
            + "\n  actual:   "
            + actual;
      }
    }

    /**
     * The file cannot be played.
     *
     * @param problems one a line, each with its file and path
     */
    record NoScenario(String problems) implements Failure {
      @Override
      public String toString() {
        return problems.replace("\n", "\n  ");
      }
    }
  }

  @Override
  public String toString() {
    return failure
        .map(why -> "FAILED " + file + " (" + name + ")\n  " + why)
        .orElse("passed " + file + " (" + name + ")");
  }
}
