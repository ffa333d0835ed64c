package dev.menagerie.codec;

import java.lang.reflect.Type;
import org.jspecify.annotations.Nullable;

/** The shape of a type, looked up when it is first needed: types may be recursive. */
final class LazyShape {
  private final Type type;

  /** Computed at first use; two threads may compute it, with the same result. */
  private @Nullable Shape found;

  LazyShape(Type type) {
    this.type = type;
  }

  Shape shape() {
    var shape = found;
    if (shape == null) found = shape = Shapes.of(type);
    return shape;
  }
}
