package dev.menagerie.client;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** RFC 6902 patches, as far as the server writes them: add, replace and remove. */
public final class JsonPatch {
  private JsonPatch() {}

  /** A patch does not apply: the client's copy differs from the server's. */
  public static final class Mismatch extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Mismatch(JsonNode operation, String why) {
      super(operation + ": " + why);
    }
  }

  /**
   * The document after a patch. Parts that do not change are shared; the original stays as it was.
   *
   * @param patch an array of operations
   * @throws Mismatch if the patch does not apply
   */
  public static JsonNode apply(JsonNode document, JsonNode patch) {
    var changed = document;
    for (var operation : patch) {
      var path = operation.path("path").asString("");
      if (!path.isEmpty() && !path.startsWith("/")) {
        throw new Mismatch(operation, "is no JSON Pointer");
      }
      changed = applied(changed, operation, path.isEmpty() ? new String[0] : names(path), 0);
    }
    return changed;
  }

  private static String[] names(String path) {
    var names = path.substring(1).split("/", -1);
    for (int i = 0; i < names.length; i++) {
      names[i] = names[i].replace("~1", "/").replace("~0", "~");
    }
    return names;
  }

  private static boolean is(JsonNode operation, String op) {
    return operation.path("op").asString("").equals(op);
  }

  private static JsonNode applied(JsonNode node, JsonNode operation, String[] names, int depth) {
    if (depth == names.length) {
      if (is(operation, "remove")) throw new Mismatch(operation, "removes the whole document");
      return operation.path("value");
    }
    boolean last = depth == names.length - 1;
    return switch (node) {
      case ObjectNode object -> inObject(object, operation, names, depth, last);
      case ArrayNode array -> inArray(array, operation, names, depth, last);
      default -> throw new Mismatch(operation, "leads through a value");
    };
  }

  private static JsonNode inObject(
      ObjectNode object, JsonNode operation, String[] names, int depth, boolean last) {
    var name = names[depth];
    if (!object.has(name) && !(last && is(operation, "add"))) {
      throw new Mismatch(operation, "is not there");
    }
    var changed = JsonNodeFactory.instance.objectNode();
    changed.setAll(object);
    if (last && is(operation, "remove")) changed.remove(name);
    else changed.set(name, applied(object.path(name), operation, names, depth + 1));
    return changed;
  }

  private static JsonNode inArray(
      ArrayNode array, JsonNode operation, String[] names, int depth, boolean last) {
    boolean adds = last && is(operation, "add");
    int index = index(array, operation, names[depth], adds);
    var changed = JsonNodeFactory.instance.arrayNode();
    changed.addAll(array);
    if (adds) changed.insert(index, operation.path("value"));
    else if (last && is(operation, "remove")) changed.remove(index);
    else changed.set(index, applied(array.get(index), operation, names, depth + 1));
    return changed;
  }

  private static int index(ArrayNode array, JsonNode operation, String name, boolean adds) {
    if (adds && name.equals("-")) return array.size();
    if (!name.matches("0|[1-9][0-9]{0,8}")) throw new Mismatch(operation, "is no index");
    int index = Integer.parseInt(name);
    if (index > array.size() || (index == array.size() && !adds)) {
      throw new Mismatch(operation, "is not there");
    }
    return index;
  }
}
