package dev.menagerie.codec;

import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Values that have no parts. No type is coerced into another: "1" is not 1, 1.0 is not 1. */
final class ScalarShapes {
  static final Shape STRING =
      scalar(
          (node, at) -> node.isString() ? node.stringValue() : at.refuse("must be a string"),
          (out, value) -> out.string((String) value));

  static final Shape INT =
      scalar(
          (node, at) ->
              node.isIntegralNumber() && node.canConvertToInt()
                  ? (Object) node.intValue()
                  : at.refuse("must be a whole number"),
          (out, value) -> out.number((int) value));

  static final Shape LONG =
      scalar(
          (node, at) ->
              node.isIntegralNumber() && node.canConvertToLong()
                  ? (Object) node.longValue()
                  : at.refuse("must be a whole number"),
          (out, value) -> out.number((long) value));

  static final Shape DOUBLE =
      scalar(
          (node, at) ->
              node.isNumber() ? (Object) node.doubleValue() : at.refuse("must be a number"),
          (out, value) -> out.number((double) value));

  static final Shape BOOLEAN =
      scalar(
          (node, at) ->
              node.isBoolean() ? (Object) node.booleanValue() : at.refuse("must be true or false"),
          (out, value) -> out.bool((boolean) value));

  static final Shape INSTANT =
      scalar(ScalarShapes::instant, (out, value) -> out.string(InstantText.of((Instant) value)));

  /** Whole milliseconds. */
  static final Shape DURATION =
      scalar(
          (node, at) ->
              node.isIntegralNumber() && node.canConvertToLong()
                  ? Duration.ofMillis(node.longValue())
                  : at.refuse("must be a whole number of milliseconds"),
          (out, value) -> out.number(((Duration) value).toMillis()));

  static final Shape RAW =
      scalar((node, at) -> RawJson.of(node), (out, value) -> out.encoded(((RawJson) value).utf8()));

  static final Shape TREE =
      scalar((node, at) -> node, (out, value) -> out.encoded(Json.bytesOf((JsonNode) value)));

  static final Shape INTS =
      scalar(
          ScalarShapes::ints,
          (out, value) -> {
            var ints = (int[]) value;
            out.beginArray();
            for (int each : ints) out.number(each);
            out.endArray();
          });

  private ScalarShapes() {}

  private static @Nullable Object instant(JsonNode node, ReadContext at) {
    if (!node.isString()) return at.refuse("must be an RFC 3339 time");
    try {
      return Instant.parse(node.stringValue());
    } catch (DateTimeParseException e) {
      return at.refuse("must be an RFC 3339 time");
    }
  }

  private static @Nullable Object ints(JsonNode node, ReadContext at) {
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
      BiFunction<JsonNode, ReadContext, @Nullable Object> read,
      BiConsumer<JsonWriter, Object> write) {
    return new Shape() {
      @Override
      public @Nullable Object read(JsonNode node, ReadContext at) {
        return read.apply(node, at);
      }

      @Override
      public void write(JsonWriter out, Object value) {
        write.accept(out, value);
      }
    };
  }
}
