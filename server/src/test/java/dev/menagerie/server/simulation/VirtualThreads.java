package dev.menagerie.server.simulation;

import java.lang.reflect.Constructor;
import java.util.concurrent.Executor;

/**
 * Virtual threads that run on an executor of ours. The JDK has the constructor for its own tests
 * and keeps it to itself: the JVM of the tests needs {@code --add-opens
 * java.base/java.lang=ALL-UNNAMED}. Every virtual thread that such a thread starts, directly or by
 * an executor of the JDK, runs on the same executor.
 */
final class VirtualThreads {
  private static final Constructor<?> BUILDER = constructor();

  private VirtualThreads() {}

  static Thread.Builder.OfVirtual on(Executor executor) {
    try {
      return (Thread.Builder.OfVirtual) BUILDER.newInstance(executor);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Constructor<?> constructor() {
    try {
      var builder = Class.forName("java.lang.ThreadBuilders$VirtualThreadBuilder");
      for (var constructor : builder.getDeclaredConstructors()) {
        if (constructor.getParameterCount() != 1) continue;
        constructor.setAccessible(true);
        return constructor;
      }
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException(e);
    }
    throw new IllegalStateException("this JDK has no virtual threads with an executor");
  }
}
