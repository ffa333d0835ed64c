package dev.menagerie.socketio.http;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BiConsumer;

/**
 * HTTP header fields in the order they came, names compared without case. Kept as one flat list of
 * name, value, name, value: an idle connection pays for its bytes and nothing else.
 */
public final class Headers {
  private static final Headers NONE = new Headers(new String[0]);

  private final String[] pairs;

  private Headers(String[] pairs) {
    this.pairs = pairs;
  }

  /** No header at all. */
  public static Headers none() {
    return NONE;
  }

  /**
   * Headers from alternating names and values.
   *
   * @throws IllegalArgumentException if a value is missing, or a name or value contains a line
   *     break
   */
  public static Headers of(String... namesAndValues) {
    if (namesAndValues.length % 2 != 0) {
      throw new IllegalArgumentException("a header name without a value");
    }
    for (String part : namesAndValues) {
      if (part.indexOf('\r') >= 0 || part.indexOf('\n') >= 0 || part.indexOf('\0') >= 0) {
        throw new IllegalArgumentException("a line break in a header");
      }
    }
    return namesAndValues.length == 0 ? NONE : new Headers(namesAndValues.clone());
  }

  /** The first value of this name. */
  public Optional<String> first(String name) {
    for (int i = 0; i < pairs.length; i += 2) {
      if (pairs[i].equalsIgnoreCase(name)) {
        return Optional.of(pairs[i + 1]);
      }
    }
    return Optional.empty();
  }

  /** Every value of this name, in order. */
  public List<String> all(String name) {
    var values = new ArrayList<String>(1);
    for (int i = 0; i < pairs.length; i += 2) {
      if (pairs[i].equalsIgnoreCase(name)) {
        values.add(pairs[i + 1]);
      }
    }
    return List.copyOf(values);
  }

  /** The names present, lower case, each once, in order. */
  public List<String> names() {
    var names = new ArrayList<String>();
    for (int i = 0; i < pairs.length; i += 2) {
      String name = pairs[i].toLowerCase(Locale.ROOT);
      if (!names.contains(name)) {
        names.add(name);
      }
    }
    return List.copyOf(names);
  }

  /** These headers and one more. */
  public Headers with(String name, String value) {
    String[] more = Arrays.copyOf(pairs, pairs.length + 2);
    more[pairs.length] = name;
    more[pairs.length + 1] = value;
    return of(more);
  }

  /** These headers with one value of this name in place of all others. */
  public Headers replacing(String name, String value) {
    var kept = new ArrayList<String>(pairs.length + 2);
    for (int i = 0; i < pairs.length; i += 2) {
      if (!pairs[i].equalsIgnoreCase(name)) {
        kept.add(pairs[i]);
        kept.add(pairs[i + 1]);
      }
    }
    kept.add(name);
    kept.add(value);
    return of(kept.toArray(String[]::new));
  }

  /** Calls back for every field, in order. */
  public void forEach(BiConsumer<String, String> field) {
    for (int i = 0; i < pairs.length; i += 2) {
      field.accept(pairs[i], pairs[i + 1]);
    }
  }

  /** The names only: values may hold credentials. */
  @Override
  public String toString() {
    return "Headers" + names();
  }
}
