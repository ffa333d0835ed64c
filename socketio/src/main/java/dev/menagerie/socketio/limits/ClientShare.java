package dev.menagerie.socketio.limits;

/**
 * The current share of one network. Obtained from {@link ClientShares}, which counts its users. Any
 * thread.
 */
public final class ClientShare {
  private final HeldBytes all;
  private final HeldBytes own;

  // Guarded by the map of ClientShares.
  int users;
  int connections;
  int sessions;

  ClientShare(HeldBytes all, long mostOwn) {
    this.all = all;
    this.own = new HeldBytes(mostOwn);
  }

  /** A new account of bytes that one connection or one session holds. */
  public ByteHold newHold() {
    return new ByteHold(this);
  }

  boolean reserve(long bytes) {
    if (!own.reserve(bytes)) {
      return false;
    }
    if (all.reserve(bytes)) {
      return true;
    }
    own.release(bytes);
    return false;
  }

  void release(long bytes) {
    own.release(bytes);
    all.release(bytes);
  }
}
