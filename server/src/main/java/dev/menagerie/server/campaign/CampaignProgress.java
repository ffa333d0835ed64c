package dev.menagerie.server.campaign;

import dev.menagerie.server.game.GameId;
import dev.menagerie.server.game.UserId;
import java.time.Instant;
import java.util.Map;

/**
 * How far users have come. A win is written once, by the transaction that ends the game. Any
 * thread; waits for the store and throws {@code StoreUnavailable}.
 */
public interface CampaignProgress {
  /** The opponents that a user has beaten, by id, with the time of the first win. */
  Map<String, Instant> wins(UserId user);

  /** A game that is about to start is one against this opponent. */
  void begins(UserId user, String opponent, GameId game);

  /** Forgets games that were never started; how many. */
  int sweep();
}
