package dev.menagerie.server.recovery;

import dev.menagerie.server.StoreUnavailable;
import dev.menagerie.server.StoreUnavailable.Store;
import dev.menagerie.server.game.GameId;
import dev.menagerie.server.game.GameJournal;
import dev.menagerie.server.game.Head;
import dev.menagerie.server.game.Outbox;
import dev.menagerie.server.game.Partition;
import dev.menagerie.server.journal.Drainer;
import java.util.ArrayList;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Compares games of the store with the journal and restores those that are behind it or missing.
 * Called by one node at a time, under the ledger's lock.
 */
record JournalComparison(
    Restoration store, Outbox outbox, GameJournal journal, RecoveryLedger ledger) {
  private static final Logger LOG = LoggerFactory.getLogger(JournalComparison.class);

  /** Restores a game that the journal knows as unfinished and the store does not have. */
  boolean restoreIfMissing(GameId game) {
    if (store.observed(game).isPresent()) return true; // restored by another caller
    drain(Partition.of(game));
    var known = ledger.unfinished(game);
    if (known.isEmpty() || compare(known.get(), Optional.empty()) == 0) return false;
    LOG.error("ALARM: game {} was missing from the store; restored from the journal", game);
    return true;
  }

  /** Carries everything that the store still has in its outbox into the journal. */
  private void drain(Partition partition) {
    while (true) {
      var pending = outbox.oldest(partition, Drainer.OF_ONE_PARTITION);
      if (pending.isEmpty()) return;
      var appended = journal.append(pending.stream().map(Outbox.Pending::entry).toList());
      for (var contradiction : appended.contradictions()) {
        LOG.error("ALARM: two histories of a game: {}", contradiction);
      }
      outbox.journaled(pending);
    }
  }

  /** Compares every unfinished game of a partition; how many had to be restored. */
  int compare(Partition partition) {
    drain(partition);
    var known = ledger.unfinished(Set.of(partition));
    var observed = store.observed(known.stream().map(RecoveryLedger.Known::game).toList());
    int restored = 0;
    for (var game : known) {
      restored += compare(game, Optional.ofNullable(observed.get(game.game())));
    }
    forgetFinished(partition);
    return restored;
  }

  /** One if the game had to be restored. */
  private int compare(RecoveryLedger.Known known, Optional<Head> observed) {
    var journaled = known.head();
    if (observed.filter(journaled::equals).isPresent()) return 0;
    boolean ahead =
        observed
            .filter(head -> head.epoch() == journaled.epoch())
            .filter(head -> head.version() > journaled.version())
            .isPresent();
    if (ahead) {
      // Its outbox is empty, so the journal has lost rows it once had: the store has the truth.
      LOG.error("ALARM: the journal of {} ends at {}", known.game(), journaled.version());
      return 0;
    }
    var back = ledger.raise(known.game(), journaled);
    if (back.isEmpty()) return 0; // it ended, or moved, while we looked
    if (!store.restore(back.get(), observed)) {
      throw new StoreUnavailable(
          Store.REDIS, new IllegalStateException("it changed while it was compared"));
    }
    LOG.warn("game {} goes on in epoch {}", known.game(), back.get().head().epoch());
    return 1;
  }

  /** A store that lost its last second may think that a finished game still runs. */
  private void forgetFinished(Partition partition) {
    var running = store.running(partition);
    if (running.isEmpty()) return;
    var over = ledger.finishedOf(Set.copyOf(running));
    store.forget(new ArrayList<>(over));
  }
}
