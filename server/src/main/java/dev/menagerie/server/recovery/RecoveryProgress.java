package dev.menagerie.server.recovery;

import dev.menagerie.server.game.Partition;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * How far the recovery of a restarted store has come, as this node sees it, whichever node does the
 * work. May be used from any thread.
 */
public final class RecoveryProgress {
  private final List<Consumer<Duration>> observers = new CopyOnWriteArrayList<>();
  private final Set<Partition> closed = new HashSet<>();
  private final Map<Partition, Integer> games = new HashMap<>();
  private long beganNanos;

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
    if (closed.isEmpty()) beganNanos = System.nanoTime();
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
    long end = System.nanoTime() + atMost.toNanos();
    synchronized (this) {
      boolean wasClosed = closed.contains(partition);
      while (closed.contains(partition) == wasClosed) {
        long left = end - System.nanoTime();
        if (left <= 0) return true;
        try {
          TimeUnit.NANOSECONDS.timedWait(this, left);
        } catch (InterruptedException e) {
          Thread.currentThread().interrupt();
          return false;
        }
      }
    }
    return true;
  }

  /** All partitions but these are open. */
  void left(Set<Partition> partitions) {
    Duration took;
    synchronized (this) {
      if (closed.isEmpty()) return;
      closed.retainAll(partitions);
      notifyAll();
      if (!closed.isEmpty()) return;
      took = Duration.ofNanos(System.nanoTime() - beganNanos);
    }
    observers.forEach(observer -> observer.accept(took));
  }

  /** This partition is open. */
  synchronized void opened(Partition partition) {
    // The last one stays until the run has been confirmed by left().
    if (closed.size() > 1 && closed.remove(partition)) notifyAll();
  }
}
