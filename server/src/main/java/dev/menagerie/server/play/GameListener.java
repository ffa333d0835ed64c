package dev.menagerie.server.play;

import dev.menagerie.server.game.GameId;

/** Is notified of commits. Called under the game's lock. */
public interface GameListener {
  /**
   * This node has created a game. Usually it waits for its second player; it may have begun, or
   * have been called off, in the meantime. Under the lock of the game.
   */
  default void created(LiveGame game) {}

  /** One version more. */
  void committed(GameCommitted commit);

  /** The game is at another head than this node assumed, and the events between are not known. */
  void resynced(LiveGame game);

  /** Whether the listener follows the game, so that this node must not evict it. */
  default boolean isFollowing(GameId game) {
    return false;
  }

  /**
   * Whether this node receives hints of the game's commits, because the listener asked for them.
   */
  default boolean isHinted(GameId game) {
    return false;
  }
}
