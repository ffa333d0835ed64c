package dev.menagerie.socketio;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * Runs mailboxes on virtual threads, many short turns to a thread. A thread of its own for every
 * turn would be simpler, but starting and waking it costs more than most handlers do. So each of a
 * few seats has a worker that takes turn after turn; one that blocks, or takes long, loses its seat
 * to a fresh worker, finishes its turn and ends. Thus a blocking handler holds up its own client
 * only, give or take {@link #LONG_TURN_NANOS}.
 */
final class Workers implements Executor, AutoCloseable {
  /** A turn that takes longer makes way for those behind it. */
  private static final long LONG_TURN_NANOS = TimeUnit.MILLISECONDS.toNanos(1);

  /** Most turns that do not wait are over by then; only the others are worth a closer look. */
  private static final long SHORT_TURN_NANOS = TimeUnit.MICROSECONDS.toNanos(50);

  private static final ThreadLocal<Workers.Worker> CURRENT = new ThreadLocal<>();

  private final Queue<Runnable> turns = new ConcurrentLinkedQueue<>();
  private final AtomicReferenceArray<@Nullable Worker> seats;
  private final Thread sentry;
  private volatile boolean watched;
  private volatile boolean closed;

  Workers(int seats) {
    this.seats = new AtomicReferenceArray<>(seats);
    this.sentry = Thread.ofPlatform().daemon().name("socketio-sentry").unstarted(this::watch);
  }

  Workers start() {
    sentry.start();
    return this;
  }

  @Override
  public void execute(Runnable turn) {
    turns.add(turn);
    for (int seat = 0; seat < seats.length(); seat++) {
      if (seats.get(seat) == null) {
        var worker = new Worker(seat);
        if (seats.compareAndSet(seat, null, worker)) {
          worker.start();
          return;
        }
      }
    }
    if (!relieveWaiting()
        && !watched) { // every seat is taken: see to it that none is taken for long
      watched = true;
      LockSupport.unpark(sentry);
    }
  }

  /**
   * A worker that waits in the middle of a turn, for a store or a lock, makes way for the newcomer.
   */
  private boolean relieveWaiting() {
    long now = System.nanoTime();
    for (int seat = 0; seat < seats.length(); seat++) {
      Worker worker = seats.get(seat);
      if (worker != null && now - worker.turnSince > SHORT_TURN_NANOS && worker.isWaiting()) {
        worker.giveWay();
        return true;
      }
    }
    return false;
  }

  /** Says that the turn this thread is at is about to wait: those behind it need not find out. */
  static void giveWay() {
    Worker current = CURRENT.get();
    if (current != null) {
      current.giveWay();
    }
  }

  private void watch() {
    while (!closed) {
      if (turns.isEmpty()) {
        watched = false;
        if (turns.isEmpty()) { // nobody can have missed that we look away
          LockSupport.park(this);
        }
      } else {
        LockSupport.parkNanos(this, LONG_TURN_NANOS);
        if (!turns.isEmpty()) {
          relieve();
        }
      }
    }
  }

  private void relieve() {
    long now = System.nanoTime();
    for (int seat = 0; seat < seats.length(); seat++) {
      Worker worker = seats.get(seat);
      if (worker != null && now - worker.turnSince > LONG_TURN_NANOS) {
        worker.giveWay();
      }
    }
  }

  /** Ends the sentry; turns that are still waiting are run by those who have a seat. */
  @Override
  public void close() {
    closed = true;
    LockSupport.unpark(sentry);
  }

  /** Takes turns while it has its seat. */
  private final class Worker implements Runnable {
    private final int seat;
    private volatile long turnSince = System.nanoTime();
    private volatile @Nullable Thread thread;

    Worker(int seat) {
      this.seat = seat;
    }

    void start() {
      Thread started = Thread.ofVirtual().name("socketio-worker").unstarted(this);
      thread = started;
      started.start();
    }

    private boolean isWaiting() {
      Thread runner = thread;
      return runner != null
          && switch (runner.getState()) {
            case WAITING, TIMED_WAITING, BLOCKED -> true;
            case NEW, RUNNABLE, TERMINATED -> false;
          };
    }

    private void giveWay() {
      var fresh = new Worker(seat);
      if (seats.compareAndSet(seat, this, fresh)) {
        fresh.start();
      }
    }

    @Override
    public void run() {
      CURRENT.set(this);
      while (seats.get(seat) == this) {
        Runnable turn = turns.poll();
        if (turn != null) {
          turnSince = System.nanoTime();
          turn.run();
        } else if (!seats.compareAndSet(seat, this, null)
            || turns.isEmpty()
            || !seats.compareAndSet(seat, null, this)) {
          return; // out of the seat, or nothing left to do, or somebody else sat down to do it
        }
      }
    }
  }
}
