package dev.menagerie.server.play;

import dev.menagerie.server.game.GameId;

/** Hears what happens in games, after it has been committed. Called under the game's lock. */
public interface GameListener {
  /** One version more. */
  void happened(GameCommitted what);

  /** The game is somewhere else than this node thought: what lies between cannot be told. */
  void resynced(LiveGame game);

  /** Whether it keeps the game in hand, so that this node must not forget it. */
  default boolean isFollowing(GameId game) {
    return false;
  }
}
