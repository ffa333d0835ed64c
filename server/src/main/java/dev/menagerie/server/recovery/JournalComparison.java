package dev.menagerie.server.recovery;

import static java.util.stream.Collectors.counting;

import dev.menagerie.server.StoreUnavailable;
import dev.menagerie.server.StoreUnavailable.Store;
import dev.menagerie.server.game.GameId;
import dev.menagerie.server.game.GameJournal;
import dev.menagerie.server.game.Head;
import dev.menagerie.server.game.Outbox;
import dev.menagerie.server.game.Partition;
import dev.menagerie.server.journal.Drainer;
import dev.menagerie.server.recovery.RecoveryLedger.Known;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Compares games of the store with the journal and restores those that are behind it or missing.
 * Called by one node at a time, under the ledger's lock.
 */
record JournalComparison(
    Restoration store, Outbox outbox, GameJournal journal, RecoveryLedger ledger) {
  /**
   * Games restored in one call of each store, which writes its file once for all of them: few
   * megabytes, and some milliseconds in which Redis does nothing else.
   */
  private static final int AT_ONCE = 64;

  private static final Logger LOG = LoggerFactory.getLogger(JournalComparison.class);

  /**
   * Restores a game that the journal knows as unfinished and the store does not have.
   *
   * @throws StoreUnavailable if its partition is not certified for the store's present run: then
   *     all of it has to be recovered, with what the nodes remember
   */
  boolean restoreIfMissing(GameId game) {
    if (store.observed(game).isPresent()) return true; // restored by another caller
    if (!isCertified(Partition.of(game))) {
      throw new StoreUnavailable(Store.REDIS, new IllegalStateException("it lost everything"));
    }
    drain(Set.of(Partition.of(game)));
    var known = ledger.unfinished(game);
    if (known.isEmpty() || restore(List.of(known.get()), Map.of()) == 0) return false;
    LOG.error("ALARM: game {} was missing from the store; restored from the journal", game);
    return true;
  }

  /** Whether the partition takes commits: it is certified for the store's present run. */
  boolean isCertified(Partition partition) {
    var certified = store.certified(partition);
    return certified.isPresent() && certified.equals(Optional.of(store.run(partition)));
  }

  /**
   * Carries everything that the store has in these outboxes now into the journal. Entries that are
   * added later stay: in a cluster, some of these partitions may still take commits.
   */
  void drain(Set<Partition> partitions) {
    var left = new HashSet<>(partitions);
    while (!left.isEmpty()) {
      int each = Math.clamp(Drainer.BATCH / left.size(), 1, Drainer.OF_ONE_PARTITION);
      var pending = outbox.oldest(left, each).pending();
      var sizes =
          pending.stream().collect(Collectors.groupingBy(Outbox.Pending::partition, counting()));
      left.removeIf(partition -> sizes.getOrDefault(partition, 0L) < each);
      if (pending.isEmpty()) return;
      var appended = journal.append(pending.stream().map(Outbox.Pending::entry).toList());
      for (var contradiction : appended.contradictions()) {
        LOG.error("ALARM: two histories of a game: {}", contradiction);
      }
      outbox.journaled(pending);
    }
  }

  /**
   * Compares every unfinished game of a partition; how many had to be restored.
   *
   * @param isComplete whether every node has handed in the commits that it remembers. If not, store
   *     and journal may both lack commits that players got an acknowledgement for: then every game
   *     is restored in a new epoch, so that no version is used twice within an epoch
   */
  int compare(Partition partition, boolean isComplete) {
    drain(Set.of(partition));
    var known = ledger.unfinished(Set.of(partition));
    var observed = store.observed(known.stream().map(Known::game).toList());
    var behind =
        known.stream()
            .filter(game -> mustBeRestored(game, observed.get(game.game()), isComplete))
            .toList();
    int restored = 0;
    for (int from = 0; from < behind.size(); from += AT_ONCE) {
      restored += restore(behind.subList(from, Math.min(behind.size(), from + AT_ONCE)), observed);
    }
    forgetFinished(partition, known);
    return restored;
  }

  private static boolean mustBeRestored(Known known, @Nullable Head observed, boolean isComplete) {
    var journaled = known.head();
    if (journaled.equals(observed)) return !isComplete;
    if (observed == null
        || observed.epoch() != journaled.epoch()
        || observed.version() <= journaled.version()) return true;
    // Its outbox is empty, so the journal has lost rows it once had: the store has the truth.
    LOG.error("ALARM: the journal of {} ends at {}", known.game(), journaled.version());
    return false;
  }

  /** How many were restored: one that ended, or moved, while it was compared needs no restoring. */
  private int restore(List<Known> behind, Map<GameId, Head> observed) {
    var raised = ledger.raise(behind);
    if (!store.restore(raised, observed)) {
      throw new StoreUnavailable(
          Store.REDIS, new IllegalStateException("it changed while it was compared"));
    }
    for (var back : raised)
      LOG.debug("game {} goes on in epoch {}", back.game(), back.head().epoch());
    return raised.size();
  }

  /** A store that lost its last second may think that a finished game still runs. */
  private void forgetFinished(Partition partition, List<Known> unfinished) {
    var others = new HashSet<>(store.running(partition));
    unfinished.forEach(game -> others.remove(game.game()));
    if (others.isEmpty()) return;
    var over = ledger.finishedOf(others);
    store.forget(new ArrayList<>(over));
  }
}
