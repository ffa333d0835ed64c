package dev.menagerie.server.timer;

import dev.menagerie.server.GameUnavailable;
import dev.menagerie.server.StoreUnavailable;
import dev.menagerie.server.background.SupervisedLoop;
import dev.menagerie.server.background.Ticker;
import dev.menagerie.server.game.Deadlines;
import dev.menagerie.server.game.GameId;
import dev.menagerie.server.game.Leases;
import dev.menagerie.server.game.NodeId;
import dev.menagerie.server.game.Partition;
import dev.menagerie.server.journal.PartitionLeases;
import dev.menagerie.server.play.Games;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sweeps the deadlines of the partitions this node has leased, once a second, and schedules what
 * runs out before the next sweeps on its own clock, by how far away it is: only the store's time is
 * believed. What fires too early or on two nodes is refused by the commit. Cost grows with what
 * expires.
 */
public final class Timekeeper implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Timekeeper.class);

  /** A deadline is seen by this many seconds of sweeps before it passes. */
  private static final Duration HORIZON = Duration.ofMillis(2_500);

  private static final Duration SWEEP = Duration.ofSeconds(1);

  /** Short: other alarms wait. */
  private static final Duration AFTER_FAILURE = Duration.ofMillis(100);

  /** Some missed sweeps and another node takes over. */
  private static final Duration LEASE = Duration.ofSeconds(5);

  private final Deadlines deadlines;
  private final PartitionLeases leases;
  private final Games games;
  private final Ticker ticker;
  private final Alarms alarms;
  private final AlarmDispatcher dispatcher;
  private volatile ClockObserver observer = ClockObserver.NONE;
  private final List<SupervisedLoop> loops = new ArrayList<>();

  /**
   * A timekeeper that is not started yet.
   *
   * @param leases decide which node handles the deadlines of a partition
   */
  public Timekeeper(Deadlines deadlines, Leases leases, NodeId node, Games games) {
    this(deadlines, leases, node, games, Ticker.SYSTEM);
  }

  /** A timekeeper whose threads and pauses are this ticker's. */
  public Timekeeper(Deadlines deadlines, Leases leases, NodeId node, Games games, Ticker ticker) {
    this.ticker = ticker;
    this.alarms = new Alarms(ticker);
    this.deadlines = deadlines;
    this.leases = new PartitionLeases(leases, "deadlines", node, LEASE, ticker);
    this.games = games;
    this.dispatcher = new AlarmDispatcher(alarms, deadlines, games, HORIZON);
  }

  /** Sets the observer of deadlines. */
  public void observe(ClockObserver chosen) {
    observer = chosen;
    dispatcher.observe(chosen);
  }

  /** The number of deadlines within the next seconds that wait on this node. */
  public int waiting() {
    return alarms.size();
  }

  /** Starts to watch, on threads of the platform: a sweep may compute for a second. */
  public void start() {
    loops.add(SupervisedLoop.start("deadline-sweep", SWEEP, this::sweepAndPrepare, ticker));
    loops.add(SupervisedLoop.start("deadlines", AFTER_FAILURE, dispatcher::dispatchNext, ticker));
  }

  private Duration sweepAndPrepare() {
    sweepOnce();
    long next = ticker.nanos() + SWEEP.toNanos();
    prepareWaves(next);
    return Duration.ofNanos(next - ticker.nanos());
  }

  /**
   * Handles everything due at once: one by one would be late on a busy machine. Failures are logged
   * together, and not after close.
   */
  private void sweepOnce() {
    var failures = new ConcurrentLinkedQueue<RuntimeException>();
    try (var sweeps = Executors.newVirtualThreadPerTaskExecutor()) {
      for (var partition : Partition.all()) sweeps.execute(() -> sweep(partition, failures));
    }
    if (failures.isEmpty() || Thread.currentThread().isInterrupted()) return;
    LOG.warn(
        "deadlines of {} partitions not swept: {}",
        failures.size(),
        failures.element().getMessage());
  }

  private void sweep(Partition partition, Queue<RuntimeException> failures) {
    try {
      if (leases.isHeld(partition)) deadlines.sweep(partition, HORIZON).ifPresent(this::schedule);
    } catch (StoreUnavailable e) {
      failures.add(e);
    }
  }

  private void schedule(Deadlines.Sweep sweep) {
    if (!sweep.moved().isEmpty()) {
      Thread.startVirtualThread(() -> recordGivenBack(sweep.givenBack(), sweep.moved()));
    }
    for (var due : sweep.due()) {
      alarms.set(due.game(), due.deadline(), Duration.between(sweep.now(), due.deadline()));
    }
  }

  /**
   * Decides ahead the expiries that could not all be decided at their deadline, until the next
   * sweep is due. The others are decided when they expire.
   */
  private void prepareWaves(long untilNanos) {
    for (var alarm : alarms.waves()) {
      if (ticker.nanos() - untilNanos > 0 || Thread.currentThread().isInterrupted()) return;
      alarm.joinWave();
      if (!alarm.isDue()) prepare(alarm.game());
    }
  }

  /**
   * Preparation is an optimization: a failure is ignored here and reported when the deadline
   * expires.
   */
  private void prepare(GameId game) {
    try {
      games.prepareExpiry(game);
    } catch (RuntimeException e) {
      LOG.debug("the expiry of {} is not decided ahead", game, e);
    }
  }

  /** Records the time given back, one game after the other: an outage leaves much other work. */
  private void recordGivenBack(Duration lost, List<GameId> moved) {
    observer.gaveBack(lost, moved.size());
    LOG.info("gave back {} ms of an outage to {} games", lost.toMillis(), moved.size());
    for (var game : moved) {
      try {
        games.timeGivenBack(game, lost);
      } catch (StoreUnavailable | GameUnavailable e) {
        LOG.warn(
            "game {} has no record of the {} ms given back: {}",
            game,
            lost.toMillis(),
            e.getMessage());
      }
    }
  }

  @Override
  public void close() {
    loops.forEach(SupervisedLoop::close);
    leases.releaseAll();
  }
}
