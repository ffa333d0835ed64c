package dev.menagerie.bots.search;

import java.time.Duration;

/** The server's budget without its bound of time: a busy machine does not change what is found. */
final class UntimedBudget {
  private UntimedBudget() {}

  /**
   * A budget that the properties {@code NAME.tries} and {@code NAME.turns} change.
   *
   * @param name of the measurement
   */
  static SearchBudget of(String name) {
    return new SearchBudget(
        Integer.getInteger(name + ".tries", SearchBudget.USUAL.tries()),
        Duration.ofHours(1),
        SearchBudget.USUAL.candidates(),
        Integer.getInteger(name + ".turns", SearchBudget.USUAL.turns()));
  }
}
