package dev.menagerie.codec;

import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Shapes of values that contain values of other types. */
final class ContainerShapes {
  private ContainerShapes() {}

  /** Absent, or null when read: empty. Empty when written: left out. */
  record OptionalShape(Type element, LazyShape shape) implements Shape {
    OptionalShape(Type element) {
      this(element, new LazyShape(element));
    }

    @Override
    public @Nullable Object read(JsonNode node, ReadContext at) {
      return node.isNull() ? Optional.empty() : Optional.ofNullable(shape.shape().read(node, at));
    }

    @Override
    public void write(JsonWriter out, Object value) {
      var optional = (Optional<?>) value;
      if (optional.isPresent()) shape.shape().write(out, optional.get());
      else out.nothing();
    }

    @Override
    public Object absent() {
      return Optional.empty();
    }
  }

  /** A value whose JSON is there already. */
  record PremadeShape(Type element) implements Shape {
    @Override
    public @Nullable Object read(JsonNode node, ReadContext at) {
      var value = Shapes.of(element).read(node, at);
      return value == null ? null : PreEncoded.of(value);
    }

    @Override
    public void write(JsonWriter out, Object value) {
      ScalarShapes.RAW.write(out, ((PreEncoded<?>) value).json());
    }
  }

  record ListShape(Type element, LazyShape shape) implements Shape {
    ListShape(Type element) {
      this(element, new LazyShape(element));
    }

    @Override
    public @Nullable Object read(JsonNode node, ReadContext at) {
      if (!node.isArray()) return at.refuse("must be an array");
      return List.copyOf(elements(shape.shape(), node, at));
    }

    @Override
    public void write(JsonWriter out, Object value) {
      writeElements(out, shape.shape(), (Collection<?>) value);
    }

    @Override
    public Object absent() {
      return List.of();
    }
  }

  record SetShape(Type element, LazyShape shape) implements Shape {
    SetShape(Type element) {
      this(element, new LazyShape(element));
    }

    @Override
    public @Nullable Object read(JsonNode node, ReadContext at) {
      if (!node.isArray()) return at.refuse("must be an array");
      var elements = elements(shape.shape(), node, at);
      var set = new LinkedHashSet<>(elements);
      if (set.size() < elements.size()) return at.refuse("must not repeat an element");
      return Collections.unmodifiableSet(set);
    }

    @Override
    public void write(JsonWriter out, Object value) {
      writeElements(out, shape.shape(), (Collection<?>) value);
    }

    @Override
    public Object absent() {
      return Set.of();
    }
  }

  /** Keys are strings, or values that are strings in JSON. The order is kept. */
  record MapShape(Type key, Type element, LazyShape keyShape, LazyShape shape) implements Shape {
    MapShape(Type key, Type element) {
      this(key, element, new LazyShape(key), new LazyShape(element));
    }

    @Override
    public @Nullable Object read(JsonNode node, ReadContext at) {
      if (!node.isObject()) return at.refuse("must be an object");
      var map = new LinkedHashMap<Object, Object>();
      node.forEachEntry((name, member) -> {
        var where = at.member(name);
        Object k = keyShape.shape().read(Json.toTree(name), where);
        Object v = shape.shape().read(member, where);
        if (k != null && v != null) map.put(k, v);
      });
      return Collections.unmodifiableMap(map);
    }

    @Override
    public void write(JsonWriter out, Object value) {
      out.beginObject();
      ((Map<?, ?>) value)
          .forEach((k, v) -> {
            out.name(k instanceof String name ? name : keyText(k));
            writeAs(out, shape.shape(), v);
          });
      out.endObject();
    }

    @Override
    public Object absent() {
      return Map.of();
    }

    private String keyText(Object k) {
      return Json.toTree(k).asString();
    }
  }

  /** A value whose declared type says nothing: written by its own class; read only as a tree. */
  static final Shape ANY =
      new Shape() {
        @Override
        public Object read(JsonNode node, ReadContext at) {
          return node;
        }

        @Override
        public void write(JsonWriter out, Object value) {
          Json.write(out, value);
        }
      };

  private static List<Object> elements(Shape shape, JsonNode node, ReadContext at) {
    var elements = new ArrayList<Object>(node.size());
    for (int i = 0; i < node.size(); i++) {
      Object element = shape.read(node.get(i), at.element(i));
      if (element != null) elements.add(element);
    }
    return elements;
  }

  private static void writeElements(JsonWriter out, Shape shape, Collection<?> values) {
    out.beginArray();
    for (Object value : values) writeAs(out, shape, value);
    out.endArray();
  }

  private static void writeAs(JsonWriter out, Shape shape, @Nullable Object value) {
    if (value == null) out.nothing();
    else shape.write(out, value);
  }
}
