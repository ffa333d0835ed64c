package dev.menagerie.rules.state;

/** Why a game ended. */
public enum EndReason {
  PRIZES,
  POINTS,
  NO_POKEMON,
  DECK_OUT,
  RESIGNED,
  TIMEOUT,
  TURN_LIMIT,
  SUDDEN_DEATH
}
