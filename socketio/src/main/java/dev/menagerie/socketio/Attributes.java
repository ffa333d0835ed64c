package dev.menagerie.socketio;

import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A few values by key; one array, because most sockets have one or two. */
final class Attributes {
  private static final Object[] EMPTY = {};

  private Object[] pairs = EMPTY;

  synchronized <T> void put(AttributeKey<T> key, T value) {
    for (int i = 0; i < pairs.length; i += 2) {
      if (pairs[i] == key) {
        pairs[i + 1] = value;
        return;
      }
    }
    Object[] more = Arrays.copyOf(pairs, pairs.length + 2);
    more[pairs.length] = key;
    more[pairs.length + 1] = value;
    pairs = more;
  }

  synchronized <T> Optional<T> get(AttributeKey<T> key) {
    @Nullable Object found = null;
    for (int i = 0; i < pairs.length; i += 2) {
      if (pairs[i] == key) {
        found = pairs[i + 1];
      }
    }
    return found == null ? Optional.empty() : Optional.of(key.cast(found));
  }
}
