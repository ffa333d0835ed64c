package dev.menagerie.server.rating;

/** Whether ranked games of two players who are signed in from one address count. */
public enum SameAddress {
  /** For a house whose players share an address, such as a club. */
  COUNTS,
  DOES_NOT_COUNT
}
