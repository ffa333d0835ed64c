package dev.menagerie.server.recovery;

import dev.menagerie.server.StoreUnavailable;
import dev.menagerie.server.StoreUnavailable.Store;
import dev.menagerie.server.game.Partition;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import java.util.function.ToIntFunction;

/**
 * Opens partitions after a restart of the store, some at once, those that callers wait for first.
 */
final class PartitionOpening {
  /** Partitions opened at once; of ten database connections some stay for sign-ins and lists. */
  private static final int AT_ONCE = 6;

  private final Supplier<Set<Partition>> preferred;
  private final TreeSet<Partition> left = new TreeSet<>();

  /**
   * @param preferred the partitions that callers wait for, asked before each is opened
   */
  PartitionOpening(Supplier<Set<Partition>> preferred) {
    this.preferred = preferred;
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
    var first = preferred.get();
    synchronized (left) {
      var next =
          left.stream().filter(first::contains).findFirst().or(() -> left.stream().findFirst());
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
