package dev.menagerie.codec;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.TreeBuildingGenerator;

/** Values that have no parts. No type is coerced into another: "1" is not 1, 1.0 is not 1. */
final class ScalarShapes {
  private static final DateTimeFormatter MILLIS =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

  static final Shape STRING =
      scalar(
          (node, at) -> node.isString() ? node.stringValue() : at.refuse("must be a string"),
          (out, value) -> out.writeString((String) value));

  static final Shape INT =
      scalar(
          (node, at) ->
              node.isIntegralNumber() && node.canConvertToInt()
                  ? (Object) node.intValue()
                  : at.refuse("must be a whole number"),
          (out, value) -> out.writeNumber((int) value));

  static final Shape LONG =
      scalar(
          (node, at) ->
              node.isIntegralNumber() && node.canConvertToLong()
                  ? (Object) node.longValue()
                  : at.refuse("must be a whole number"),
          (out, value) -> writeLong(out, (long) value));

  static final Shape DOUBLE =
      scalar(
          (node, at) ->
              node.isNumber() ? (Object) node.doubleValue() : at.refuse("must be a number"),
          (out, value) -> out.writeNumber((double) value));

  static final Shape BOOLEAN =
      scalar(
          (node, at) ->
              node.isBoolean() ? (Object) node.booleanValue() : at.refuse("must be true or false"),
          (out, value) -> out.writeBoolean((boolean) value));

  static final Shape INSTANT =
      scalar(
          ScalarShapes::instant, (out, value) -> out.writeString(MILLIS.format((Instant) value)));

  /** Whole milliseconds. */
  static final Shape DURATION =
      scalar(
          (node, at) ->
              node.isIntegralNumber() && node.canConvertToLong()
                  ? Duration.ofMillis(node.longValue())
                  : at.refuse("must be a whole number of milliseconds"),
          (out, value) -> writeLong(out, ((Duration) value).toMillis()));

  static final Shape RAW =
      scalar(
          (node, at) -> RawJson.of(node), (out, value) -> writeRaw(out, ((RawJson) value).utf8()));

  static final Shape TREE =
      scalar((node, at) -> node, (out, value) -> ContainerShapes.writeTree(out, (JsonNode) value));

  static final Shape INTS =
      scalar(
          ScalarShapes::ints,
          (out, value) -> {
            var ints = (int[]) value;
            out.writeArray(ints, 0, ints.length);
          });

  private ScalarShapes() {}

  private static void writeRaw(JsonGenerator out, byte[] utf8) {
    // A tree has no place for what is encoded already.
    if (out instanceof TreeBuildingGenerator) out.writeTree(Json.tree(utf8, Limits.DOCUMENT));
    else out.writeRawValue(new Verbatim(utf8));
  }

  /** In a tree the same number as one that was read: nodes of two widths are never equal. */
  private static void writeLong(JsonGenerator out, long value) {
    if (value == (int) value) out.writeNumber((int) value);
    else out.writeNumber(value);
  }

  private static @Nullable Object instant(JsonNode node, Reading at) {
    if (!node.isString()) return at.refuse("must be an RFC 3339 time");
    try {
      return Instant.parse(node.stringValue());
    } catch (DateTimeParseException e) {
      return at.refuse("must be an RFC 3339 time");
    }
  }

  private static @Nullable Object ints(JsonNode node, Reading at) {
    if (!node.isArray()) return at.refuse("must be an array of whole numbers");
    var ints = new int[node.size()];
    for (int i = 0; i < ints.length; i++) {
      var element = node.get(i);
      if (!element.isIntegralNumber() || !element.canConvertToInt()) {
        return at.element(i).refuse("must be a whole number");
      }
      ints[i] = element.intValue();
    }
    return ints;
  }

  private static Shape scalar(
      BiFunction<JsonNode, Reading, @Nullable Object> read,
      BiConsumer<JsonGenerator, Object> write) {
    return new Shape() {
      @Override
      public @Nullable Object read(JsonNode node, Reading at) {
        return read.apply(node, at);
      }

      @Override
      public void write(JsonGenerator out, Object value) {
        write.accept(out, value);
      }
    };
  }
}
