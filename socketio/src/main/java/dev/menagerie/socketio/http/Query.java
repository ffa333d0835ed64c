package dev.menagerie.socketio.http;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The decoded query parameters of a request. Its text form shows names only: a value may be a
 * credential.
 */
public record Query(Map<String, List<String>> parameters) {
  private static final Query NONE = new Query(Map.of());

  public Query {
    if (parameters.isEmpty()) {
      parameters = Map.of();
    } else {
      var copy = new LinkedHashMap<String, List<String>>();
      parameters.forEach((name, values) -> copy.put(name, List.copyOf(values)));
      parameters = Collections.unmodifiableMap(copy);
    }
  }

  /** A request without parameters. */
  public static Query none() {
    return NONE;
  }

  /** The first value of this parameter. */
  public Optional<String> first(String name) {
    List<String> values = all(name);
    return values.isEmpty() ? Optional.empty() : Optional.of(values.getFirst());
  }

  /** Every value of this parameter, in order. */
  public List<String> all(String name) {
    return parameters.getOrDefault(name, List.of());
  }

  /** Whether some parameter is given more than once: which value counts would be a guess. */
  public boolean hasRepeated() {
    return parameters.values().stream().anyMatch(values -> values.size() > 1);
  }

  @Override
  public String toString() {
    return "Query" + parameters.keySet();
  }
}
