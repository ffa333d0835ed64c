package dev.menagerie.cards.scenario;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.IntNode;
import tools.jackson.databind.node.NullNode;

/**
 * Compares an expected value with the state at a path. Objects are compared by the members that the
 * expectation names. The order of a list counts in decks, prizes and benches only.
 */
final class Expectation {
  /** {@code bench.0}, {@code bench:0} and {@code bench[0]} are the same place. */
  private static final Pattern NAME_END = Pattern.compile("[.:\\[]");

  private Expectation() {}

  /** The state's value at the path, if it differs from the expected one. */
  static Optional<String> mismatch(JsonNode state, String path, JsonNode expected) {
    Optional<JsonNode> found = at(state, path);
    if (found.isEmpty()) {
      return Optional.of("no such path");
    }
    boolean ordered = path.matches(".*(deck|prizes|bench)");
    return matches(expected, found.get(), ordered)
        ? Optional.empty()
        : Optional.of(found.get().toString());
  }

  private static Optional<JsonNode> at(JsonNode state, String path) {
    JsonNode here = state;
    for (String name : NAME_END.split(path.replace("]", ""), -1)) {
      Optional<JsonNode> next = member(here, name);
      if (next.isEmpty()) {
        return Optional.empty();
      }
      here = next.get();
    }
    return Optional.of(here);
  }

  private static Optional<JsonNode> member(JsonNode here, String name) {
    if (here.isArray() && name.matches("length|count|size")) {
      return Optional.of(IntNode.valueOf(here.size()));
    }
    if (here.isArray() && name.matches("\\d{1,6}")) {
      int index = Integer.parseInt(name);
      return Optional.of(index < here.size() ? here.get(index) : NullNode.getInstance());
    }
    if (here.isString() && name.equals("card")) {
      return Optional.of(here);
    }
    if (here.isNull()) {
      return Optional.of(NullNode.getInstance());
    }
    return Optional.ofNullable(here.get(name));
  }

  private static boolean matches(JsonNode expected, JsonNode found, boolean ordered) {
    if (expected.isObject() && found.isObject()) {
      return expected.propertyNames().stream()
          .allMatch(name ->
              found.has(name)
                  && matches(
                      expected.get(name), found.get(name), name.matches("deck|prizes|bench")));
    }
    if (expected.isArray() && found.isArray()) {
      return expected.size() == found.size()
          && (ordered ? sameOrder(expected, found) : sameElements(expected, found));
    }
    if (expected.isObject() && found.isString()) {
      return expected.path("card").equals(found);
    }
    if (expected.isString() && found.isObject()) {
      return expected.equals(found.get("card"));
    }
    if (expected.isNumber() && found.isArray()) {
      return expected.asDouble() == found.size();
    }
    if (expected.isNumber() && found.isNumber()) {
      return expected.asDouble() == found.asDouble();
    }
    return expected.equals(found);
  }

  private static boolean sameOrder(JsonNode expected, JsonNode found) {
    for (int i = 0; i < expected.size(); i++) {
      if (!matches(expected.get(i), found.get(i), true)) {
        return false;
      }
    }
    return true;
  }

  private static boolean sameElements(JsonNode expected, JsonNode found) {
    List<JsonNode> left = new ArrayList<>();
    found.forEach(left::add);
    for (JsonNode one : expected) {
      int at = 0;
      while (at < left.size() && !matches(one, left.get(at), false)) {
        at++;
      }
      if (at == left.size()) {
        return false;
      }
      left.remove(at);
    }
    return true;
  }
}
