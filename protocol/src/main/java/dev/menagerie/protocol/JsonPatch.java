package dev.menagerie.protocol;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * The difference of two trees as an RFC 6902 patch of {@code add}, {@code remove} and {@code
 * replace}. Lists are compared by what is in them, since what changes in a game's lists is a card
 * put in or taken out; and wherever a part is shorter whole than as its own parts, it is replaced.
 */
public final class JsonPatch {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  /** What an operation has besides its path and value. */
  private static final int OPERATION_LENGTH = "{'op':'replace','path':'','value':},".length();

  private final ArrayNode operations = NODES.arrayNode();

  JsonPatch() {}

  /** The operations that make {@code to} of {@code from}; none if they are equal. */
  public static ArrayNode between(JsonNode from, JsonNode to) {
    var patch = new JsonPatch();
    patch.compare("", from, to);
    return patch.operations;
  }

  ArrayNode operations() {
    return operations;
  }

  /** Adds what makes the one of the other at a path. */
  void compare(String path, JsonNode from, JsonNode to) {
    if (!from.equals(to)) change(path, from, to);
  }

  private void change(String path, JsonNode from, JsonNode to) {
    int before = operations.size();
    if (from.isObject() && to.isObject() && describesTheSame(from, to)) {
      members(path, from, to);
    } else if (from.isArray() && to.isArray()) {
      elements(path, from, to);
    } else {
      replace(path, to);
    }
    boolean hasParts = operations.size() - before > 1;
    if (hasParts && !path.isEmpty()) wholeIfShorter(path, to, before);
  }

  private void wholeIfShorter(String path, JsonNode to, int before) {
    int parts = 0;
    for (int i = before; i < operations.size(); i++) parts += length(operations.get(i)) + 1;
    if (parts <= OPERATION_LENGTH + path.length() + length(to)) return;
    while (operations.size() > before) operations.remove(operations.size() - 1);
    replace(path, to);
  }

  /** Two cards are not one card changed: with other ids the whole is shorter than its parts. */
  private static boolean describesTheSame(JsonNode from, JsonNode to) {
    return sameOrAbsent(from.get("id"), to.get("id"))
        && sameOrAbsent(from.get("type"), to.get("type"));
  }

  private static boolean sameOrAbsent(@Nullable JsonNode left, @Nullable JsonNode right) {
    return Objects.equals(left, right);
  }

  private void members(String path, JsonNode from, JsonNode to) {
    for (var member : from.properties()) {
      var name = member.getKey();
      var after = to.get(name);
      if (after == null) operation("remove", child(path, name));
      else if (!member.getValue().equals(after)) {
        change(child(path, name), member.getValue(), after);
      }
    }
    for (String name : to.propertyNames()) {
      if (!from.has(name)) operation("add", child(path, name)).set("value", to.get(name));
    }
  }

  /** Walks both lists; what the other does not have any more, or not yet, comes or goes. */
  private void elements(String path, JsonNode from, JsonNode to) {
    var keys = new HashMap<JsonNode, Integer>();
    int most = from.size() + to.size();
    var gone = new Ahead(from, keys, most);
    var come = new Ahead(to, keys, most);
    for (int index = 0; gone.hasMore() || come.hasMore(); ) {
      if (gone.hasMore() && come.hasMore() && gone.key() == come.key()) {
        var was = gone.take();
        var is = come.take();
        if (!was.equals(is)) change(path + "/" + index, was, is);
        index++;
      } else if (gone.hasMore() && !come.holds(gone)) {
        gone.take();
        if (come.hasMore() && !gone.holds(come)) {
          replace(path + "/" + index, come.take());
          index++;
        } else {
          operation("remove", path + "/" + index);
        }
      } else if (come.hasMore() && !gone.holds(come)) {
        operation("add", path + "/" + index).set("value", come.take());
        index++;
      } else { // it comes back further on
        gone.take();
        operation("remove", path + "/" + index);
      }
    }
  }

  /** What is left of a list. Its keys are numbered: to hash a tree is to walk it. */
  private static final class Ahead {
    private final JsonNode list;
    private final int[] keys;
    private final int[] left;
    private int next;

    Ahead(JsonNode list, Map<JsonNode, Integer> numbers, int most) {
      this.list = list;
      this.keys = new int[list.size()];
      this.left = new int[most];
      for (int i = 0; i < keys.length; i++) {
        int fresh = numbers.size();
        var known = numbers.putIfAbsent(key(list.get(i)), fresh);
        keys[i] = known == null ? fresh : known;
        left[keys[i]]++;
      }
    }

    /** What a card is known by is its id; everything else is itself. */
    private static JsonNode key(JsonNode element) {
      var id = element.get("id");
      return id == null ? element : id;
    }

    boolean hasMore() {
      return next < keys.length;
    }

    int key() {
      return keys[next];
    }

    JsonNode take() {
      left[key()]--;
      return list.get(next++);
    }

    /** Whether the other's next element is still to come here, too. */
    boolean holds(Ahead other) {
      return left[other.key()] > 0;
    }
  }

  private void replace(String path, JsonNode to) {
    operation("replace", path).set("value", to);
  }

  private ObjectNode operation(String op, String path) {
    return operations.addObject().put("op", op).put("path", path);
  }

  /** About how long it is when it is written. */
  private static int length(JsonNode node) {
    int length = 2;
    if (node.isObject()) {
      for (var member : node.properties()) {
        length += member.getKey().length() + 4 + length(member.getValue());
      }
    } else if (node.isArray()) {
      for (var element : node) length += length(element) + 1;
    } else {
      length = node.isString() ? node.stringValue().length() + 2 : node.asString().length();
    }
    return length;
  }

  private static String child(String path, String name) {
    return path + "/" + name.replace("~", "~0").replace("/", "~1");
  }
}
