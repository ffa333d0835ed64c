package dev.menagerie.server.rest;

import dev.menagerie.server.game.Audience;
import dev.menagerie.server.game.GameIndexEntry;
import dev.menagerie.server.game.UserId;
import dev.menagerie.server.play.GameSummary;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * Who may see a game that has been joined: every user if it is public, its players if it is
 * private.
 */
final class Visibility {
  private Visibility() {}

  static boolean maySee(GameIndexEntry game, UserId user) {
    return game.audience() == Audience.PUBLIC || game.players().contains(user);
  }

  /**
   * Whether a running game's progress is hidden from a user: from all but its players, if it has a
   * delay.
   */
  static boolean hidesProgress(Duration delay, List<UserId> players, UserId user) {
    return !delay.isZero() && !players.contains(user);
  }

  /** Whether the end of a game is still hidden from a user. */
  static boolean hidesEnd(
      Duration delay, List<UserId> players, UserId user, Instant endedAt, Instant now) {
    return hidesProgress(delay, players, user) && now.isBefore(endedAt.plus(delay));
  }

  /** Whether the end of a finished game is still hidden from a user. */
  static boolean hidesEnd(GameIndexEntry game, Instant endedAt, UserId user, Instant now) {
    var delay = GameSummary.read(game.summary()).spectatorDelay();
    return hidesEnd(delay, game.players(), user, endedAt, now);
  }
}
