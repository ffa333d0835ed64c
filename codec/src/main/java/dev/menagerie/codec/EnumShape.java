package dev.menagerie.codec;

import java.lang.reflect.Method;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** An enum as its constant's name in lower case, or as its {@code int index()} if it has one. */
final class EnumShape implements Shape {
  private final Map<String, Object> byText = new LinkedHashMap<>();
  private final byte[][] texts;
  private final int[] values;
  private final boolean numbers;

  EnumShape(Class<?> type) {
    var value = valueOf(type);
    this.numbers = value.isPresent();
    Object[] constants = type.getEnumConstants();
    this.texts = new byte[constants.length][];
    this.values = new int[constants.length];
    for (int i = 0; i < constants.length; i++) {
      Object constant = constants[i];
      String text = value.map(v -> number(v, constant)).orElseGet(() -> name(constant));
      byText.put(text, constant);
      texts[i] = JsonWriter.quoted(text);
      if (numbers) values[i] = Integer.parseInt(text);
    }
  }

  Map<String, Object> constants() {
    return byText;
  }

  boolean isNumber() {
    return numbers;
  }

  @Override
  public @Nullable Object read(JsonNode node, ReadContext at) {
    boolean fits = numbers ? node.isIntegralNumber() : node.isString();
    Object constant = fits ? byText.get(node.asString()) : null;
    return constant == null
        ? at.refuse("must be one of " + String.join(", ", byText.keySet()))
        : constant;
  }

  @Override
  public void write(JsonWriter out, Object value) {
    int ordinal = ((Enum<?>) value).ordinal();
    if (numbers) out.number(values[ordinal]);
    else out.encoded(texts[ordinal]);
  }

  private static String name(Object constant) {
    return ((Enum<?>) constant).name().toLowerCase(Locale.ROOT);
  }

  private static Optional<Method> valueOf(Class<?> type) {
    try {
      var method = type.getMethod("index");
      return method.getReturnType() == int.class ? Optional.of(method) : Optional.empty();
    } catch (NoSuchMethodException absent) {
      return Optional.empty();
    }
  }

  private static String number(Method value, Object constant) {
    try {
      value.setAccessible(true);
      return String.valueOf(value.invoke(constant));
    } catch (ReflectiveOperationException e) {
      throw new IllegalArgumentException("enum is not open to the codec: " + constant, e);
    }
  }
}
