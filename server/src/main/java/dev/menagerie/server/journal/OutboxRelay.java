package dev.menagerie.server.journal;

import dev.menagerie.server.StoreUnavailable;
import dev.menagerie.server.background.SupervisedLoop;
import dev.menagerie.server.background.Ticker;
import dev.menagerie.server.game.GameId;
import dev.menagerie.server.game.Hints;
import dev.menagerie.server.game.Leases;
import dev.menagerie.server.game.NodeId;
import dev.menagerie.server.game.Outbox;
import dev.menagerie.server.game.Partition;
import java.time.Duration;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Decides when this node drains: soon after a commit, of this node or by a hint of another one's,
 * for the partitions whose lease it has, and for every partition whose oldest entry is unchanged
 * between two polls.
 */
public final class OutboxRelay implements AutoCloseable {
  /** Batching window: commits within it share a transaction, which costs less for each. */
  private static final Duration BATCH_WINDOW = Duration.ofMillis(40);

  /** Interval of the poll of all outboxes: half of the lag that is an alarm. */
  private static final Duration POLL_INTERVAL = Duration.ofMillis(500);

  /** Pause after a store did not answer. */
  private static final Duration RETRY_INTERVAL = Duration.ofMillis(500);

  /** How often games whose entries the journal refuses are tried again. */
  private static final Duration TRY_REFUSED = Duration.ofSeconds(5);

  private static final Duration LEASE = Duration.ofSeconds(6);

  /** How long a node that stops empties the outboxes: some 100,000 commits. */
  private static final Duration LAST_DRAIN = Duration.ofSeconds(5);

  private static final Logger LOG = LoggerFactory.getLogger(OutboxRelay.class);

  private final Drainer drainer;
  private final BacklogMonitor monitor;
  private final PartitionLeases leases;
  private final Hints.Subscription hints;
  private final Set<Partition> hinted = ConcurrentHashMap.newKeySet();
  private final Set<Partition> unleased = ConcurrentHashMap.newKeySet();
  private final Ticker ticker;
  private final JournalWaits waits;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition woken = lock.newCondition();
  private final SupervisedLoop draining;
  private final SupervisedLoop monitoring;
  private volatile long refusedTriedAt;
  private volatile boolean running = true;

  /** A relay that is not started yet. */
  public OutboxRelay(
      Drainer drainer,
      Outbox outbox,
      Hints hints,
      Leases leases,
      RecentEntries recent,
      NodeId node) {
    this(drainer, outbox, hints, leases, recent, node, Ticker.SYSTEM);
  }

  /** A relay whose threads and pauses are this ticker's. */
  public OutboxRelay(
      Drainer drainer,
      Outbox outbox,
      Hints hints,
      Leases leases,
      RecentEntries recent,
      NodeId node,
      Ticker ticker) {
    this.ticker = ticker;
    this.refusedTriedAt = ticker.nanos();
    this.waits = new JournalWaits(ticker);
    this.drainer = drainer;
    this.monitor = new BacklogMonitor(outbox, recent, drainer.lag());
    this.leases = new PartitionLeases(leases, "drain", node, LEASE, ticker);
    drainer.observe(entry -> waits.journaled(entry.game(), entry.head()));
    this.hints = hints.subscribe(this::onHint);
    recent.listen(this::onCommit);
    this.draining = SupervisedLoop.start("journal", RETRY_INTERVAL, this::drain, ticker);
    this.monitoring = SupervisedLoop.start("journal-watch", POLL_INTERVAL, this::poll, ticker);
  }

  private void onHint(Hints.Hint hint) {
    switch (hint) {
      case Hints.Hint.OutboxFilled filled -> onCommit(filled.partition());
      case Hints.Hint.Moved _, Hints.Hint.MaybeLost _, Hints.Hint.TimeGivenBack _ -> {}
    }
  }

  private void onCommit(Partition partition) {
    if (hinted.add(partition)) wake();
  }

  private void wake() {
    lock.lock();
    try {
      woken.signalAll();
    } finally {
      lock.unlock();
    }
  }

  private Duration drain() throws InterruptedException {
    try {
      if (waitForWork()) drain(due());
      return Duration.ZERO;
    } catch (StoreUnavailable e) {
      LOG.warn("a store does not answer; commits stay in the outbox: {}", e.getMessage());
      return RETRY_INTERVAL;
    }
  }

  private void drain(Set<Partition> partitions) {
    drainer.drain(partitions);
    for (var game : waits.in(partitions)) {
      drainer.head(game).ifPresent(head -> waits.journaled(game, head)); // by another node
    }
    for (var game : waits.in(partitions)) unleased.add(Partition.of(game));
  }

  /**
   * Completes with true once the journal has the game's version, or with false after the patience.
   * Its partition is drained with the next batch, even if another node leases it.
   */
  public CompletionStage<Boolean> whenJournaled(GameId game, long version, Duration patience) {
    var reached = waits.add(game, version, patience);
    unleased.add(Partition.of(game));
    wake();
    return reached;
  }

  private boolean waitForWork() throws InterruptedException {
    lock.lock();
    try {
      while (running && hinted.isEmpty() && unleased.isEmpty()) woken.await();
    } finally {
      lock.unlock();
    }
    return running && ticker.pause(BATCH_WINDOW);
  }

  private Set<Partition> due() {
    var due = new TreeSet<Partition>();
    for (var partition : new TreeSet<>(unleased)) {
      unleased.remove(partition);
      due.add(partition);
    }
    for (var partition : new TreeSet<>(hinted)) {
      hinted.remove(partition);
      if (leases.isHeld(partition)) due.add(partition);
    }
    return due;
  }

  private void retryRefused() {
    long now = ticker.nanos();
    if (now - refusedTriedAt < TRY_REFUSED.toNanos()) return;
    refusedTriedAt = now;
    drainer.retryStuck();
  }

  private Duration poll() {
    try {
      leases.renew();
      retryRefused();
      if (unleased.addAll(monitor.poll())) wake();
    } catch (StoreUnavailable e) {
      LOG.warn("cannot see what waits to be journaled: {}", e.getMessage());
    }
    return POLL_INTERVAL;
  }

  /**
   * Waits for the running batch, then empties the outboxes of every partition, so that after the
   * last node's stop Postgres has every commit. It ignores the leases of others: one of a node that
   * was killed only ends after {@link #LEASE}.
   */
  @Override
  public void close() {
    running = false;
    hints.close();
    wake();
    draining.finish();
    monitoring.finish();
    drainLast();
    leases.releaseAll();
  }

  private void drainLast() {
    try {
      var left = drainer.drain(Set.copyOf(Partition.all()), LAST_DRAIN);
      if (!left.isEmpty()) LOG.warn("commits of {} partitions stay in the outbox", left.size());
    } catch (StoreUnavailable e) {
      LOG.warn("a store does not answer; commits stay in the outbox: {}", e.getMessage());
    }
  }
}
