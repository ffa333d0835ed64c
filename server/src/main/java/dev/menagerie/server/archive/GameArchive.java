package dev.menagerie.server.archive;

import dev.menagerie.server.game.GameId;
import dev.menagerie.server.game.UserId;
import java.util.Optional;

/**
 * Finished games and the index of unfinished ones, which is as of their last checkpoints. All
 * methods may be called from any thread and wait for the store; they throw {@code StoreUnavailable}
 * when it cannot be reached, and {@link InvalidCursor} for a cursor that no page returned.
 */
public interface GameArchive {
  /** Items of the longest page. */
  int MAX_PAGE = 100;

  /** An unfinished game as of its last checkpoint. */
  Optional<ActiveGame> active(GameId game);

  /** A user's unfinished games, the most recently active first. */
  ArchivePage<ActiveGame> activeOf(UserId user, Optional<String> cursor, int limit);

  /** Running games that are public, the most recently active first. */
  ArchivePage<ActiveGame> live(Optional<String> cursor, int limit);

  /** Waiting games that any user may join, the newest first. */
  ArchivePage<ActiveGame> open(Optional<String> cursor, int limit);

  /** A finished game, whole. */
  Optional<FinishedGame> finished(GameId game);

  /**
   * A finished game as it ended, without its actions and digests: they are most of its bytes, and
   * only a replay needs them.
   */
  Optional<FinishedGame> ended(GameId game);

  /** A user's finished games, the latest end first; without chronicle and final state. */
  ArchivePage<FinishedSummary> historyOf(UserId user, Optional<String> cursor, int limit);
}
