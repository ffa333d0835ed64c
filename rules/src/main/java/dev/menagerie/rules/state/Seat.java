package dev.menagerie.rules.state;

/** One of the two places at the table; who sits there is not the rules' business. */
public enum Seat {
  FIRST,
  SECOND;

  private static final Seat[] ALL = values();

  /** The opponent's seat. */
  public Seat other() {
    return this == FIRST ? SECOND : FIRST;
  }

  /** 0 or 1, as the wire counts seats. */
  public int index() {
    return this == FIRST ? 0 : 1;
  }

  /** The seat with index 0 or 1. */
  public static Seat of(int index) {
    return ALL[index];
  }
}
