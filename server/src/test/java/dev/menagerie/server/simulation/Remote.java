package dev.menagerie.server.simulation;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.Set;

/** A port of a store as a process sees it: every call goes over its connection. */
final class Remote {
  /** Calls that people want to see in the trace of a failing seed. */
  private static final Set<String> TOLD = Set.of("handIn", "adopt", "setAside", "raise", "alive");

  private Remote() {}

  static <T> T port(Class<T> port, T store, Rpc rpc) {
    InvocationHandler handler =
        (_, method, arguments) ->
            rpc.call(() -> {
              try {
                var result = method.invoke(store, arguments);
                if (TOLD.contains(method.getName())) rpc.note(method.getName(), arguments, result);
                return result;
              } catch (InvocationTargetException e) {
                if (e.getCause() instanceof Exception failure) throw failure;
                throw e;
              }
            });
    return port.cast(
        Proxy.newProxyInstance(Remote.class.getClassLoader(), new Class<?>[] {port}, handler));
  }
}
