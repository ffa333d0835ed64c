package dev.menagerie.codec;

import java.lang.reflect.Method;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.JsonNode;

/** An enum as its constant's name in lower case, or as its {@code int index()} if it has one. */
final class EnumShape implements Shape {
  private final Map<String, Object> byText = new LinkedHashMap<>();
  private final Map<Object, String> texts = new LinkedHashMap<>();
  private final boolean numbers;

  EnumShape(Class<?> type) {
    var value = valueOf(type);
    this.numbers = value.isPresent();
    for (Object constant : type.getEnumConstants()) {
      String text = value.map(v -> number(v, constant)).orElseGet(() -> name(constant));
      byText.put(text, constant);
      texts.put(constant, text);
    }
  }

  Map<String, Object> constants() {
    return byText;
  }

  boolean isNumber() {
    return numbers;
  }

  @Override
  public @Nullable Object read(JsonNode node, Reading at) {
    boolean fits = numbers ? node.isIntegralNumber() : node.isString();
    Object constant = fits ? byText.get(node.asString()) : null;
    return constant == null
        ? at.refuse("must be one of " + String.join(", ", byText.keySet()))
        : constant;
  }

  @Override
  public void write(JsonGenerator out, Object value) {
    String text = texts.get(value);
    if (text == null) throw new IllegalArgumentException("not a constant of this enum: " + value);
    if (numbers) out.writeNumber(Integer.parseInt(text));
    else out.writeString(text);
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
