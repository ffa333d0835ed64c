package dev.menagerie.socketio.engineio;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Frames that wait to be sent to one client. Any thread; calls no other code while it holds its
 * lock.
 */
final class SendQueue {
  private @Nullable Queued head;
  private @Nullable Queued tail;
  private long bytes;
  private boolean flushDue;
  private boolean closed;

  /** The outcome of adding frames. */
  enum Added {
    /** They are queued, and the caller must have them flushed. */
    FIRST,
    /** They are queued, and a flush is already due. */
    MORE,
    /** They are queued, but now there is too much: nothing more is taken. */
    TOO_MUCH,
    /** They are dropped: the session is over. */
    NOTHING
  }

  /** Adds packets that belong together; with the bytes queued elsewhere, the total is bounded. */
  synchronized Added add(List<EncodedPacket> frames, long elsewhere, long most) {
    if (closed) {
      return Added.NOTHING;
    }
    for (EncodedPacket frame : frames) {
      append(frame);
    }
    if (bytes + elsewhere > most) {
      closed = true; // nothing more is queued while the executor gets round to closing
      return Added.TOO_MUCH;
    }
    boolean first = !flushDue;
    flushDue = true;
    return first ? Added.FIRST : Added.MORE;
  }

  private void append(EncodedPacket frame) {
    var queued = new Queued(frame);
    if (tail == null) {
      head = queued;
    } else {
      tail.next = queued;
    }
    tail = queued;
    bytes += frame.size();
  }

  /** Takes frames up to about this many bytes, at least one if any waits. */
  synchronized List<EncodedPacket> take(long most) {
    if (head == null) {
      flushDue = false;
      return List.of();
    }
    if (head.next == null) {
      EncodedPacket only = head.frame;
      clear();
      return List.of(only);
    }
    var frames = new ArrayList<EncodedPacket>();
    long taken = 0;
    while (head != null && (taken == 0 || taken + head.frame.size() <= most)) {
      frames.add(head.frame);
      taken += head.frame.size();
      head = head.next;
    }
    bytes -= taken;
    if (head == null) {
      clear();
    }
    return frames;
  }

  private void clear() {
    head = null;
    tail = null;
    bytes = 0;
    flushDue = false;
  }

  synchronized long bytes() {
    return bytes;
  }

  /** Accepts nothing more; queued packets can still be taken. */
  synchronized void close() {
    closed = true;
  }

  private static final class Queued {
    private final EncodedPacket frame;
    private @Nullable Queued next;

    Queued(EncodedPacket frame) {
      this.frame = frame;
    }
  }
}
