package dev.menagerie.server.simulation;

import dev.menagerie.server.Intercepted;
import java.util.Set;

/** A port of a store as a process sees it: every call goes over its connection. */
final class Remote {
  /** Calls that people want to see in the trace of a failing seed. */
  private static final Set<String> TRACED = Set.of("handIn", "adopt", "setAside", "raise", "alive");

  private Remote() {}

  static <T> T port(Class<T> port, T store, Rpc rpc) {
    return Intercepted.port(
        port,
        store,
        call ->
            rpc.call(() -> {
              var result = call.go();
              if (TRACED.contains(call.name())) rpc.note(call, result);
              return result;
            }));
  }
}
