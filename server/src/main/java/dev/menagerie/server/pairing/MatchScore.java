package dev.menagerie.server.pairing;

import java.util.Optional;

/**
 * A match that is decided.
 *
 * @param second absent: the first had a bye
 * @param firstGames games that the first player won; of a bye as many as a match needs
 * @param tiedGames games without a winner
 */
public record MatchScore(
    String first,
    Optional<String> second,
    Verdict verdict,
    int firstGames,
    int secondGames,
    int tiedGames) {
  /** Who won a match. */
  public enum Verdict {
    FIRST,
    SECOND,
    TIE,
    /** Neither player came, or a judge decided so. */
    BOTH_LOSE
  }

  boolean isBye() {
    return second.isEmpty();
  }

  int games() {
    return firstGames + secondGames + tiedGames;
  }
}
