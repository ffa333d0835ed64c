package dev.menagerie.server.play;

import dev.menagerie.server.game.UserId;

/**
 * Whether users keep each other away: they neither invite each other nor join each other's games.
 * Any thread; waits for the store and throws {@code StoreUnavailable}.
 */
@FunctionalInterface
public interface Blocks {
  /** Whether one of two users blocks the other. */
  boolean between(UserId one, UserId other);

  /** No user blocks another one. */
  Blocks NONE = (_, _) -> false;
}
