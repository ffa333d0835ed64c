package dev.menagerie.socketio.engineio;

import dev.menagerie.socketio.limits.ByteHold;
import dev.menagerie.socketio.limits.ClientShares;

/** A session's share of its network's bounds, until it ends. */
final class SessionShare {
  private final ClientShares.Lease lease;
  private final ByteHold held;
  private final long cost;

  /** A share of a session whose handshake holds this many bytes. */
  SessionShare(ClientShares.Lease lease, long cost) {
    this.lease = lease;
    this.held = lease.share().newHold();
    this.cost = cost;
  }

  /** Sets how many received bytes wait to be handled; false if there is no room for them. */
  boolean reserve(long bytes) {
    return held.set(cost + bytes);
  }

  /** The session is over. Any thread; may be called again. */
  void end() {
    held.end();
    lease.close();
  }
}
