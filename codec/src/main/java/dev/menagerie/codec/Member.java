package dev.menagerie.codec;

import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import org.jspecify.annotations.Nullable;

/** A component of a record as a member of its object. */
final class Member {
  private final int index;
  private final Type type;
  private final boolean nullable;
  private final String name;
  private final byte[] quotedName;
  private final LazyShape shape;

  Member(int index, RecordComponent component) {
    this.index = index;
    this.type = component.getGenericType();
    this.nullable = component.getAnnotatedType().isAnnotationPresent(Nullable.class);
    this.name = SnakeCase.of(component.getName());
    this.quotedName = JsonWriter.quoted(name);
    this.shape = new LazyShape(type);
  }

  /** Its place among the record's components. */
  int index() {
    return index;
  }

  String name() {
    return name;
  }

  /** The name in quotes, as it is written. */
  byte[] quotedName() {
    return quotedName;
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
}
