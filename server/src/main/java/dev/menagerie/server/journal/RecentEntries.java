package dev.menagerie.server.journal;

import dev.menagerie.server.game.JournalEntry;
import dev.menagerie.server.game.Partition;
import dev.menagerie.server.game.StoreRun;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * The entries that this node has committed and the journal may lack: a second copy of the last
 * moments, in case the store loses them. Safe for use by all threads.
 */
public final class RecentEntries {
  /** Twice what an outbox may hold: the outbox is full long before. */
  private static final int BOUND = 8_192;

  /** Times of different games are in order but for a clock that was set back a little. */
  private static final Duration SLACK = Duration.ofSeconds(1);

  private final List<Consumer<Partition>> listeners = new CopyOnWriteArrayList<>();
  private volatile Optional<StoreRun> handedIn = Optional.empty();
  private final List<Share> shares = Partition.all().stream().map(_ -> new Share()).toList();

  /** Names the run of the store that everything remembered before has been handed in for. */
  public void handedIn(StoreRun run) {
    handedIn = Optional.of(run);
  }

  /** False at the bound: nothing more may be committed until something has been journaled. */
  public boolean hasRoom(Partition partition) {
    return shares.get(partition.value()).size() < BOUND;
  }

  /** Remembers an entry that this node has committed. At the bound, the oldest entry is dropped. */
  public void add(JournalEntry entry) {
    var partition = Partition.of(entry.game());
    shares.get(partition.value()).add(entry);
    for (var listener : listeners) listener.accept(partition);
  }

  /**
   * Adds a listener for the partition of every entry that this node commits. It is called by the
   * committing thread and must not block.
   */
  void listen(Consumer<Partition> listener) {
    listeners.add(listener);
  }

  /** A point in a partition's entries, taken before the outbox is looked at. */
  public long mark(Partition partition) {
    return shares.get(partition.value()).mark();
  }

  /**
   * Forgets the entries before the mark that are journaled.
   *
   * @param oldest the time of the first entry in the outbox, if it has any
   * @param run the run of the partition with that outbox. If this node has not handed in its
   *     entries for the run, the store may have lost some of them, and nothing is forgotten
   */
  public void journaled(Partition partition, long mark, Optional<Instant> oldest, String run) {
    if (handedIn.filter(known -> !known.of(partition).equals(run)).isPresent()) return;
    shares.get(partition.value()).journaled(mark, oldest.map(at -> at.minus(SLACK)));
  }

  /** Everything, in the order it was committed within each partition. */
  public List<JournalEntry> entries() {
    var all = new ArrayList<JournalEntry>();
    shares.forEach(share -> share.copyTo(all));
    return all;
  }

  /** Forgets these entries, which the journal now has. */
  public void forget(List<JournalEntry> kept) {
    Set<JournalEntry> same = Collections.newSetFromMap(new IdentityHashMap<>());
    same.addAll(kept);
    shares.forEach(share -> share.forget(same));
  }

  private static final class Share {
    private final ReentrantLock lock = new ReentrantLock();
    private final Deque<JournalEntry> entries = new ArrayDeque<>();
    private long added;

    int size() {
      return locked(entries::size);
    }

    void add(JournalEntry entry) {
      locked(() -> {
        entries.addLast(entry);
        return added++;
      });
    }

    long mark() {
      return locked(() -> added);
    }

    void journaled(long mark, Optional<Instant> before) {
      locked(() -> {
        long first = added - entries.size();
        while (first < mark
            && before.map(at -> entries.getFirst().at().isBefore(at)).orElse(true)) {
          entries.removeFirst();
          first++;
        }
        return first;
      });
    }

    void copyTo(List<JournalEntry> all) {
      locked(() -> all.addAll(entries));
    }

    void forget(Set<JournalEntry> kept) {
      locked(() -> {
        while (!entries.isEmpty() && kept.contains(entries.getFirst())) entries.removeFirst();
        return entries.size();
      });
    }

    private <T> T locked(Supplier<T> work) {
      lock.lock();
      try {
        return work.get();
      } finally {
        lock.unlock();
      }
    }
  }
}
