package dev.menagerie.server.simulation;

import org.jspecify.annotations.Nullable;

/** An advisory lock of the database: it ends with its connection. */
final class RecoveryLock {
  private @Nullable Connection holder;

  /** Equal to itself only. */
  static final class Connection {
    private final Rpc rpc;
    private boolean isClosed;

    Connection(Rpc rpc) {
      this.rpc = rpc;
    }
  }

  /** A request that comes when its connection is closed already takes the lock for no time. */
  boolean tryAcquire(Connection connection) {
    if (holder != null || connection.isClosed) return false;
    holder = connection;
    return true;
  }

  boolean release(Connection connection) {
    connection.isClosed = true;
    if (holder != connection) return false;
    holder = null;
    return true;
  }

  /** The connections of a process are gone. */
  void closed(Rpc rpc) {
    if (holder != null && holder.rpc == rpc) holder = null;
  }

  /** The database was restarted. */
  void closedAll() {
    holder = null;
  }
}
