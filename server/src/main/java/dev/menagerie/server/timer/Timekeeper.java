package dev.menagerie.server.timer;

import dev.menagerie.server.CardsUnavailable;
import dev.menagerie.server.StoreUnavailable;
import dev.menagerie.server.game.Deadlines;
import dev.menagerie.server.game.GameId;
import dev.menagerie.server.game.Leases;
import dev.menagerie.server.game.NodeId;
import dev.menagerie.server.game.NotCertified;
import dev.menagerie.server.game.Partition;
import dev.menagerie.server.game.PartitionLeases;
import dev.menagerie.server.play.Games;
import dev.menagerie.server.play.Outcome;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.DelayQueue;
import java.util.concurrent.Delayed;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
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

  /** Some missed sweeps and another node takes over. */
  private static final Duration LEASE = Duration.ofSeconds(5);

  /** A game that cannot be taken up here is not lost by the clock while it waits for its cards. */
  private static final Duration UNTIL_CARDS = Duration.ofMinutes(1);

  /**
   * Expiries on their way at once. The store writes to its disk once for all that came in together,
   * so that some are cheaper than few; twice or four times as many gained nothing, and those who
   * play meanwhile wait for no more than these.
   */
  private static final int AT_ONCE = 64;

  /** A deadline that rings so late has many before it, and more behind it. */
  private static final Duration HASTE = Duration.ofMillis(100);

  /** With as many before it within that time a deadline is one of a wave, and decided ahead. */
  private static final int CROWD = 256;

  private final Deadlines deadlines;
  private final PartitionLeases leases;
  private final Games games;
  private final DelayQueue<Alarm> alarms = new DelayQueue<>();

  /** What waits or is being seen to; the sweeps meanwhile find it again and again. */
  private final ConcurrentHashMap<GameId, Alarm> scheduled = new ConcurrentHashMap<>();

  private final Semaphore hands = new Semaphore(AT_ONCE);
  private final Thread sweeper;
  private final Thread ringer;

  public Timekeeper(Deadlines deadlines, Leases leases, NodeId node, Games games) {
    this.deadlines = deadlines;
    this.leases = new PartitionLeases(leases, "deadlines", node, LEASE);
    this.games = games;
    // Of the platform's: it may compute for a second, which players do not wait for.
    this.sweeper =
        Thread.ofPlatform().daemon().name("deadline-sweep").unstarted(this::sweepForever);
    this.ringer = Thread.ofPlatform().daemon().name("deadlines").unstarted(this::ringForever);
  }

  /** Starts to watch. */
  public void start() {
    sweeper.start();
    ringer.start();
  }

  /** A deadline, on this machine's monotonic clock. */
  private record Alarm(GameId game, Instant deadline, long dueNanos) implements Delayed {
    @Override
    public long getDelay(TimeUnit unit) {
      return unit.convert(dueNanos - System.nanoTime(), TimeUnit.NANOSECONDS);
    }

    @Override
    public int compareTo(Delayed other) {
      return Long.signum(dueNanos - ((Alarm) other).dueNanos);
    }

    boolean isLate() {
      return System.nanoTime() - dueNanos > HASTE.toNanos();
    }
  }

  private void sweepForever() {
    try {
      while (!Thread.currentThread().isInterrupted()) {
        sweepOnce();
        long next = System.nanoTime() + SWEEP.toNanos();
        prepareWaves(next);
        TimeUnit.NANOSECONDS.sleep(next - System.nanoTime());
      }
    } catch (InterruptedException closed) {
      Thread.currentThread().interrupt();
    }
  }

  /**
   * All at once: one after the other they would be late on a busy machine. What went wrong is told
   * once for all of them, and not when it is only that this has been closed.
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
      if (leases.held(partition)) deadlines.sweep(partition, HORIZON).ifPresent(this::schedule);
    } catch (StoreUnavailable | NotCertified e) {
      failures.add(e);
    }
  }

  private void schedule(Deadlines.Sweep sweep) {
    if (!sweep.moved().isEmpty()) {
      Thread.startVirtualThread(() -> tellOf(sweep.givenBack(), sweep.moved()));
    }
    for (var due : sweep.due()) {
      long nanos = System.nanoTime() + Duration.between(sweep.now(), due.deadline()).toNanos();
      var alarm = new Alarm(due.game(), due.deadline(), nanos);
      // In one step, and only then into the queue: what rings without being known is thrown away.
      var latest =
          scheduled.compute(
              due.game(),
              (_, known) ->
                  known != null && known.deadline().equals(alarm.deadline()) ? known : alarm);
      if (latest.equals(alarm)) alarms.add(alarm);
    }
  }

  /**
   * Decides ahead what could not all be decided in its moment, until the next sweep is due; what is
   * left then is decided when it rings, as everything else is.
   */
  private void prepareWaves(long untilNanos) {
    var waiting = alarms.toArray(new Alarm[0]);
    Arrays.sort(waiting);
    for (int i = CROWD; i < waiting.length; i++) {
      long now = System.nanoTime();
      if (now - untilNanos > 0 || Thread.currentThread().isInterrupted()) return;
      boolean isOfWave = waiting[i].dueNanos() - waiting[i - CROWD].dueNanos() < HASTE.toNanos();
      if (isOfWave && waiting[i].dueNanos() - now > 0) prepare(waiting[i].game());
    }
  }

  /** It is only a help: what fails here is tried again, and told of, when the deadline rings. */
  private void prepare(GameId game) {
    try {
      games.prepareExpiry(game);
    } catch (RuntimeException e) {
      LOG.debug("the expiry of {} is not decided ahead", game, e);
    }
  }

  /** One game after the other: after an outage there is much to do besides. */
  private void tellOf(Duration lost, List<GameId> moved) {
    LOG.info("gave back {} ms of an outage to {} games", lost.toMillis(), moved.size());
    for (var game : moved) {
      try {
        games.timeGivenBack(game, lost);
      } catch (StoreUnavailable | NotCertified | CardsUnavailable e) {
        LOG.warn("the log of {} lacks {} ms given back: {}", game, lost.toMillis(), e.getMessage());
      }
    }
  }

  private void ringForever() {
    try {
      while (true) {
        var alarm = alarms.take();
        if (!alarm.equals(scheduled.get(alarm.game()))) continue; // the clock was changed
        hands.acquire();
        Thread.startVirtualThread(() -> ring(alarm));
      }
    } catch (InterruptedException closed) {
      Thread.currentThread().interrupt();
    }
  }

  /** Whatever goes wrong, the next sweep finds the deadline again. */
  private void ring(Alarm alarm) {
    @Nullable Outcome outcome = null;
    try {
      outcome = expire(alarm);
    } catch (StoreUnavailable | NotCertified e) {
      LOG.warn("a deadline could not be kept: {}", e.getMessage());
    } catch (RuntimeException e) {
      LOG.error("expiring {} failed", alarm.game(), e);
    } finally {
      hands.release();
      scheduled.remove(alarm.game(), alarm);
    }
    if (outcome instanceof Outcome.NotYet early) {
      early.deadline().ifPresent(deadline -> again(alarm, early.now(), deadline));
    }
  }

  private @Nullable Outcome expire(Alarm alarm) {
    try {
      return alarm.isLate() ? games.expireInHaste(alarm.game()) : games.expire(alarm.game());
    } catch (CardsUnavailable told) {
      deadlines.putOff(alarm.game(), alarm.deadline(), UNTIL_CARDS);
      return null;
    }
  }

  private void again(Alarm alarm, Instant now, Instant deadline) {
    var left = Duration.between(now, deadline);
    if (left.compareTo(HORIZON) > 0) return;
    var later = new Alarm(alarm.game(), deadline, System.nanoTime() + left.toNanos());
    if (scheduled.putIfAbsent(alarm.game(), later) == null) alarms.add(later);
  }

  @Override
  public void close() {
    sweeper.interrupt();
    ringer.interrupt();
    leases.releaseAll();
  }
}
