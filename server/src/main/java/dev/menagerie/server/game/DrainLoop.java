package dev.menagerie.server.game;

import dev.menagerie.server.StoreUnavailable;
import java.time.Duration;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * When this node drains: soon after a hint, for the partitions it has leased; and each second for
 * every partition whose oldest entry nobody has come for.
 */
public final class DrainLoop implements AutoCloseable {
  /** Commits of this long go into one transaction. */
  private static final Duration GATHER = Duration.ofMillis(10);

  private static final Duration SWEEP = Duration.ofSeconds(1);

  /** An entry older than this has been left lying by whoever holds the lease. */
  private static final Duration STALE = Duration.ofMillis(500);

  private static final Duration LEASE = Duration.ofSeconds(15);

  private static final Logger LOG = LoggerFactory.getLogger(DrainLoop.class);

  private final Drainer drainer;
  private final Outbox outbox;
  private final PartitionLeases leases;
  private final Tail tail;
  private final Hints.Subscription hints;
  private final Set<Partition> hinted = ConcurrentHashMap.newKeySet();
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition woken = lock.newCondition();
  private final Thread thread;
  private volatile boolean running = true;
  private volatile Duration lag = Duration.ZERO;

  public DrainLoop(
      Drainer drainer, Outbox outbox, Hints hints, Leases leases, Tail tail, NodeId node) {
    this.drainer = drainer;
    this.outbox = outbox;
    this.leases = new PartitionLeases(leases, "drain", node, LEASE);
    this.tail = tail;
    this.hints = hints.subscribe(this::heard);
    this.thread = Thread.ofPlatform().name("journal").daemon().start(this::run);
  }

  /** How long the oldest entry waited when last looked at: an alarm beyond a second. */
  public Duration lag() {
    return lag;
  }

  private void heard(Hints.Hint hint) {
    switch (hint) {
      case Hints.Hint.Moved moved -> {
        if (hinted.add(Partition.of(moved.game()))) wake();
      }
      case Hints.Hint.MaybeLost _, Hints.Hint.TimeGivenBack _ -> {}
    }
  }

  private void wake() {
    lock.lock();
    try {
      woken.signalAll();
    } finally {
      lock.unlock();
    }
  }

  private void run() {
    long nextSweep = System.nanoTime();
    while (running) {
      try {
        if (System.nanoTime() >= nextSweep) {
          nextSweep = System.nanoTime() + SWEEP.toNanos();
          sweep();
        }
        if (waitForHint(nextSweep)) drainHinted();
      } catch (StoreUnavailable | NotCertified e) {
        LOG.warn("cannot drain now: {}", e.getMessage());
        Pause.of(SWEEP);
      } catch (RuntimeException e) {
        LOG.error("draining failed", e);
        Pause.of(SWEEP);
      }
    }
  }

  /** True when there is something to do before the next sweep. */
  private boolean waitForHint(long until) {
    lock.lock();
    try {
      long left = until - System.nanoTime();
      while (running && hinted.isEmpty()) {
        if (left <= 0) return false;
        left = woken.awaitNanos(left);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    } finally {
      lock.unlock();
    }
    return running && Pause.of(GATHER);
  }

  private void drainHinted() {
    var mine = new TreeSet<Partition>();
    for (var partition : Set.copyOf(hinted)) {
      hinted.remove(partition);
      if (leases.held(partition)) mine.add(partition);
    }
    if (!mine.isEmpty()) drainer.drain(mine);
  }

  private void sweep() {
    drainer.retryStuck();
    var left = new TreeSet<Partition>();
    var longest = Duration.ZERO;
    for (var partition : Partition.all()) {
      var mark = tail.mark(partition);
      var backlog = outbox.backlog(partition);
      if (backlog.isEmpty()) continue;
      tail.journaled(partition, mark, backlog.get().oldest());
      var age = backlog.get().age();
      if (age.compareTo(longest) > 0) longest = age;
      if (age.compareTo(STALE) > 0) left.add(partition);
    }
    lag = longest;
    if (!left.isEmpty()) drainer.drain(left);
  }

  @Override
  public void close() {
    running = false;
    hints.close();
    wake();
    try {
      thread.join(SWEEP.multipliedBy(5));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    leases.releaseAll();
  }
}
