package dev.menagerie.server.archive;

import dev.menagerie.server.game.UserId;
import java.util.List;
import java.util.Optional;

/**
 * The index of waiting games. It follows the commits by a moment, so a game in it may have been
 * joined or closed. Any thread; waits for the store and throws {@code StoreUnavailable}.
 */
public interface WaitingGames {
  /**
   * Games that a user is invited to, the newest first.
   *
   * @throws InvalidCursor for a cursor that no page returned
   */
  ArchivePage<WaitingGame> invitationsOf(UserId user, Optional<String> cursor, int limit);

  /** How many listed games wait, and how many public ones are being played. */
  Counts count();

  /** Numbers of games. */
  record Counts(long open, long live) {}

  /** Listed games, the newest first. */
  List<WaitingGame> listed(int limit);
}
