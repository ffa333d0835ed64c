package dev.menagerie.codec;

import java.nio.charset.StandardCharsets;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Parses JSON that {@link JsonWriter} has written and a store has kept. It contains no duplicate
 * names, so the parser does not look for them. All methods are thread safe. JSON from anywhere else
 * is for {@link Json}.
 */
public final class StoredJson {
  private static final JsonMapper MAPPER =
      JsonMapper.builder(Json.parsers(Limits.DOCUMENT).build()).build();
  private static final ObjectReader TREES =
      MAPPER.readerFor(JsonNode.class).with(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
  private static final ObjectReader MEMBERS =
      TREES.without(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

  private StoredJson() {}

  /**
   * The tree of a stored document.
   *
   * @throws InvalidJson if it is not well-formed
   */
  public static JsonNode tree(String json) {
    return Json.parsed(Limits.DOCUMENT, () -> TREES.readValue(utf8(json)));
  }

  /**
   * Reads a record whose members are some of those of a stored object. Skips the others without
   * building trees of them, and does not read past the last one that the record has.
   *
   * @throws InvalidJson if it is no object with these members, or not well-formed as far as it is
   *     read
   */
  public static <T extends Record> T readPart(String json, Class<T> type) {
    var part = Json.parsed(Limits.DOCUMENT, () -> part(utf8(json), (RecordShape) Shapes.of(type)));
    return Json.bind(part, type);
  }

  private static ObjectNode part(byte[] utf8, RecordShape shape) {
    int members = shape.members().size();
    var part = MAPPER.createObjectNode();
    try (var parser = MAPPER.createParser(utf8)) {
      if (parser.nextToken() != JsonToken.START_OBJECT) {
        throw InvalidJson.at("$", "must be an object");
      }
      while (part.size() < members && parser.nextToken() == JsonToken.PROPERTY_NAME) {
        String name = parser.currentName();
        parser.nextToken();
        if (shape.has(name)) part.set(name, MEMBERS.readValue(parser));
        else parser.skipChildren();
      }
    }
    return part;
  }

  private static byte[] utf8(String json) {
    return json.getBytes(StandardCharsets.UTF_8);
  }
}
