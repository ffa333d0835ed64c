package dev.menagerie.server.play;

import dev.menagerie.server.game.GameId;
import java.time.Duration;

/** Tells when the journal has caught up with a game. */
@FunctionalInterface
public interface Journaled {
  /** Waits until the game's version stands in the journal; false when that took too long. */
  boolean await(GameId game, long version, Duration patience);
}
