package dev.menagerie.server.simulation;

import dev.menagerie.server.recovery.Restoration;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.time.Duration;

/**
 * The store's side of a recovery as a node sees it: it hears of a restart when it connects again.
 */
final class RemoteRestoration {
  private static final Duration RECONNECT = Duration.ofMillis(200);

  private RemoteRestoration() {}

  static Restoration of(Restoration store, SimulatedProcess node, Rpc rpc) {
    var port = Remote.port(Restoration.class, store, rpc);
    InvocationHandler handler =
        (_, method, arguments) -> {
          if (method.getName().equals("onReconnect")) {
            var listener = (Runnable) arguments[0];
            store.onReconnect(() -> node.timeline().after(RECONNECT, () -> node.start(listener)));
            return null;
          }
          try {
            return method.invoke(port, arguments);
          } catch (InvocationTargetException e) {
            throw e.getCause();
          }
        };
    return (Restoration)
        Proxy.newProxyInstance(
            RemoteRestoration.class.getClassLoader(), new Class<?>[] {Restoration.class}, handler);
  }
}
