package dev.menagerie.server.campaign;

import dev.menagerie.server.game.GameId;
import dev.menagerie.server.game.UserId;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * How far users have come. A win is written once, by the transaction that ends the game. Any
 * thread; waits for the store and throws {@code StoreUnavailable}.
 */
public interface CampaignProgress {
  /** The opponents that a user has beaten, by id, with the time of the first win. */
  Map<String, Instant> wins(UserId user);

  /** A game that is about to start is one against this opponent. */
  void begins(UserId user, String opponent, GameId game);

  /** What a user wears; whether it was won, and still exists, is for the caller to say. */
  Worn worn(UserId user);

  /** Changes what a user wears. */
  void wear(UserId user, Worn worn);

  /**
   * Rewards by id that a user shows to others.
   *
   * @param title words beside the name
   * @param cardBack the picture on the back of the user's cards
   */
  record Worn(Optional<String> title, Optional<String> cardBack) {
    /** Of users who have chosen nothing. */
    public static final Worn NOTHING = new Worn(Optional.empty(), Optional.empty());
  }

  /** Forgets games that were never started; how many. */
  int sweep();
}
