package dev.menagerie.server.archive;

import dev.menagerie.server.game.GameId;
import dev.menagerie.server.game.UserId;
import java.util.Optional;

/**
 * What lists, summaries and replays are answered from. Unfinished games stand as of their last
 * checkpoint; finished ones are whole. Throws {@code StoreUnavailable} when it cannot be reached,
 * {@link InvalidCursor} for a cursor it never gave out.
 */
public interface GameArchive {
  /** The longest page; a longer one is asked for in parts. */
  int MAX_PAGE = 100;

  Optional<ActiveGame> active(GameId game);

  /** A user's unfinished games, the most recently active first. */
  Page<ActiveGame> activeOf(UserId user, Optional<String> cursor, int limit);

  /** Running games anyone may watch, the most recently active first. */
  Page<ActiveGame> live(Optional<String> cursor, int limit);

  /** Waiting games anyone may join, the newest first. */
  Page<ActiveGame> open(Optional<String> cursor, int limit);

  /** A finished game, whole. */
  Optional<FinishedGame> finished(GameId game);

  /**
   * A finished game as it ended, without its actions and digests: they are most of its bytes, and
   * only a replay needs them.
   */
  Optional<FinishedGame> ended(GameId game);

  /** A user's finished games, the latest end first; without chronicle and final state. */
  Page<FinishedSummary> historyOf(UserId user, Optional<String> cursor, int limit);
}
