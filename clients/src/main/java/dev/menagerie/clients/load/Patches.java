package dev.menagerie.clients.load;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * RFC 6902 as any client's library does it, as far as the server speaks it: add, remove, replace.
 */
public final class Patches {
  private Patches() {}

  /** The document with the operations applied; the one given stays as it was. */
  public static JsonNode apply(JsonNode document, JsonNode patch) {
    var result = document.deepCopy();
    for (var operation : patch) {
      var path = operation.path("path").stringValue();
      if (path.isEmpty()) result = operation.path("value");
      else apply(result, path.split("/", -1), operation);
    }
    return result;
  }

  private static void apply(JsonNode document, String[] path, JsonNode operation) {
    var parent = document;
    for (int i = 1; i < path.length - 1; i++) {
      parent = parent.isArray() ? parent.get(Integer.parseInt(path[i])) : parent.get(name(path[i]));
    }
    var last = path[path.length - 1];
    if (parent instanceof ArrayNode list) apply(list, last, operation);
    else apply((ObjectNode) parent, name(last), operation);
  }

  private static void apply(ArrayNode list, String index, JsonNode operation) {
    int at = index.equals("-") ? list.size() : Integer.parseInt(index);
    switch (operation.path("op").stringValue()) {
      case "add" -> list.insert(at, operation.get("value"));
      case "remove" -> list.remove(at);
      case "replace" -> list.set(at, operation.get("value"));
      default -> throw new IllegalArgumentException(operation.toString());
    }
  }

  private static void apply(ObjectNode object, String name, JsonNode operation) {
    switch (operation.path("op").stringValue()) {
      case "add" -> object.set(name, operation.get("value"));
      case "remove" -> present(object.remove(name), operation);
      case "replace" -> present(object.replace(name, operation.get("value")), operation);
      default -> throw new IllegalArgumentException(operation.toString());
    }
  }

  private static void present(@Nullable JsonNode before, JsonNode operation) {
    if (before == null) throw new IllegalArgumentException("nothing there: " + operation);
  }

  private static String name(String token) {
    return token.replace("~1", "/").replace("~0", "~");
  }
}
