package dev.menagerie.socketio.limits;

import java.util.concurrent.atomic.AtomicLong;

/** A number of bytes that many share, and its bound. Any thread. */
public final class HeldBytes {
  private final long most;
  private final AtomicLong reserved = new AtomicLong();

  HeldBytes(long most) {
    this.most = most;
  }

  /** Reserves this many bytes, or none of them if that would pass the bound. */
  boolean reserve(long bytes) {
    if (reserved.addAndGet(bytes) <= most) {
      return true;
    }
    reserved.addAndGet(-bytes);
    return false;
  }

  /** Gives reserved bytes back. */
  void release(long bytes) {
    reserved.addAndGet(-bytes);
  }

  /** Bytes reserved at present. */
  public long reserved() {
    return reserved.get();
  }
}
