package dev.menagerie.codec;

import java.lang.invoke.LambdaMetafactory;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A component of a record as a member of its object. */
final class Member {
  private static final MethodHandles.Lookup LOOKUP = MethodHandles.lookup();

  private final int index;
  private final Type type;
  private final boolean nullable;
  private final String name;
  private final byte[] quotedName;
  private final Method accessor;
  private final LazyShape shape;

  /** Made for the first value that is written: most types of ours are only ever read. */
  private volatile @Nullable Function<Object, @Nullable Object> getter;

  Member(int index, RecordComponent component) {
    this.index = index;
    this.type = component.getGenericType();
    this.nullable = component.getAnnotatedType().isAnnotationPresent(Nullable.class);
    this.name = SnakeCase.of(component.getName());
    this.quotedName = JsonWriter.quoted(name);
    this.accessor = component.getAccessor();
    this.shape = new LazyShape(type);
  }

  /** Its place among the record's components. */
  int index() {
    return index;
  }

  String name() {
    return name;
  }

  Type type() {
    return type;
  }

  /** Whether null is one of its values, written as null and read from null or absence. */
  boolean nullable() {
    return nullable;
  }

  Shape shape() {
    return shape.shape();
  }

  @Nullable Object of(Object value) {
    var get = getter;
    if (get == null) getter = get = getter(accessor);
    return get.apply(value);
  }

  void write(JsonWriter out, Object value) {
    var part = of(value);
    if (part == null) {
      out.quotedName(quotedName);
      out.nothing();
      return;
    }
    if (part instanceof Optional<?> optional && optional.isEmpty()) return; // left out
    out.quotedName(quotedName);
    shape().write(out, part);
  }

  /** The accessor as a function the compiler can see through, which a method handle is not here. */
  @SuppressWarnings("unchecked")
  private static Function<Object, @Nullable Object> getter(Method accessor) {
    try {
      var lookup = MethodHandles.privateLookupIn(accessor.getDeclaringClass(), LOOKUP);
      var handle = lookup.unreflect(accessor);
      var site =
          LambdaMetafactory.metafactory(
              lookup,
              "apply",
              MethodType.methodType(Function.class),
              MethodType.methodType(Object.class, Object.class),
              handle,
              handle.type().wrap());
      return (Function<Object, @Nullable Object>) site.getTarget().invoke();
    } catch (RuntimeException | Error e) {
      throw e;
    } catch (Throwable e) {
      throw new IllegalArgumentException("record is not open to the codec: " + accessor, e);
    }
  }
}
