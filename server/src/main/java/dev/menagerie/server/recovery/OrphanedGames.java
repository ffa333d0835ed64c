package dev.menagerie.server.recovery;

import dev.menagerie.server.StoreUnavailable;
import dev.menagerie.server.game.GameJournal;
import dev.menagerie.server.game.GameStore;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Games in the journal that never came into the store, because their node died in between. Their
 * creators got no reply, but lists would show them forever.
 */
public final class OrphanedGames {
  /** Far longer than any creation takes. */
  private static final Duration CREATION_TIMEOUT = Duration.ofMinutes(5);

  /** Upper bound on games of one sweep; the next sweep has the others. */
  private static final int AT_ONCE = 1_000;

  private static final Logger LOG = LoggerFactory.getLogger(OrphanedGames.class);

  private final GameStore store;
  private final GameJournal journal;

  /** Finds games that only one of these stores has. */
  public OrphanedGames(GameStore store, GameJournal journal) {
    this.store = store;
    this.journal = journal;
  }

  /** Forgets them; how many there were. A store that cannot be asked has not denied anything. */
  public int forget() {
    int gone = 0;
    try {
      for (var game : journal.untouched(CREATION_TIMEOUT, AT_ONCE)) {
        if (store.head(game).isPresent()) continue;
        journal.discard(game);
        gone++;
      }
    } catch (StoreUnavailable e) {
      LOG.debug("the next sweep looks again", e);
    }
    return gone;
  }
}
