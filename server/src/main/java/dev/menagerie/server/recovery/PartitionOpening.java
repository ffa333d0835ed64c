package dev.menagerie.server.recovery;

import dev.menagerie.server.StoreUnavailable;
import dev.menagerie.server.StoreUnavailable.Store;
import dev.menagerie.server.game.Partition;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.ToIntFunction;

/**
 * Opens partitions after a restart of the store, some at once, those that callers wait for first.
 * One recovery at a time; {@link #prefer} and {@link #waiting} may be called from any thread.
 */
final class PartitionOpening {
  /** Partitions opened at once; of ten database connections some stay for sign-ins and lists. */
  private static final int AT_ONCE = 6;

  private final Set<Partition> preferred = ConcurrentHashMap.newKeySet();
  private final TreeSet<Partition> left = new TreeSet<>();

  /** A caller waits for this partition. */
  void prefer(Partition partition) {
    preferred.add(partition);
  }

  /** Partitions that are still to be opened. */
  int waiting() {
    synchronized (left) {
      return left.size();
    }
  }

  /**
   * Opens the partitions.
   *
   * @param opener opens one; how many games had to be restored
   * @return how many games had to be restored in all
   * @throws StoreUnavailable if one could not be opened; others may have been
   */
  int open(Collection<Partition> partitions, ToIntFunction<Partition> opener) {
    synchronized (left) {
      left.clear();
      left.addAll(partitions);
    }
    try (var workers = Executors.newVirtualThreadPerTaskExecutor()) {
      var openings = new ArrayList<Future<Integer>>();
      for (int i = 0; i < AT_ONCE; i++) openings.add(workers.submit(() -> openSome(opener)));
      int restored = 0;
      for (var opening : openings) restored += restored(opening);
      return restored;
    } finally {
      preferred.clear();
      synchronized (left) {
        left.clear();
      }
    }
  }

  private int openSome(ToIntFunction<Partition> opener) {
    int restored = 0;
    for (var next = next(); next.isPresent(); next = next()) {
      restored += opener.applyAsInt(next.get());
    }
    return restored;
  }

  private Optional<Partition> next() {
    synchronized (left) {
      var next =
          left.stream().filter(preferred::contains).findFirst().or(() -> left.stream().findFirst());
      next.ifPresent(left::remove);
      return next;
    }
  }

  private static int restored(Future<Integer> opening) {
    try {
      return opening.get();
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RuntimeException failure) throw failure;
      throw new IllegalStateException(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new StoreUnavailable(Store.REDIS, e);
    }
  }
}
