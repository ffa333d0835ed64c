package dev.menagerie.codec;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.JsonNode;

/** A sealed interface as one of its records (or enums of sub-interfaces), told by {@code type}. */
final class SealedShape implements Shape {
  static final String TYPE = "type";

  private final Map<String, Class<?>> byName = new LinkedHashMap<>();

  SealedShape(Class<?> sealed) {
    collect(sealed);
  }

  /** Whether a record is told apart from its sisters by a type member. */
  static boolean isMember(Class<?> record) {
    for (Class<?> parent : record.getInterfaces()) {
      if (parent.isSealed()) return true;
    }
    return false;
  }

  static String nameOf(Class<?> record) {
    return SnakeCase.of(record.getSimpleName());
  }

  Map<String, Class<?>> members() {
    return byName;
  }

  @Override
  public @Nullable Object read(JsonNode node, Reading at) {
    if (!node.isObject()) return at.refuse("must be an object");
    var tag = node.get(TYPE);
    if (tag == null) return at.member(TYPE).refuse("is missing");
    var member = tag.isString() ? byName.get(tag.stringValue()) : null;
    if (member == null) {
      return at.member(TYPE).refuse("must be one of " + String.join(", ", byName.keySet()));
    }
    return Shapes.of(member).read(node, at);
  }

  @Override
  public void write(JsonGenerator out, Object value) {
    Shapes.of(value.getClass()).write(out, value);
  }

  private void collect(Class<?> sealed) {
    for (Class<?> permitted : sealed.getPermittedSubclasses()) {
      if (permitted.isSealed()) collect(permitted);
      else {
        var twin = byName.putIfAbsent(nameOf(permitted), permitted);
        if (twin != null && twin != permitted) {
          throw new IllegalArgumentException(twin + " and " + permitted + " share a JSON name");
        }
      }
    }
  }
}
