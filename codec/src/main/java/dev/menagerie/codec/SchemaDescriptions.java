package dev.menagerie.codec;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Gives the schemas of a document their names on the wire, a description and an example for each,
 * and for each of their members. They stand in files, by section:
 *
 * <pre>{@code
 * {"members": {"game_id": {"description": "The id of a game.", "example": "g7mQ"}},
 *  "types": {"GameState": {"of": "WireState", "description": "…", "members": {…}, "example": …}},
 *  "messages": {"game:join": {"description": "…", "members": {…}}}}
 * }</pre>
 *
 * <p>{@code members} hold for a member of any type that does not describe it itself; {@code of} is
 * the record's name where it differs. Other sections are read with {@link #entry}. Not thread safe.
 */
public final class SchemaDescriptions {
  private static final String SCHEMAS = "#/components/schemas/";

  private static final String TYPES = "types";
  private static final String MEMBERS = "members";

  /** By {@code section.name}. */
  private final Map<String, JsonNode> entries = new TreeMap<>();

  private final Map<String, String> wireNames = new HashMap<>();
  private final Set<String> used = new HashSet<>();

  /**
   * Reads a file of descriptions, in addition to those that were read before.
   *
   * @param home the class in whose module the file is
   * @param path from the root of the class path, such as {@code /descriptions/wire.json}
   * @return this
   */
  public SchemaDescriptions with(Class<?> home, String path) {
    var file = read(home, path);
    file.forEachEntry((section, named) ->
        named.forEachEntry((name, entry) -> entries.put(section + "." + name, entry)));
    file.path(TYPES)
        .forEachEntry((name, type) -> wireNames.put(type.path("of").asString(name), name));
    return this;
  }

  /** A JSON file of the class path. */
  public static JsonNode read(Class<?> home, String path) {
    try (InputStream file = home.getResourceAsStream(path)) {
      if (file == null) throw new IllegalArgumentException("there is no file " + path);
      return Json.tree(file.readAllBytes(), Limits.DOCUMENT);
    } catch (IOException e) {
      throw new UncheckedIOException(path, e);
    }
  }

  /** The name on the wire of a record's schema; the record's own where no file names it. */
  public String wireName(String name) {
    return wireNames.getOrDefault(name, name);
  }

  /**
   * Renames and describes everything under {@code components.schemas}, and describes the members of
   * schemas elsewhere in the document.
   */
  public void describe(ObjectNode document) {
    var components = (ObjectNode) document.get("components");
    var renamed = JsonNodeFactory.instance.objectNode();
    var sorted = new TreeMap<String, JsonNode>();
    components
        .get("schemas")
        .forEachEntry((name, schema) -> {
          if (sorted.put(wireName(name), schema) != null) {
            throw new IllegalStateException("two schemas are called " + wireName(name));
          }
        });
    sorted.forEach(renamed::set);
    components.set("schemas", renamed);
    renameReferences(document);
    renamed.forEachEntry((name, schema) -> describe(TYPES, name, (ObjectNode) schema));
    describeMembers(document);
    var examples = new SchemaExamples(renamed);
    renamed.forEachEntry((name, schema) -> {
      if (!schema.has("examples")) {
        examples
            .of(schema, new ArrayDeque<>(List.of(name)))
            .ifPresent(example -> ((ObjectNode) schema).putArray("examples").add(example));
      }
    });
  }

  /** What a file says of a name in a section; empty where no file names it. */
  public Optional<JsonNode> entry(String section, String name) {
    var key = section + "." + name;
    used.add(key);
    return Optional.ofNullable(entries.get(key));
  }

  /** Describes a schema and its members by what a file says of a name in a section. */
  public void describe(String section, String name, ObjectNode schema) {
    entry(section, name).ifPresent(entry -> annotate(section + "." + name, schema, entry));
  }

  /** Entries of the files that no document has used: they describe what does not exist. */
  public Set<String> unused() {
    var rest = new TreeSet<String>();
    entries.forEach((key, entry) -> {
      rest.add(key);
      entry.path(MEMBERS).propertyNames().forEach(name -> rest.add(key + "." + name));
    });
    rest.removeAll(used);
    return rest;
  }

  /** Schemas and members of a document that have no description or no example, for a check. */
  public static List<String> missing(ObjectNode document) {
    var missing = new ArrayList<String>();
    document
        .at("/components/schemas")
        .forEachEntry((name, schema) -> {
          if (!schema.has("description")) missing.add(name + " has no description");
          if (!schema.has("examples")) missing.add(name + " has no example");
        });
    findMissing("", document, missing);
    return missing;
  }

  private static void findMissing(String path, JsonNode node, List<String> missing) {
    if (node.get("properties") instanceof ObjectNode properties) {
      properties.forEachEntry((name, property) -> {
        var text = property.path("type").asString("").equals("string");
        if (!property.has("description")) missing.add(path + "." + name + " has no description");
        if (text && !property.has("enum") && !property.has("examples")) {
          missing.add(path + "." + name + " has no example");
        }
      });
    }
    node.forEachEntry((name, child) -> findMissing(path + "/" + name, child, missing));
  }

  private void renameReferences(JsonNode node) {
    var reference = node.get("$ref");
    if (reference != null && reference.asString().startsWith(SCHEMAS)) {
      var name = reference.asString().substring(SCHEMAS.length());
      ((ObjectNode) node).put("$ref", SCHEMAS + wireName(name));
    }
    for (var child : node) renameReferences(child);
  }

  private void annotate(String key, ObjectNode schema, JsonNode entry) {
    annotate(schema, entry);
    var own = entry.path(MEMBERS);
    schema
        .path("properties")
        .forEachEntry((member, property) -> {
          if (own.has(member)) {
            used.add(key + "." + member);
            annotate((ObjectNode) property, own.get(member));
          }
        });
  }

  /** Members without a description of their type's own get the one that holds for their name. */
  private void describeMembers(JsonNode node) {
    if (node.get("properties") instanceof ObjectNode properties) {
      properties.forEachEntry((member, property) -> {
        if (!property.has("description")) {
          entry(MEMBERS, member).ifPresent(entry -> annotate((ObjectNode) property, entry));
        } else if (!property.has("examples")) {
          entry(MEMBERS, member).ifPresent(entry -> exemplify((ObjectNode) property, entry));
        }
      });
    }
    for (var child : node) describeMembers(child);
  }

  private static void annotate(ObjectNode schema, JsonNode entry) {
    schema.put("description", entry.path("description").asString());
    exemplify(schema, entry);
  }

  private static void exemplify(ObjectNode schema, JsonNode entry) {
    var example = entry.get("example");
    if (example != null && fits(schema, example)) schema.putArray("examples").add(example);
  }

  private static boolean fits(JsonNode schema, JsonNode example) {
    if (schema.has("$ref") || schema.has("const") || schema.has("enum")) return false;
    var either = schema.get("oneOf");
    if (either != null) {
      for (var one : either) {
        if (one.has("type") && fits(one, example)) return true;
      }
      return false;
    }
    return switch (schema.path("type").asString("anything")) {
      case "string" -> example.isString();
      case "integer", "number" -> example.isNumber();
      case "boolean" -> example.isBoolean();
      case "array" -> example.isArray();
      case "object" -> example.isObject();
      case "null" -> example.isNull();
      default -> true;
    };
  }
}
