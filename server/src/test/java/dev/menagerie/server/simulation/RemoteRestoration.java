package dev.menagerie.server.simulation;

import dev.menagerie.server.Intercepted;
import dev.menagerie.server.recovery.Restoration;
import java.time.Duration;

/**
 * The store's side of a recovery as a node sees it: it hears of a restart when it connects again.
 */
final class RemoteRestoration {
  private static final Duration RECONNECT = Duration.ofMillis(200);

  private RemoteRestoration() {}

  static Restoration of(Restoration store, SimulatedProcess node, Rpc rpc) {
    var port = Remote.port(Restoration.class, store, rpc);
    return Intercepted.port(
        Restoration.class,
        port,
        call -> {
          if (!call.name().equals("onReconnect")) return call.go();
          var listener = (Runnable) call.argument(0);
          store.onReconnect(() -> node.timeline().after(RECONNECT, () -> node.start(listener)));
          return null;
        });
  }
}
