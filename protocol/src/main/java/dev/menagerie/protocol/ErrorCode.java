package dev.menagerie.protocol;

import java.util.Locale;

/** The stable codes of every refusal, over sockets and REST alike. */
public enum ErrorCode {
  UNAUTHENTICATED,
  FORBIDDEN,
  INVALID_MESSAGE,
  GAME_NOT_FOUND,
  NOT_PARTICIPANT,
  GAME_FULL,
  DECK_NOT_FOUND,
  DECK_INVALID,
  NOT_YOUR_TURN,
  INVALID_ACTION,
  STALE_VERSION,
  MESSAGE_ID_REUSED,
  GAME_OVER,
  RATE_LIMITED,
  BUSY,
  UNAVAILABLE,
  PAYLOAD_TOO_LARGE,
  INTERNAL;

  /** The code as clients read it, such as {@code not_your_turn}. */
  public String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }
}
