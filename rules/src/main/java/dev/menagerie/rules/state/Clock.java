package dev.menagerie.rules.state;

/**
 * The clock of a game as the rules know it: which one runs, not how much is left of it.
 *
 * @param number one more for every clock that replaces another
 * @param kind which clock runs
 * @param turnStarted whether the turn's own clock has run in this turn
 * @param expired whether the turn's time is up, so that it passes as soon as it can
 * @param graceUsed bits of the seats that have had more time in this turn
 */
public record Clock(
    int number, Event.ClockKind kind, boolean turnStarted, boolean expired, int graceUsed) {
  static final Clock NONE = new Clock(0, Event.ClockKind.NONE, true, false, 0);

  Clock replaced(int by, Event.ClockKind newKind, boolean newTurnStarted) {
    return new Clock(by, newKind, newTurnStarted, expired, graceUsed);
  }

  Clock expired(boolean isExpired) {
    return new Clock(number, kind, turnStarted, isExpired, graceUsed);
  }

  Clock graced(Seat seat) {
    return new Clock(number, kind, turnStarted, expired, graceUsed | 1 << seat.index());
  }

  /** The same clock in a turn that begins now. */
  Clock inNewTurn() {
    return new Clock(number, kind, turnStarted, false, 0);
  }
}
