package dev.menagerie.server.play;

import java.time.Duration;
import java.time.Instant;

/** How long a game waits for its second player. */
public final class WaitingTime {
  static final Duration GAME = Duration.ofHours(1);

  /** The players of a rematch have just been there: an offer that is not answered soon is void. */
  private static final Duration REMATCH = Duration.ofMinutes(10);

  private WaitingTime() {}

  static Duration of(GameHeader header) {
    return header.rematchOf().isPresent() ? REMATCH : GAME;
  }

  /** When a game that still waits then is closed. */
  public static Instant end(GameHeader header) {
    return header.createdAt().plus(of(header));
  }
}
