package dev.menagerie.server;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A port whose calls a test sees, delays, changes or answers before the real one does. */
public final class Intercepted {
  private Intercepted() {}

  /** Stands between the callers of a port and the real one; on the thread of each caller. */
  @FunctionalInterface
  public interface Interceptor {
    /** Answers a call, mostly by what {@link Call#go} returns. */
    @Nullable Object answer(Call call) throws Exception;
  }

  /** One call of a port. */
  public static final class Call {
    private final Object real;
    private final Method method;
    private final @Nullable Object @Nullable [] arguments;

    private Call(Object real, Method method, @Nullable Object @Nullable [] arguments) {
      this.real = real;
      this.method = method;
      this.arguments = arguments;
    }

    /** The method's name. */
    public String name() {
      return method.getName();
    }

    /** One of the arguments. */
    public Object argument(int index) {
      return Objects.requireNonNull(Objects.requireNonNull(arguments)[index]);
    }

    /** Replaces one of the arguments for {@link #go}. */
    public void setArgument(int index, Object argument) {
      Objects.requireNonNull(arguments)[index] = argument;
    }

    /** All arguments, for people to read. */
    public String argumentText() {
      return arguments == null ? "" : Arrays.toString(arguments);
    }

    /** Calls the real port, and throws what it throws. */
    public @Nullable Object go() throws Exception {
      try {
        return method.invoke(real, arguments);
      } catch (InvocationTargetException e) {
        if (e.getCause() instanceof Exception failure) throw failure;
        if (e.getCause() instanceof Error error) throw error;
        throw e;
      }
    }
  }

  /** The real port behind an interceptor. */
  public static <T> T port(Class<T> port, T real, Interceptor interceptor) {
    return port.cast(
        Proxy.newProxyInstance(
            port.getClassLoader(),
            new Class<?>[] {port},
            (_, method, arguments) -> interceptor.answer(new Call(real, method, arguments))));
  }
}
