package dev.menagerie.server.http;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A path with parameters: {@code /games/{id}/join}. A parameter takes exactly one segment that
 * looks like an id, percent-encoded or not (RFC 3986); anything else does not match, so no handler
 * sees a slash, a control character or a dot.
 */
record PathTemplate(String text, List<String> segments) {
  /** The form of our ids; longer than any we make. */
  private static final Pattern ID = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_.:|@-]{0,127}");

  static PathTemplate of(String text) {
    if (!text.startsWith("/")) throw new IllegalArgumentException("a path starts with a slash");
    return new PathTemplate(text, split(text));
  }

  static List<String> split(String path) {
    return List.of(path.substring(1).split("/", -1));
  }

  /** The names of its parameters, in order. */
  List<String> parameters() {
    var parameters = new ArrayList<String>();
    for (String segment : segments) {
      if (isParameter(segment)) parameters.add(name(segment));
    }
    return List.copyOf(parameters);
  }

  /** The values of the parameters if the path is of this form. */
  Optional<Map<String, String>> match(List<String> path) {
    if (path.size() != segments.size()) return Optional.empty();
    var found = new LinkedHashMap<String, String>();
    for (int i = 0; i < segments.size(); i++) {
      String expected = segments.get(i);
      String actual = path.get(i);
      if (!isParameter(expected)) {
        if (!expected.equals(actual)) return Optional.empty();
        continue;
      }
      var id = decoded(actual).filter(text -> ID.matcher(text).matches());
      if (id.isEmpty()) return Optional.empty();
      found.put(name(expected), id.get());
    }
    return Optional.of(Map.copyOf(found));
  }

  /** Clients encode the colon of a bot's id. */
  private static Optional<String> decoded(String segment) {
    if (segment.indexOf('%') < 0) return Optional.of(segment);
    try {
      return Optional.of(URLDecoder.decode(segment.replace("+", "%2B"), StandardCharsets.UTF_8));
    } catch (IllegalArgumentException malformed) {
      return Optional.empty();
    }
  }

  /** Plain segments win over parameters: {@code /games/live} is not the game called live. */
  int plainSegments() {
    return segments.size() - parameters().size();
  }

  private static boolean isParameter(String segment) {
    return segment.startsWith("{") && segment.endsWith("}");
  }

  private static String name(String parameter) {
    return parameter.substring(1, parameter.length() - 1);
  }
}
