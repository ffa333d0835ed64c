package dev.menagerie.socketio;

import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/**
 * What waits for one client's handlers, drained by one virtual thread at a time. It says when it is
 * full and when it has room again; whoever fills it stops reading from the client in between.
 */
final class Mailbox implements Runnable {
  /** Letters opened in one turn, so that a busy client lets the others have theirs. */
  private static final int TURN = 64;

  private final Executor executor;
  private final Owner owner;
  private final int maxLetters;
  private final long maxBytes;

  private @Nullable Letter head;
  private @Nullable Letter tail;
  private int letters;
  private long bytes;
  private boolean running;
  private boolean full;

  Mailbox(Executor executor, Owner owner, int maxLetters, long maxBytes) {
    this.executor = executor;
    this.owner = owner;
    this.maxLetters = maxLetters;
    this.maxBytes = maxBytes;
  }

  /** Puts a letter in, whatever is in there: what follows from being full is the owner's to do. */
  void put(Letter letter) {
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
    if (start) {
      executor.execute(this);
    }
  }

  @Override
  public void run() {
    for (int opened = 0; opened < TURN; opened++) {
      Letter letter = take();
      if (letter == null) {
        return;
      }
      owner.open(letter);
    }
    executor.execute(this);
  }

  private @Nullable Letter take() {
    Letter taken;
    boolean roomAgain;
    synchronized (this) {
      taken = head;
      if (taken == null) {
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
