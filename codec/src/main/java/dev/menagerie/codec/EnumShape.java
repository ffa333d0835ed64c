package dev.menagerie.codec;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.JsonNode;

/** An enum as its constant's name in lower case. */
final class EnumShape implements Shape {
  private final Map<String, Object> byName = new LinkedHashMap<>();

  EnumShape(Class<?> type) {
    for (Object constant : type.getEnumConstants()) byName.put(name(constant), constant);
  }

  static String name(Object constant) {
    return ((Enum<?>) constant).name().toLowerCase(java.util.Locale.ROOT);
  }

  Map<String, Object> constants() {
    return byName;
  }

  @Override
  public @Nullable Object read(JsonNode node, Reading at) {
    Object constant = node.isString() ? byName.get(node.stringValue()) : null;
    return constant == null
        ? at.refuse("must be one of " + String.join(", ", byName.keySet()))
        : constant;
  }

  @Override
  public void write(JsonGenerator out, Object value) {
    out.writeString(name(value));
  }
}
