package dev.menagerie.socketio.dispatch;

import dev.menagerie.socketio.engineio.SerialExecutor;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * The queue of one client's unhandled items, drained by one thread at a time: by the event loop
 * that read the input, or by a thread that may block. It reports when it is full and when it has
 * room again; in between the owner reads nothing from the client. Any thread.
 */
public final class Mailbox implements Runnable {
  /** Upper bound on items handled in one run: a busy client must not delay the others. */
  private static final int RUN_LENGTH = 64;

  /** Longest run that counts as short; a longer one has most likely blocked. */
  private static final long SHORT_RUN_NANOS = TimeUnit.MICROSECONDS.toNanos(200);

  /** Short runs in a row after which a mailbox counts as quick again. */
  private static final int SHORT_RUNS = 16;

  /** Heap bytes of an item in addition to its content. */
  private static final int ITEM_COST = 64;

  private final MailboxRunner runner;
  private final LongSupplier nanoClock;
  private final Owner owner;
  private final int maxItems;
  private final long maxBytes;

  private @Nullable MailboxItem head;
  private @Nullable MailboxItem tail;
  private int items;
  private long bytes;
  private long retained;
  private boolean running;
  private int pauses;
  private boolean stopped; // because of a pause; resume() runs the mailbox again

  /** Runs blocking work while a loop drains the mailbox; null on a thread that may block. */
  private @Nullable Executor offload;

  private boolean full;

  /** Short runs until the mailbox counts as quick again. */
  private volatile int shortRunsLeft;

  /**
   * A mailbox that counts as full with this many items or bytes.
   *
   * @param runner drains it
   */
  public Mailbox(MailboxRunner runner, Owner owner, int maxItems, long maxBytes) {
    this(runner, owner, maxItems, maxBytes, System::nanoTime);
  }

  Mailbox(MailboxRunner runner, Owner owner, int maxItems, long maxBytes, LongSupplier nanoClock) {
    this.runner = runner;
    this.nanoClock = nanoClock;
    this.owner = owner;
    this.maxItems = maxItems;
    this.maxBytes = maxBytes;
  }

  /** Whether recent runs took long. */
  boolean isSlow() {
    return shortRunsLeft > 0;
  }

  /** Adds an item, even to a full mailbox: the owner decides what being full means. */
  public void put(MailboxItem item) {
    if (add(item)) {
      runner.run(this);
    }
  }

  /** Adds an item, on the executor that read it. */
  public void put(MailboxItem item, SerialExecutor executor) {
    if (add(item)) {
      runner.runAfterReading(this, executor);
    }
  }

  /** Sets how many bytes the owner keeps of items it has handled, such as attachments. */
  public void retain(long ofHandled) {
    boolean fits;
    synchronized (this) {
      retained = ofHandled;
      fits = reserve();
    }
    if (!fits) {
      owner.mailboxOverloaded();
    }
  }

  /** Adds an item; true if the mailbox must be run. */
  private boolean add(MailboxItem item) {
    boolean start;
    boolean fits;
    boolean nowFull = false;
    synchronized (this) {
      if (tail == null) {
        head = item;
      } else {
        tail.next = item;
      }
      tail = item;
      items++;
      bytes += item.bytes();
      fits = reserve();
      start = !running;
      running = true;
      if (!full && (items >= maxItems || bytes >= maxBytes)) {
        full = true;
        nowFull = true;
      }
    }
    if (!fits) {
      owner.mailboxOverloaded();
    } else if (nowFull) {
      owner.mailboxFull();
    }
    return start;
  }

  private boolean reserve() {
    return owner.reserve(retained + bytes + (long) ITEM_COST * items);
  }

  /** Handles no further item until {@link #resume}. Called while an item is handled. */
  public synchronized void pause() {
    pauses++;
  }

  /** Goes on with the next item. Any thread, once for each {@link #pause}. */
  public void resume() {
    boolean run;
    synchronized (this) {
      if (--pauses > 0 || !stopped) {
        return;
      }
      stopped = false;
      running = head != null;
      run = running;
    }
    if (run) {
      runner.run(this);
    }
  }

  /**
   * Runs work that may block: on this thread, or on another one if a loop drains the mailbox. The
   * next item waits for it. Called while an item is handled, as its last step.
   */
  public void runBlocking(Runnable work) {
    var elsewhere = offload;
    if (elsewhere == null) {
      work.run();
      return;
    }
    pause();
    elsewhere.execute(() -> offloaded(work));
  }

  private void offloaded(Runnable work) {
    long start = nanoClock.getAsLong();
    try {
      work.run();
    } finally {
      recordRun(start);
      resume();
    }
  }

  /** Drains it on a thread that may block. */
  @Override
  public void run() {
    offload = null;
    drain();
  }

  /**
   * Drains it on the calling loop.
   *
   * @param elsewhere runs work of this mailbox on a thread that may block
   */
  void runOnLoop(Executor elsewhere) {
    offload = elsewhere;
    drain();
  }

  private void drain() {
    long start = nanoClock.getAsLong();
    for (int handled = 0; handled < RUN_LENGTH; handled++) {
      MailboxItem item = take(start);
      if (item == null) {
        return;
      }
      owner.handle(item);
    }
    recordRun(start);
    runner.run(this);
  }

  private void recordRun(long start) {
    boolean isShort = nanoClock.getAsLong() - start <= SHORT_RUN_NANOS;
    shortRunsLeft = isShort ? Math.max(0, shortRunsLeft - 1) : SHORT_RUNS;
  }

  private @Nullable MailboxItem take(long start) {
    MailboxItem taken;
    boolean roomAgain;
    synchronized (this) {
      if (pauses > 0) {
        recordRun(start);
        stopped = true;
        return null;
      }
      taken = head;
      if (taken == null) {
        recordRun(start);
        running = false;
        return null;
      }
      head = taken.next;
      if (head == null) {
        tail = null;
      }
      items--;
      bytes -= taken.bytes();
      var _ = reserve(); // less than before always fits
      roomAgain = full && items <= maxItems / 4 && bytes <= maxBytes / 4;
      full = full && !roomAgain;
    }
    if (roomAgain) {
      owner.mailboxHasRoom();
    }
    return taken;
  }

  /** The client that a mailbox belongs to. */
  public interface Owner {
    /** Handles an item. Never called by two threads at once; must not throw. */
    void handle(MailboxItem item);

    /** The mailbox is full: nothing more should be read from the client. */
    void mailboxFull();

    /** The mailbox has room again. */
    void mailboxHasRoom();

    /** The server has no room for the mailbox's content. */
    void mailboxOverloaded();

    /**
     * Sets how many bytes of input are held now. Called under the mailbox's lock; must be quick.
     *
     * @return false if there is no room for them
     */
    boolean reserve(long heldBytes);
  }
}
