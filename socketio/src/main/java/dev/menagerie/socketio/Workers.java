package dev.menagerie.socketio;

import dev.menagerie.socketio.engineio.Lane;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * Runs mailboxes on virtual threads: those that are done quickly many to a thread, those that have
 * lately waited for something each on a thread of its own. Starting and waking a thread costs more
 * than most handlers do, so what one lane reads in one go is handed over in one go. Each of a few
 * seats has a worker that takes turn after turn; one that blocks, or takes long, loses its seat to
 * a fresh worker, finishes its turn and ends. Thus a handler that blocks holds up its own client
 * only, and the first time it does so others for two {@link #LOOK} at most.
 */
final class Workers implements Runner, AutoCloseable {
  /** How often the sentry looks; a turn that it meets twice makes way for those behind it. */
  private static final Duration LOOK = Duration.ofMillis(1);

  /** How often the sentry finds nothing to do before it sleeps: waking it costs, too. */
  private static final int IDLE_LOOKS = 5;

  /** Turns worth another worker: fewer are done before it is awake. */
  private static final int TURNS_A_WORKER = 32;

  /** Mailboxes handed over without waiting for the lane to read on. */
  private static final int DELIVERY = 64;

  private static final Duration AFTER_FAILURE = Duration.ofMillis(100);

  private static final ThreadLocal<Workers.Worker> CURRENT = new ThreadLocal<>();

  private final Queue<Runnable> turns = new ConcurrentLinkedQueue<>();
  private final ConcurrentMap<Lane, Delivery> deliveries = new ConcurrentHashMap<>();
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
  public void run(Mailbox mailbox) {
    if (mailbox.isSlow()) {
      startThread(mailbox);
    } else {
      execute(mailbox);
    }
  }

  @Override
  public void runAfterReading(Mailbox mailbox, Lane lane) {
    deliveries.computeIfAbsent(lane, Delivery::new).add(mailbox);
  }

  /** Takes a turn. */
  void execute(Runnable turn) {
    turns.add(turn);
    watch(!seatWorker(seats.length()));
  }

  private void execute(List<Mailbox> many) {
    turns.addAll(many);
    boolean seated = seatWorker(1 + many.size() / TURNS_A_WORKER);
    watch(many.size() > 1 || !seated); // somebody waits behind somebody: not for long
  }

  private static void startThread(Runnable task) {
    Thread.ofVirtual().name("socketio-mailbox").start(task);
  }

  /** Seats a worker if one of the first so many seats is free. */
  private boolean seatWorker(int among) {
    for (int seat = 0; seat < Math.min(among, seats.length()); seat++) {
      if (seats.get(seat) == null) {
        var worker = new Worker(seat);
        if (seats.compareAndSet(seat, null, worker)) {
          worker.start();
          return true;
        }
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

  private void watch(boolean needed) {
    if (needed && !watched) {
      watched = true;
      LockSupport.unpark(sentry);
    }
  }

  /** Nothing that fails may end it: without it a handler that blocks would hold up others. */
  private void watch() {
    while (!closed) {
      try {
        watchUntilClosed();
      } catch (Throwable failure) { // no memory for a thread, most likely
        sentry.getUncaughtExceptionHandler().uncaughtException(sentry, failure);
        LockSupport.parkNanos(this, AFTER_FAILURE.toNanos());
      }
    }
  }

  private void watchUntilClosed() {
    int idle = 0;
    while (!closed) {
      if (idle > IDLE_LOOKS) {
        idle = 0;
        watched = false;
        if (turns.isEmpty()) { // nobody can have missed that we look away
          LockSupport.park(this);
        }
      }
      LockSupport.parkNanos(this, LOOK.toNanos());
      if (turns.isEmpty()) {
        idle++;
      } else {
        idle = 0;
        relieve();
      }
    }
  }

  private void relieve() {
    for (int seat = 0; seat < seats.length(); seat++) {
      Worker worker = seats.get(seat);
      if (worker != null) {
        worker.giveWayIfMetBefore();
      }
    }
    var _ = seatWorker(seats.length());
  }

  /** Ends the sentry; turns that are still waiting are run by those who have a seat. */
  @Override
  public void close() {
    closed = true;
    LockSupport.unpark(sentry);
  }

  /** What one lane reads in one go. Touched on the lane only. */
  private final class Delivery implements Runnable {
    private final Lane lane;
    private final List<Mailbox> quick = new ArrayList<>();
    private final List<Mailbox> slow = new ArrayList<>();

    Delivery(Lane lane) {
      this.lane = lane;
    }

    void add(Mailbox mailbox) {
      if (quick.isEmpty() && slow.isEmpty()) {
        lane.execute(this);
      }
      (mailbox.isSlow() ? slow : quick).add(mailbox);
      if (quick.size() + slow.size() == DELIVERY) {
        run();
      }
    }

    @Override
    public void run() {
      slow.forEach(Workers::startThread);
      slow.clear();
      if (!quick.isEmpty()) {
        execute(quick);
        quick.clear();
      }
    }
  }

  /** Takes turns while it has its seat. */
  private final class Worker implements Runnable {
    private final int seat;

    /** How many turns it has begun; written by itself alone. */
    private volatile long turn;

    /** What the sentry saw last; its own. Nothing yet: a worker that only starts is let start. */
    private long met = -1;

    Worker(int seat) {
      this.seat = seat;
    }

    void start() {
      Thread.ofVirtual().name("socketio-worker").start(this);
    }

    private void giveWayIfMetBefore() {
      long now = turn;
      if (now == met) {
        giveWay();
      }
      met = now;
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
      long number = 0;
      while (seats.get(seat) == this) {
        Runnable next = turns.poll();
        if (next != null) {
          turn = ++number;
          next.run();
        } else if (!seats.compareAndSet(seat, this, null)
            || turns.isEmpty()
            || !seats.compareAndSet(seat, null, this)) {
          return; // out of the seat, or nothing left to do, or somebody else sat down to do it
        }
      }
    }
  }
}
