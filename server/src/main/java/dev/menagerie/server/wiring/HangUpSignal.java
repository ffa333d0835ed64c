package dev.menagerie.server.wiring;

import java.lang.reflect.Proxy;

/**
 * SIGHUP, the usual signal that asks a daemon to read its files again. Only {@code sun.misc.Signal}
 * offers it in the JDK, and javac's warning about that class cannot be suppressed, so it is looked
 * up by name.
 */
final class HangUpSignal {
  private HangUpSignal() {}

  /**
   * Runs the action at each SIGHUP, on a thread of the JDK.
   *
   * @param action must not throw
   * @return false where the system or the JDK has no such signal
   */
  static boolean handle(Runnable action) {
    try {
      Class<?> signal = Class.forName("sun.misc.Signal");
      Class<?> handler = Class.forName("sun.misc.SignalHandler");
      Object onSignal =
          Proxy.newProxyInstance(
              HangUpSignal.class.getClassLoader(),
              new Class<?>[] {handler},
              (proxy, method, arguments) -> {
                if (method.getName().equals("handle")) action.run();
                return null;
              });
      signal
          .getMethod("handle", signal, handler)
          .invoke(null, signal.getConstructor(String.class).newInstance("HUP"), onSignal);
      return true;
    } catch (ReflectiveOperationException unsupported) {
      return false;
    }
  }
}
