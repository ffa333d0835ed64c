package dev.menagerie.codec;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Makes an example of a schema from the examples of its members. A type that contains itself is
 * shown once; where it is needed again, no example is made.
 */
public final class SchemaExamples {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
  private static final String DATE_TIME = "2026-05-04T12:00:00.000Z";

  private final ObjectNode definitions;

  /**
   * @param definitions the schemas that others refer to, by name
   */
  public SchemaExamples(ObjectNode definitions) {
    this.definitions = definitions;
  }

  /** An example that fits the schema; empty where a text has none. */
  public Optional<JsonNode> of(JsonNode schema) {
    return of(schema, new ArrayDeque<>());
  }

  /**
   * @param inside the names of the types that the example is part of, the innermost first
   */
  Optional<JsonNode> of(JsonNode schema, Deque<String> inside) {
    if (schema.has("examples")) return Optional.of(schema.get("examples").get(0));
    if (schema.has("const")) return Optional.of(schema.get("const"));
    if (schema.has("enum")) return Optional.of(schema.get("enum").get(0));
    if (schema.has("$ref")) return ofReference(schema.get("$ref").asString(), inside);
    if (schema.has("oneOf")) return firstOf(schema.get("oneOf"), inside);
    return switch (schema.path("type").asString("anything")) {
      case "boolean" -> Optional.of(NODES.booleanNode(true));
      case "integer", "number" -> Optional.of(NODES.numberNode(1));
      case "null" -> Optional.of(NODES.nullNode());
      case "array" -> {
        var array = NODES.arrayNode();
        of(schema.path("items"), inside).ifPresent(array::add);
        yield Optional.of(array);
      }
      case "object" -> ofObject(schema, inside);
      case "string" ->
          schema.path("format").asString("").equals("date-time")
              ? Optional.of(NODES.stringNode(DATE_TIME))
              : Optional.empty();
      default -> Optional.empty();
    };
  }

  private Optional<JsonNode> ofReference(String reference, Deque<String> inside) {
    var name = reference.substring(reference.lastIndexOf('/') + 1);
    if (inside.contains(name)) return Optional.empty();
    inside.push(name);
    try {
      return of(definitions.path(name), inside);
    } finally {
      inside.pop();
    }
  }

  private Optional<JsonNode> firstOf(JsonNode cases, Deque<String> inside) {
    for (var one : cases) {
      var example = of(one, inside);
      if (example.isPresent()) return example;
    }
    return Optional.empty();
  }

  private Optional<JsonNode> ofObject(JsonNode schema, Deque<String> inside) {
    var object = NODES.objectNode();
    var required = new HashSet<String>();
    schema.path("required").forEach(name -> required.add(name.asString()));
    for (var member : schema.path("properties").properties()) {
      var example = of(member.getValue(), inside);
      if (example.isPresent()) object.set(member.getKey(), example.get());
      else if (required.contains(member.getKey())) return Optional.empty();
    }
    if (schema.path("additionalProperties").isObject()) {
      of(schema.get("additionalProperties"), inside).ifPresent(value -> object.set("name", value));
    }
    return Optional.of(object);
  }
}
