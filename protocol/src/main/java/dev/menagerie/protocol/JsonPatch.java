package dev.menagerie.protocol;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * The difference of two trees as an RFC 6902 patch of {@code add}, {@code remove} and {@code
 * replace}. Lists are compared from both ends: what changes in a game's lists is a card put in or
 * taken out, so the middle that is left is short.
 */
public final class JsonPatch {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private final ArrayNode operations = NODES.arrayNode();

  private JsonPatch() {}

  /** The operations that make {@code to} of {@code from}; none if they are equal. */
  public static ArrayNode between(JsonNode from, JsonNode to) {
    var patch = new JsonPatch();
    patch.compare("", from, to);
    return patch.operations;
  }

  private void compare(String path, JsonNode from, JsonNode to) {
    if (from.equals(to)) return;
    if (from.isObject() && to.isObject() && describesTheSame(from, to)) {
      members(path, from, to);
    } else if (from.isArray() && to.isArray()) {
      elements(path, from, to);
    } else {
      operation("replace", path).set("value", to);
    }
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
    for (String name : List.copyOf(from.propertyNames())) {
      var after = to.get(name);
      if (after == null) operation("remove", child(path, name));
      else compare(child(path, name), from.get(name), after);
    }
    for (String name : to.propertyNames()) {
      if (!from.has(name)) operation("add", child(path, name)).set("value", to.get(name));
    }
  }

  private void elements(String path, JsonNode from, JsonNode to) {
    int start = 0;
    int shorter = Math.min(from.size(), to.size());
    while (start < shorter && alike(from.get(start), to.get(start))) start++;
    int end = 0;
    while (end < shorter - start
        && alike(from.get(from.size() - 1 - end), to.get(to.size() - 1 - end))) {
      end++;
    }
    int common = Math.min(from.size(), to.size()) - start - end;
    for (int i = 0; i < start + common; i++) compare(path + "/" + i, from.get(i), to.get(i));
    for (int i = from.size() - end - 1; i >= start + common; i--)
      operation("remove", path + "/" + i);
    for (int i = start + common; i < to.size() - end; i++) {
      operation("add", path + "/" + i).set("value", to.get(i));
    }
    for (int i = end; i > 0; i--) {
      compare(path + "/" + (to.size() - i), from.get(from.size() - i), to.get(to.size() - i));
    }
  }

  private static boolean alike(JsonNode left, JsonNode right) {
    boolean named = left.isObject() && right.isObject() && left.has("id");
    return named ? describesTheSame(left, right) : left.equals(right);
  }

  private ObjectNode operation(String op, String path) {
    return operations.addObject().put("op", op).put("path", path);
  }

  private static String child(String path, String name) {
    return path + "/" + name.replace("~", "~0").replace("/", "~1");
  }
}
