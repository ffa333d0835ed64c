package dev.menagerie.server.simulation;

import dev.menagerie.server.StoreUnavailable;
import dev.menagerie.server.recovery.RecoveryLedger;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.concurrent.Callable;

/** The ledger as a node sees it: its lock ends with the connection that holds it. */
final class RemoteLedger {
  private RemoteLedger() {}

  static RecoveryLedger of(RecoveryLedger ledger, Rpc rpc, RecoveryLock lock) {
    var port = Remote.port(RecoveryLedger.class, ledger, rpc);
    InvocationHandler handler =
        (_, method, arguments) -> {
          if (!method.getName().equals("exclusively")) {
            try {
              return method.invoke(port, arguments);
            } catch (InvocationTargetException e) {
              throw e.getCause();
            }
          }
          return exclusively((Runnable) arguments[0], rpc, lock);
        };
    return (RecoveryLedger)
        Proxy.newProxyInstance(
            RemoteLedger.class.getClassLoader(), new Class<?>[] {RecoveryLedger.class}, handler);
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
