package dev.menagerie.socketio.dispatch;

import dev.menagerie.socketio.engineio.SerialExecutor;
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
 * Runs mailboxes on the loop that reads their input, and work that may block on virtual threads.
 *
 * <p>Work of a mailbox that was slow lately gets a thread of its own. Work of quick mailboxes is
 * shared by a few workers, one for each slot, and handed over in batches: starting and waking a
 * thread costs more than most handlers. A worker that takes long loses its slot to a new worker,
 * finishes its task and ends. Thus a handler that blocks delays its own client only; the first time
 * it also delays others, for two intervals of the watchdog (2 ms) at most.
 */
public final class Workers implements MailboxRunner, AutoCloseable {
  /** Interval of the watchdog; a task that it sees twice loses its slot. */
  private static final Duration WATCHDOG_INTERVAL = Duration.ofMillis(1);

  /** Idle intervals after which the watchdog sleeps: waking it costs, too. */
  private static final int IDLE_INTERVALS = 5;

  /** Tasks worth another worker: fewer are done before it is awake. */
  private static final int TASKS_A_WORKER = 32;

  /** Tasks handed over without waiting for the loop to read on. */
  private static final int BATCH = 64;

  private static final Duration AFTER_FAILURE = Duration.ofMillis(100);

  private static final ThreadLocal<Workers.Worker> CURRENT = new ThreadLocal<>();

  private final Queue<Runnable> tasks = new ConcurrentLinkedQueue<>();
  private final ConcurrentMap<SerialExecutor, Batch> batches = new ConcurrentHashMap<>();
  private final AtomicReferenceArray<@Nullable Worker> slots;
  private final Thread watchdog;
  private volatile boolean watchdogAwake;
  private volatile boolean closed;

  /** Workers with this many slots. */
  public Workers(int slots) {
    this.slots = new AtomicReferenceArray<>(slots);
    this.watchdog =
        Thread.ofPlatform().daemon().name("socketio-watchdog").unstarted(this::runWatchdog);
  }

  /** Starts the watchdog. */
  public Workers start() {
    watchdog.start();
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
  public void runAfterReading(Mailbox mailbox, SerialExecutor loop) {
    mailbox.runOnLoop(
        work -> batches.computeIfAbsent(loop, Batch::new).add(work, mailbox.isSlow()));
  }

  /** Runs a task. */
  void execute(Runnable task) {
    tasks.add(task);
    wakeWatchdog(!startWorker(slots.length()));
  }

  private void execute(List<Runnable> many) {
    tasks.addAll(many);
    boolean started = startWorker(1 + many.size() / TASKS_A_WORKER);
    wakeWatchdog(many.size() > 1 || !started); // a task waits behind a slow one for a bounded time
  }

  private static void startThread(Runnable task) {
    Thread.ofVirtual().name("socketio-mailbox").start(task);
  }

  /** Starts a worker if one of the first {@code among} slots is free. */
  private boolean startWorker(int among) {
    for (int slot = 0; slot < Math.min(among, slots.length()); slot++) {
      if (slots.get(slot) == null) {
        var worker = new Worker(slot);
        if (slots.compareAndSet(slot, null, worker)) {
          worker.start();
          return true;
        }
      }
    }
    return false;
  }

  /** Gives up this thread's slot before its task waits, so that the tasks behind it do not. */
  public static void releaseSlot() {
    Worker current = CURRENT.get();
    if (current != null) {
      current.releaseSlot();
    }
  }

  private void wakeWatchdog(boolean needed) {
    if (needed && !watchdogAwake) {
      watchdogAwake = true;
      LockSupport.unpark(watchdog);
    }
  }

  /** Runs the watchdog. No failure ends it: without it a blocking handler would delay others. */
  private void runWatchdog() {
    while (!closed) {
      try {
        watchUntilClosed();
      } catch (Throwable failure) { // no memory for a thread, most likely
        watchdog.getUncaughtExceptionHandler().uncaughtException(watchdog, failure);
        LockSupport.parkNanos(this, AFTER_FAILURE.toNanos());
      }
    }
  }

  private void watchUntilClosed() {
    int idle = 0;
    while (!closed) {
      if (idle > IDLE_INTERVALS) {
        idle = 0;
        watchdogAwake = false;
        if (tasks.isEmpty()) { // a thread that adds a task now sees that the watchdog sleeps
          LockSupport.park(this);
        }
      }
      LockSupport.parkNanos(this, WATCHDOG_INTERVAL.toNanos());
      if (tasks.isEmpty()) {
        idle++;
      } else {
        idle = 0;
        replaceBlocked();
      }
    }
  }

  private void replaceBlocked() {
    for (int slot = 0; slot < slots.length(); slot++) {
      Worker worker = slots.get(slot);
      if (worker != null) {
        worker.releaseIfSeenBefore();
      }
    }
    var _ = startWorker(slots.length());
  }

  /** Ends the watchdog; tasks that still wait are run by the workers that have a slot. */
  @Override
  public void close() {
    closed = true;
    LockSupport.unpark(watchdog);
  }

  /** Collects the blocking work of one pass of a loop and hands it over together. On the loop. */
  private final class Batch implements Runnable {
    private final SerialExecutor loop;
    private final List<Runnable> quick = new ArrayList<>();
    private final List<Runnable> slow = new ArrayList<>();

    Batch(SerialExecutor loop) {
      this.loop = loop;
    }

    void add(Runnable work, boolean isSlow) {
      if (quick.isEmpty() && slow.isEmpty()) {
        loop.execute(this);
      }
      (isSlow ? slow : quick).add(work);
      if (quick.size() + slow.size() == BATCH) {
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

  /** Runs tasks while it has its slot. */
  private final class Worker implements Runnable {
    private final int slot;

    /** How many tasks it has begun; written by this worker alone. */
    private volatile long task;

    /** The task the watchdog saw last; -1 before the first look. */
    private long seen = -1;

    Worker(int slot) {
      this.slot = slot;
    }

    void start() {
      Thread.ofVirtual().name("socketio-worker").start(this);
    }

    private void releaseIfSeenBefore() {
      long now = task;
      if (now == seen) {
        releaseSlot();
      }
      seen = now;
    }

    private void releaseSlot() {
      var fresh = new Worker(slot);
      if (slots.compareAndSet(slot, this, fresh)) {
        fresh.start();
      }
    }

    @Override
    public void run() {
      CURRENT.set(this);
      long number = 0;
      while (slots.get(slot) == this) {
        Runnable next = tasks.poll();
        if (next != null) {
          task = ++number;
          next.run();
        } else if (!slots.compareAndSet(slot, this, null)
            || tasks.isEmpty()
            || !slots.compareAndSet(slot, null, this)) {
          return; // lost the slot, or nothing is left to do, or another worker took the slot
        }
      }
    }
  }
}
