package dev.menagerie.server.recovery;

import dev.menagerie.server.background.Ticker;
import dev.menagerie.server.game.Partition;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;

/**
 * How far the recovery of a restarted store has come, as this node sees it, whichever node does the
 * work. May be used from any thread.
 */
public final class RecoveryProgress {
  private final List<Consumer<Duration>> observers = new CopyOnWriteArrayList<>();
  private final Set<Partition> closed = new HashSet<>();
  private final Map<Partition, Integer> games = new HashMap<>();
  private final Queue<Thread> waiters = new ConcurrentLinkedQueue<>();
  private final Ticker ticker;
  private long beganNanos;

  RecoveryProgress(Ticker ticker) {
    this.ticker = ticker;
  }

  /**
   * What is not open yet.
   *
   * @param partitions their number
   * @param games how many unfinished games they have
   */
  public record Waiting(int partitions, int games) {}

  /** Receives how long each recovery took: from when this node noticed it to the last partition. */
  public void observe(Consumer<Duration> observer) {
    observers.add(observer);
  }

  /** What is not open yet; nothing unless a recovery is under way. */
  public synchronized Waiting waiting() {
    return new Waiting(
        closed.size(), closed.stream().mapToInt(p -> games.getOrDefault(p, 0)).sum());
  }

  /** Whether a recovery is under way. */
  public boolean isRecovering() {
    return waiting().partitions() > 0;
  }

  /** Whether all of these are known to be not open yet. */
  synchronized boolean covers(Set<Partition> partitions) {
    return closed.containsAll(partitions);
  }

  /** These partitions are to be opened, with so many games in each. */
  synchronized void begin(Set<Partition> partitions, Map<Partition, Integer> unfinished) {
    if (closed.isEmpty()) beganNanos = ticker.nanos();
    closed.clear();
    closed.addAll(partitions);
    games.clear();
    games.putAll(unfinished);
  }

  /**
   * Waits until this node sees that the partition is open, or for the given time: many callers may
   * wait, and need not ask the store for it. False if the thread was interrupted.
   */
  boolean awaitChange(Partition partition, Duration atMost) {
    long end = ticker.nanos() + atMost.toNanos();
    var thread = Thread.currentThread();
    waiters.add(thread);
    try {
      boolean wasClosed = isClosed(partition);
      while (isClosed(partition) == wasClosed) {
        long left = end - ticker.nanos();
        if (left <= 0) return true;
        ticker.parkNanos(left);
        if (thread.isInterrupted()) return false;
      }
      return true;
    } finally {
      waiters.remove(thread);
    }
  }

  private synchronized boolean isClosed(Partition partition) {
    return closed.contains(partition);
  }

  /** All partitions but these are open. */
  void left(Set<Partition> partitions) {
    Duration took;
    synchronized (this) {
      if (closed.isEmpty()) return;
      closed.retainAll(partitions);
      waiters.forEach(LockSupport::unpark);
      if (!closed.isEmpty()) return;
      took = Duration.ofNanos(ticker.nanos() - beganNanos);
    }
    observers.forEach(observer -> observer.accept(took));
  }

  /** This partition is open. */
  synchronized void opened(Partition partition) {
    // The last one stays until the run has been confirmed by left().
    if (closed.size() > 1 && closed.remove(partition)) {
      waiters.forEach(LockSupport::unpark);
    }
  }
}
