package dev.menagerie.socketio;

import dev.menagerie.socketio.engineio.Lane;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * What waits for one client's handlers, drained by one virtual thread at a time. It says when it is
 * full and when it has room again; whoever fills it stops reading from the client in between.
 */
final class Mailbox implements Runnable {
  /** Letters opened in one turn, so that a busy client lets the others have theirs. */
  private static final int TURN = 64;

  /** A turn that takes longer has most likely waited for something. */
  private static final long SHORT_TURN_NANOS = TimeUnit.MICROSECONDS.toNanos(200);

  /** Turns in a row that must be short before a mailbox counts as quick again. */
  private static final int SHORT_TURNS = 16;

  private final Runner runner;
  private final LongSupplier nanoClock;
  private final Owner owner;
  private final int maxLetters;
  private final long maxBytes;

  private @Nullable Letter head;
  private @Nullable Letter tail;
  private int letters;
  private long bytes;
  private boolean running;
  private boolean held;
  private boolean stopped;
  private boolean full;
  private volatile int doubts;

  Mailbox(Runner runner, Owner owner, int maxLetters, long maxBytes) {
    this(runner, owner, maxLetters, maxBytes, System::nanoTime);
  }

  Mailbox(Runner runner, Owner owner, int maxLetters, long maxBytes, LongSupplier nanoClock) {
    this.runner = runner;
    this.nanoClock = nanoClock;
    this.owner = owner;
    this.maxLetters = maxLetters;
    this.maxBytes = maxBytes;
  }

  /** Whether its letters took long to handle lately. */
  boolean isSlow() {
    return doubts > 0;
  }

  /** Puts a letter in, whatever is in there: what follows from being full is the owner's to do. */
  void put(Letter letter) {
    if (add(letter)) {
      runner.run(this);
    }
  }

  /** Likewise, from the lane that read the letter. */
  void put(Letter letter, Lane lane) {
    if (add(letter)) {
      runner.runAfterReading(this, lane);
    }
  }

  /** Tells whether it has to be run. */
  private boolean add(Letter letter) {
    boolean start;
    boolean nowFull = false;
    synchronized (this) {
      if (tail == null) {
        head = letter;
      } else {
        tail.next = letter;
      }
      tail = letter;
      letters++;
      bytes += letter.bytes();
      start = !running;
      running = true;
      if (!full && (letters >= maxLetters || bytes >= maxBytes)) {
        full = true;
        nowFull = true;
      }
    }
    if (nowFull) {
      owner.mailboxFull();
    }
    return start;
  }

  /** Opens no further letter until {@link #release}. While a letter is open. */
  synchronized void hold() {
    held = true;
  }

  /** Goes on with the next letter. Any thread, once for each {@link #hold}. */
  void release() {
    boolean resume;
    synchronized (this) {
      resume = stopped;
      held = false;
      stopped = false;
    }
    if (resume) {
      runner.run(this);
    }
  }

  @Override
  public void run() {
    long start = nanoClock.getAsLong();
    for (int opened = 0; opened < TURN; opened++) {
      Letter letter = take(start);
      if (letter == null) {
        return;
      }
      owner.open(letter);
    }
    judge(start);
    runner.run(this);
  }

  private void judge(long start) {
    boolean isShort = nanoClock.getAsLong() - start <= SHORT_TURN_NANOS;
    doubts = isShort ? Math.max(0, doubts - 1) : SHORT_TURNS;
  }

  private @Nullable Letter take(long start) {
    Letter taken;
    boolean roomAgain;
    synchronized (this) {
      if (held) {
        judge(start);
        stopped = true;
        return null;
      }
      taken = head;
      if (taken == null) {
        judge(start);
        running = false;
        return null;
      }
      head = taken.next;
      if (head == null) {
        tail = null;
      }
      letters--;
      bytes -= taken.bytes();
      roomAgain = full && letters <= maxLetters / 4 && bytes <= maxBytes / 4;
      full = full && !roomAgain;
    }
    if (roomAgain) {
      owner.mailboxHasRoom();
    }
    return taken;
  }

  /**
   * Whose mailbox it is. {@link #open} is never called by two threads at once, and must not throw.
   */
  interface Owner {
    void open(Letter letter);

    void mailboxFull();

    void mailboxHasRoom();
  }

  /** Something to be handled in turn. */
  abstract static sealed class Letter {
    private @Nullable Letter next;

    abstract int bytes();
  }

  /** A text message; the packet starts at index 1. */
  static final class Text extends Letter {
    final byte[] packet;

    Text(byte[] packet) {
      this.packet = packet;
    }

    @Override
    int bytes() {
      return packet.length;
    }
  }

  /** A binary message. */
  static final class Binary extends Letter {
    final byte[] content;

    Binary(byte[] content) {
      this.content = content;
    }

    @Override
    int bytes() {
      return content.length;
    }
  }

  /** Something of our own to do in turn. */
  static final class Task extends Letter {
    final Runnable work;

    Task(Runnable work) {
      this.work = work;
    }

    @Override
    int bytes() {
      return 0;
    }
  }
}
