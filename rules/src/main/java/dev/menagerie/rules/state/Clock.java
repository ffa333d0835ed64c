package dev.menagerie.rules.state;

/**
 * The clock of a game as the rules know it: which one runs, not how much is left of it.
 *
 * @param number one more for every clock that replaces another
 * @param kind which clock runs
 * @param turnStarted whether the turn's own clock has run in this turn
 * @param expired whether the turn's time is up, so that it passes as soon as it can
 * @param marks bits of the seats: more time in this turn, away, gone
 */
public record Clock(
    int number, Event.ClockKind kind, boolean turnStarted, boolean expired, int marks) {
  static final Clock NONE = new Clock(0, Event.ClockKind.NONE, true, false, 0);

  /** Where the bits of the seats begin that are away, and that are gone. */
  private static final int AWAY = 2;

  private static final int GONE = 4;

  /** The marks that a new turn leaves as they are. */
  private static final int LASTING = ~0b11;

  Clock replaced(int by, Event.ClockKind newKind, boolean newTurnStarted) {
    return new Clock(by, newKind, newTurnStarted, expired, marks);
  }

  Clock expired(boolean isExpired) {
    return new Clock(number, kind, turnStarted, isExpired, marks);
  }

  Clock graced(Seat seat) {
    return marked(marks | bit(0, seat));
  }

  Clock left(Seat seat) {
    return marked(marks | bit(AWAY, seat));
  }

  Clock gone(Seat seat) {
    return marked(marks | bit(GONE, seat));
  }

  Clock returned(Seat seat) {
    return marked(marks & ~(bit(AWAY, seat) | bit(GONE, seat)));
  }

  private static int bit(int first, Seat seat) {
    return 1 << (first + seat.index());
  }

  private Clock marked(int newMarks) {
    return new Clock(number, kind, turnStarted, expired, newMarks);
  }

  boolean isGraced(Seat seat) {
    return (marks & bit(0, seat)) != 0;
  }

  boolean isAway(Seat seat) {
    return (marks & bit(AWAY, seat)) != 0;
  }

  boolean isGone(Seat seat) {
    return (marks & bit(GONE, seat)) != 0;
  }

  /** The same clock in a turn that begins now. */
  Clock inNewTurn() {
    return new Clock(number, kind, turnStarted, false, marks & LASTING);
  }
}
