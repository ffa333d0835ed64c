package dev.menagerie.rules.state;

/** Why a game ended; each further one is added at the end. */
public enum EndReason {
  PRIZES,
  POINTS,
  NO_POKEMON,
  DECK_OUT,
  RESIGNED,
  TIMEOUT,
  TURN_LIMIT,
  SUDDEN_DEATH,
  /** Neither player acted for many turns. */
  ABANDONED,
  /** The game reached its bound of commands, or cards triggered each other without end. */
  GAME_LIMIT,
  /** The operator ended it; the game has no result. */
  VOIDED,
  /** The opponent had left, and the other player claimed the win or a tie. */
  LEFT
}
