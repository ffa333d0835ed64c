package dev.menagerie.codec;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * JSON Schema (draft 2020-12) of the types that {@link Json} reads and writes, derived from the
 * same records, so documentation, editors and the server always agree. The schemas of reading allow
 * more than those of writing: lists may be absent, and short forms are accepted.
 *
 * <p>One instance collects the definitions that its schemas refer to. Not thread safe.
 */
public final class JsonSchema {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private final String prefix;
  private final Use use;
  private final ObjectNode definitions = NODES.objectNode();

  /** Whether a schema describes what is read or what is written. */
  private enum Use {
    READ,
    WRITTEN
  }

  private JsonSchema(String prefix, Use use) {
    this.prefix = prefix;
    this.use = use;
  }

  /**
   * Schemas of documents that are read.
   *
   * @param prefix where the caller puts {@link #definitions()}: {@code #/$defs/} or {@code
   *     #/components/schemas/}
   */
  public static JsonSchema read(String prefix) {
    return new JsonSchema(prefix, Use.READ);
  }

  /** Schemas of documents that are written. */
  public static JsonSchema written(String prefix) {
    return new JsonSchema(prefix, Use.WRITTEN);
  }

  /** A document of its own: the type's schema with its definitions inside. */
  public static ObjectNode document(String id, String title, Type type) {
    var schemas = read("#/$defs/");
    var document = NODES.objectNode();
    document.put("$schema", "https://json-schema.org/draft/2020-12/schema");
    document.put("$id", id);
    document.put("title", title);
    document.setAll(schemas.of(type));
    document.set("$defs", schemas.definitions());
    return document;
  }

  /** The definitions made so far, by name. */
  public ObjectNode definitions() {
    return definitions;
  }

  /** The schema of a type; records and sealed types become references to definitions. */
  public ObjectNode of(Type type) {
    if (type instanceof ParameterizedType generic) return ofGeneric(generic);
    var plain = (Class<?>) type;
    if (plain == String.class) return typed("string");
    if (plain == int.class || plain == Integer.class) return typed("integer");
    if (plain == long.class || plain == Long.class) return typed("integer");
    if (plain == double.class || plain == Double.class) return typed("number");
    if (plain == boolean.class || plain == Boolean.class) return typed("boolean");
    if (plain == Instant.class) return typed("string").put("format", "date-time");
    if (plain == Duration.class) return typed("integer");
    if (plain == int[].class) return array(typed("integer"));
    if (Collection.class.isAssignableFrom(plain)) return typed("array");
    if (Map.class.isAssignableFrom(plain)) return typed("object");
    if (plain == Object.class || plain == RawJson.class) return NODES.objectNode();
    if (JsonNode.class.isAssignableFrom(plain)) return NODES.objectNode();
    return reference(plain);
  }

  private ObjectNode ofGeneric(ParameterizedType generic) {
    var raw = (Class<?>) generic.getRawType();
    var arguments = generic.getActualTypeArguments();
    if (raw == Optional.class || raw == PreEncoded.class) return of(arguments[0]);
    if (raw == List.class) return array(element(arguments[0]));
    if (raw == Set.class) {
      var set = array(of(arguments[0]));
      set.put("uniqueItems", true);
      return set;
    }
    if (raw == Map.class) {
      var map = typed("object");
      map.set("additionalProperties", of(arguments[1]));
      return map;
    }
    throw new IllegalArgumentException("no JSON Schema for " + generic);
  }

  /** In a list nothing can be left out: an empty {@code Optional} there is null. */
  private ObjectNode element(Type type) {
    boolean optional =
        type instanceof ParameterizedType generic && generic.getRawType() == Optional.class;
    return optional ? orNull(of(type)) : of(type);
  }

  private ObjectNode reference(Class<?> type) {
    String name = nameOf(type);
    if (!definitions.has(name)) {
      definitions.set(name, NODES.objectNode()); // claims the name: types may be recursive
      definitions.set(name, define(type));
    }
    return NODES.objectNode().put("$ref", prefix + name);
  }

  private ObjectNode define(Class<?> type) {
    var shape = Shapes.of(type);
    return switch (shape) {
      case EnumShape constants -> enumeration(constants);
      case SealedShape sealed -> oneOf(sealed);
      case RecordShape record -> object(record);
      default -> of(type.getRecordComponents()[0].getGenericType()); // a record that is its value
    };
  }

  private static ObjectNode enumeration(EnumShape shape) {
    var schema = typed(shape.isNumber() ? "integer" : "string");
    var values = schema.putArray("enum");
    for (String text : shape.constants().keySet()) {
      if (shape.isNumber()) values.add(Integer.parseInt(text));
      else values.add(text);
    }
    return schema;
  }

  private ObjectNode oneOf(SealedShape sealed) {
    var schema = NODES.objectNode();
    var members = schema.putArray("oneOf");
    var bare = NODES.arrayNode();
    sealed
        .members()
        .forEach((name, member) -> {
          members.add(reference(member));
          if (SealedShape.isNameAlone(member)) bare.add(name);
        });
    if (use == Use.WRITTEN) return schema;
    if (!bare.isEmpty()) members.add(typed("string").set("enum", bare));
    if (sealed.number().isPresent()) members.add(typed("integer"));
    return schema;
  }

  private ObjectNode object(RecordShape record) {
    var schema = typed("object");
    var properties = NODES.objectNode();
    var required = NODES.arrayNode();
    if (record.typeName() != null) {
      properties.set("type", NODES.objectNode().put("const", record.typeName()));
      required.add("type");
    }
    for (var member : record.members()) {
      var property = of(member.type());
      properties.set(member.name(), member.nullable() ? orNull(property) : property);
      if (isAlwaysThere(member.shape())) required.add(member.name());
    }
    schema.set("properties", properties);
    if (!required.isEmpty()) schema.set("required", required);
    schema.put("additionalProperties", false);
    return schema;
  }

  private boolean isAlwaysThere(Shape shape) {
    return switch (use) {
      case READ -> shape.absent() == null;
      case WRITTEN -> !(shape instanceof ContainerShapes.OptionalShape);
    };
  }

  private static ObjectNode orNull(ObjectNode property) {
    var either = NODES.objectNode();
    either.putArray("oneOf").add(property).add(typed("null"));
    return either;
  }

  private static ObjectNode array(ObjectNode items) {
    var schema = typed("array");
    schema.set("items", items);
    return schema;
  }

  private static ObjectNode typed(String type) {
    return NODES.objectNode().put("type", type);
  }

  /** {@code Effect.Draw} is {@code EffectDraw}: nested names need their house. */
  public static String nameOf(Class<?> type) {
    var house = type.getDeclaringClass();
    return house == null ? type.getSimpleName() : nameOf(house) + type.getSimpleName();
  }
}
