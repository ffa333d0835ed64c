package dev.menagerie.bots.search;

import java.time.Duration;

/**
 * The server's budget without its bound of time, unless one is asked for: a busy machine does not
 * change what is found.
 */
final class MeasuredBudget {
  private MeasuredBudget() {}

  /**
   * A budget that the properties {@code NAME.tries}, {@code NAME.millis} and {@code NAME.turns}
   * change.
   *
   * @param name of the measurement
   */
  static SearchBudget of(String name) {
    return new SearchBudget(
        Integer.getInteger(name + ".tries", SearchBudget.USUAL.tries()),
        Duration.ofMillis(Long.getLong(name + ".millis", Duration.ofHours(1).toMillis())),
        SearchBudget.USUAL.candidates(),
        Integer.getInteger(name + ".turns", SearchBudget.USUAL.turns()));
  }
}
