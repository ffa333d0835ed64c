package dev.menagerie.server.http;

import java.util.List;
import java.util.Optional;

/**
 * A part of a collection.
 *
 * @param nextCursor where the next page starts, for {@code ?cursor=}; absent on the last one
 */
public record Page<T>(List<T> items, Optional<String> nextCursor) {
  public Page {
    items = List.copyOf(items);
  }

  /** A collection that fits on one page. */
  public static <T> Page<T> whole(List<T> items) {
    return new Page<>(items, Optional.empty());
  }
}
