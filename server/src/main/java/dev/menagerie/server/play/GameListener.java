package dev.menagerie.server.play;

import dev.menagerie.server.game.GameId;

/** Is notified of commits. Called under the game's lock. */
public interface GameListener {
  /** One version more. */
  void committed(GameCommitted what);

  /** The game is at another head than this node assumed, and the events between are not known. */
  void resynced(LiveGame game);

  /** Whether the listener follows the game, so that this node must not evict it. */
  default boolean isFollowing(GameId game) {
    return false;
  }
}
