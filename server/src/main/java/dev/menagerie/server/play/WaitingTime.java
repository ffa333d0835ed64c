package dev.menagerie.server.play;

import java.time.Duration;
import java.time.Instant;

/**
 * How long a game waits for its second player.
 *
 * @param game the time from its creation; a rematch, whose players have just been there, waits ten
 *     minutes at most
 */
public record WaitingTime(Duration game) {
  /** An hour. */
  public static final WaitingTime STANDARD = new WaitingTime(Duration.ofHours(1));

  private static final Duration REMATCH = Duration.ofMinutes(10);

  Duration of(GameHeader header) {
    boolean isShorter = header.rematchOf().isPresent() && game.compareTo(REMATCH) > 0;
    return isShorter ? REMATCH : game;
  }

  /** When a game that waits, or waited until just now, is closed. */
  public static Instant end(Moment waiting) {
    return waiting.clock().deadline().orElse(waiting.at());
  }
}
