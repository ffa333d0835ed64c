package dev.menagerie.server.game;

import dev.menagerie.server.StoreUnavailable;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Carries commits from the outboxes into the journal, in order, removing exactly what the journal
 * has. Safe to run anywhere, any number of times: two drainers of one partition only waste work.
 * {@link DrainLoop} says when.
 */
public final class Drainer {
  /** Rows of one transaction: some 150 KB, a few milliseconds. */
  static final int BATCH = 100;

  private static final Logger LOG = LoggerFactory.getLogger(Drainer.class);
  private static final Duration BETWEEN_LOOKS = Duration.ofMillis(20);

  private final Outbox outbox;
  private final GameJournal journal;
  private final GameStore store;
  private final ReentrantLock draining = new ReentrantLock();
  private final Set<GameId> stuck = ConcurrentHashMap.newKeySet();
  private final AtomicLong journaled = new AtomicLong();
  private final AtomicLong contradictions = new AtomicLong();

  public Drainer(Outbox outbox, GameJournal journal, GameStore store) {
    this.outbox = outbox;
    this.journal = journal;
    this.store = store;
  }

  /** Entries this node has brought into the journal. */
  public long journaled() {
    return journaled.get();
  }

  /** Entries that contradict the journal: an alarm if it is ever not zero. */
  public long contradictions() {
    return contradictions.get();
  }

  /** Games whose entries the journal refuses: an alarm if there are any. */
  public int stuck() {
    return stuck.size();
  }

  /** Empties the outboxes of these partitions as far as the journal takes their entries. */
  public void drain(Set<Partition> partitions) {
    draining.lock();
    try {
      var left = new TreeSet<>(partitions);
      while (!left.isEmpty()) left.retainAll(drainOnce(left));
    } finally {
      draining.unlock();
    }
  }

  /** One batch; returns the partitions in which there was more. */
  private Set<Partition> drainOnce(Set<Partition> partitions) {
    var batch = new LinkedHashMap<Partition, List<Outbox.Pending>>();
    var more = new TreeSet<Partition>();
    int room = BATCH;
    for (var partition : partitions) {
      if (room <= 0) {
        more.add(partition);
        continue;
      }
      var pending = outbox.pending(partition, room + stuck.size());
      if (pending.size() > room) more.add(partition);
      var movable =
          pending.stream().filter(p -> !stuck.contains(p.entry().game())).limit(room).toList();
      if (movable.size() == room) more.add(partition);
      if (!movable.isEmpty()) batch.put(partition, movable);
      room -= movable.size();
    }
    if (batch.isEmpty()) return Set.of();
    append(batch);
    return more;
  }

  private void append(Map<Partition, List<Outbox.Pending>> batch) {
    var entries = batch.values().stream().flatMap(List::stream).map(Outbox.Pending::entry).toList();
    try {
      append(entries);
      batch.forEach(this::remove);
    } catch (StoreUnavailable e) {
      throw e;
    } catch (RuntimeException e) {
      LOG.error("the journal refuses a batch of {}; game by game now", entries.size(), e);
      batch.forEach(this::gameByGame);
    }
  }

  /** So that one game's mistake keeps no other game out of the journal. */
  private void gameByGame(Partition partition, List<Outbox.Pending> pending) {
    var games =
        pending.stream()
            .collect(
                Collectors.groupingBy(
                    p -> p.entry().game(), LinkedHashMap::new, Collectors.toList()));
    games.forEach((game, own) -> {
      try {
        append(own.stream().map(Outbox.Pending::entry).toList());
        remove(partition, own);
      } catch (StoreUnavailable e) {
        throw e;
      } catch (RuntimeException e) {
        stuck.add(game);
        LOG.error("the journal refuses game {}", game, e);
      }
    });
  }

  private void append(List<JournalEntry> entries) {
    var appended = journal.append(entries);
    journaled.addAndGet(appended.written());
    for (var contradiction : appended.contradictions()) {
      contradictions.incrementAndGet();
      LOG.error("ALARM: two histories of a game: {}", contradiction);
    }
  }

  private void remove(Partition partition, List<Outbox.Pending> done) {
    outbox.journaled(
        partition, done.stream().map(Outbox.Pending::ticket).collect(Collectors.toSet()));
    done.stream()
        .map(Outbox.Pending::entry)
        .filter(entry -> entry.ending().isPresent())
        .forEach(entry -> store.retire(entry.game()));
  }

  /** Tries the refused games again: whoever removed the cause need not restart anything. */
  void retryStuck() {
    stuck.clear();
  }

  /**
   * Waits until the journal has a game up to a version, draining its partition now rather than
   * later. False when it does not get there in time, or cannot be reached.
   */
  public boolean awaitJournaled(GameId game, long version, Duration patience) {
    long end = System.nanoTime() + patience.toNanos();
    var partition = Set.of(Partition.of(game));
    do {
      try {
        drain(partition);
        if (journal.head(game).filter(head -> head.version() >= version).isPresent()) return true;
      } catch (StoreUnavailable e) {
        LOG.debug("not journaled yet", e);
      }
    } while (Pause.of(BETWEEN_LOOKS) && System.nanoTime() < end);
    return false;
  }
}
