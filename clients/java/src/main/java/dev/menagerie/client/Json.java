package dev.menagerie.client;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.json.JSONException;
import org.json.JSONObject;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** JSON trees, and the way to those of the Socket.IO client. */
final class Json {
  private static final JsonMapper MAPPER = JsonMapper.builder().build();

  private Json() {}

  static ObjectNode object() {
    return JsonNodeFactory.instance.objectNode();
  }

  /** A record, map or tree as a tree. */
  static JsonNode tree(Object value) {
    return MAPPER.valueToTree(value);
  }

  /** What a text says; an empty object where it is no JSON, such as a proxy's page. */
  static JsonNode read(String text) {
    try {
      return MAPPER.readTree(text);
    } catch (JacksonException notJson) {
      return object();
    }
  }

  static String write(Object value) {
    return MAPPER.writeValueAsString(value);
  }

  /** The elements of an array; empty where there is none. */
  static <T> List<T> list(JsonNode array, Function<JsonNode, T> reader) {
    var all = new ArrayList<T>();
    for (var element : array) all.add(reader.apply(element));
    return List.copyOf(all);
  }

  /** The first argument of an event or acknowledgement of the Socket.IO client. */
  static JsonNode received(Object[] arguments) {
    return arguments.length > 0 && arguments[0] instanceof JSONObject
        ? read(arguments[0].toString())
        : object();
  }

  static JSONObject sent(JsonNode message) {
    try {
      return new JSONObject(message.toString());
    } catch (JSONException e) {
      throw new IllegalArgumentException("our own JSON", e);
    }
  }
}
