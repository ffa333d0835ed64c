package dev.menagerie.codec;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * A sealed interface as one of its records (or enums of sub-interfaces), identified by {@code
 * type}.
 */
final class SealedShape implements Shape {
  static final String TYPE = "type";

  private final Map<String, Class<?>> byName = new LinkedHashMap<>();
  private final Optional<Class<?>> number;

  SealedShape(Class<?> sealed) {
    collect(sealed);
    var numbers = byName.values().stream().filter(SealedShape::isNumber).toList();
    number = numbers.size() == 1 ? Optional.of(numbers.getFirst()) : Optional.empty();
  }

  /** Whether a record needs a type member to be identified among the records of its interface. */
  static boolean isMember(Class<?> record) {
    for (var component : record.getRecordComponents()) {
      if (component.getName().equals(TYPE)) return false;
    }
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
  public @Nullable Object read(JsonNode node, ReadContext at) {
    if (node.isString()) return readBareName(node.stringValue(), at);
    if (node.isNumber()) return readBareNumber(node, at);
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
  public void write(JsonWriter out, Object value) {
    Shapes.of(value.getClass()).write(out, value);
  }

  /** {@code "flip"} is short for {@code {"type":"flip"}} if that record needs nothing more. */
  private @Nullable Object readBareName(String name, ReadContext at) {
    var member = byName.get(name);
    if (member == null || !isNameAlone(member)) {
      return at.refuse("must be an object, or the name of a member whose parts may be left out");
    }
    return Shapes.of(member).read(JsonNodeFactory.instance.objectNode(), at);
  }

  /** Whether every part of the record may be left out, so that its name says all. */
  static boolean isNameAlone(Class<?> member) {
    return Arrays.stream(member.getRecordComponents())
        .allMatch(component -> component.getType() == Optional.class);
  }

  /** {@code 30} is short for the one record whose only component is a whole number named value. */
  private @Nullable Object readBareNumber(JsonNode node, ReadContext at) {
    if (number.isEmpty()) return at.refuse("must be an object");
    var whole = JsonNodeFactory.instance.objectNode();
    whole.set("value", node);
    return Shapes.of(number.get()).read(whole, at);
  }

  Optional<Class<?>> number() {
    return number;
  }

  private static boolean isNumber(Class<?> member) {
    var components = member.getRecordComponents();
    return components.length == 1
        && components[0].getName().equals("value")
        && components[0].getType() == int.class;
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
