package dev.menagerie.server.play;

import dev.menagerie.server.game.GameId;
import java.time.Duration;
import java.util.concurrent.CompletionStage;

/** Waits until the journal has caught up with a game. */
@FunctionalInterface
public interface JournalWait {
  /**
   * Completes with true once the journal has the game's version, with false when that takes longer
   * than the patience. Never blocks the caller; completes on any thread.
   */
  CompletionStage<Boolean> whenJournaled(GameId game, long version, Duration patience);
}
