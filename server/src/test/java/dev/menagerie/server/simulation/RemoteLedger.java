package dev.menagerie.server.simulation;

import dev.menagerie.server.Intercepted;
import dev.menagerie.server.StoreUnavailable;
import dev.menagerie.server.recovery.RecoveryLedger;
import java.util.concurrent.Callable;

/** The ledger as a node sees it: its lock ends with the connection that holds it. */
final class RemoteLedger {
  private RemoteLedger() {}

  static RecoveryLedger of(RecoveryLedger ledger, Rpc rpc, RecoveryLock lock) {
    var port = Remote.port(RecoveryLedger.class, ledger, rpc);
    return Intercepted.port(
        RecoveryLedger.class,
        port,
        call ->
            call.name().equals("exclusively")
                ? exclusively((Runnable) call.argument(0), rpc, lock)
                : call.go());
  }

  private static boolean exclusively(Runnable work, Rpc rpc, RecoveryLock lock) {
    var connection = new RecoveryLock.Connection(rpc);
    if (!overConnection(() -> lock.tryAcquire(connection), rpc, lock, connection)) return false;
    boolean isHeld;
    try {
      work.run();
    } finally {
      isHeld = overConnection(() -> lock.release(connection), rpc, lock, connection);
    }
    if (isHeld) return true;
    throw new StoreUnavailable(rpc.store(), new IllegalStateException("connection lost"));
  }

  /** A connection that has failed is closed, which the database notices sooner or later. */
  private static boolean overConnection(
      Callable<Boolean> call, Rpc rpc, RecoveryLock lock, RecoveryLock.Connection connection) {
    try {
      return rpc.call(call);
    } catch (StoreUnavailable e) {
      rpc.later(() -> lock.release(connection));
      throw e;
    }
  }
}
