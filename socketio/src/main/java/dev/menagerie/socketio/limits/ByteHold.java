package dev.menagerie.socketio.limits;

/**
 * The bytes that one connection or session holds of input that is not handled yet. Small amounts
 * are free, so that ordinary traffic touches no shared counter. Amounts are set by one thread at a
 * time; any thread may end it.
 */
public final class ByteHold {
  /** Bytes that are not counted; {@link ClientBounds} leaves heap for them. */
  public static final int FREE_BYTES = 4 * 1024;

  /** Reserved in steps of this size. */
  private static final int STEP_BYTES = 4 * 1024;

  private final ClientShare share;
  private volatile long reserved;
  private boolean ended;

  ByteHold(ClientShare share) {
    this.share = share;
  }

  /**
   * Sets the reserved bytes.
   *
   * @return false if there is no room; the earlier reservation stays
   */
  public boolean set(long bytes) {
    long wanted = bytes <= FREE_BYTES ? 0 : (bytes + STEP_BYTES - 1) / STEP_BYTES * STEP_BYTES;
    return wanted == reserved || change(wanted);
  }

  private synchronized boolean change(long wanted) {
    if (ended) {
      return true;
    }
    if (wanted > reserved && !share.reserve(wanted - reserved)) {
      return false;
    }
    if (wanted < reserved) {
      share.release(reserved - wanted);
    }
    reserved = wanted;
    return true;
  }

  /** Gives everything back for good. May be called again. */
  public synchronized void end() {
    if (!ended) {
      share.release(reserved);
      reserved = 0;
      ended = true;
    }
  }
}
