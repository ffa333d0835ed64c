package dev.menagerie.server.http;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A path with places: {@code /games/{id}/join}. A place takes exactly one segment that looks like
 * an id; anything else does not match, so no handler sees a slash, a control character or a dot.
 */
record PathTemplate(String text, List<String> segments) {
  /** What our ids are made of; longer than any we make. */
  private static final Pattern ID = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_.:|@-]{0,127}");

  static PathTemplate of(String text) {
    if (!text.startsWith("/")) throw new IllegalArgumentException("a path starts with a slash");
    return new PathTemplate(text, split(text));
  }

  static List<String> split(String path) {
    return List.of(path.substring(1).split("/", -1));
  }

  /** The names of its places, in order. */
  List<String> places() {
    var places = new ArrayList<String>();
    for (String segment : segments) {
      if (isPlace(segment)) places.add(name(segment));
    }
    return List.copyOf(places);
  }

  /** What stands in the places if the path is of this form. */
  Optional<Map<String, String>> match(List<String> path) {
    if (path.size() != segments.size()) return Optional.empty();
    var found = new LinkedHashMap<String, String>();
    for (int i = 0; i < segments.size(); i++) {
      String expected = segments.get(i);
      String actual = path.get(i);
      if (!isPlace(expected)) {
        if (!expected.equals(actual)) return Optional.empty();
      } else if (ID.matcher(actual).matches()) {
        found.put(name(expected), actual);
      } else {
        return Optional.empty();
      }
    }
    return Optional.of(Map.copyOf(found));
  }

  /** Plain segments win over places: {@code /games/live} is not the game called live. */
  int plainSegments() {
    return segments.size() - places().size();
  }

  private static boolean isPlace(String segment) {
    return segment.startsWith("{") && segment.endsWith("}");
  }

  private static String name(String place) {
    return place.substring(1, place.length() - 1);
  }
}
