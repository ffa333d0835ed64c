package dev.menagerie.server.archive;

import java.util.List;
import java.util.Optional;

/**
 * One page of a list.
 *
 * @param next where the following page starts, opaque; empty on the last one
 */
public record ArchivePage<T>(List<T> items, Optional<String> next) {
  public ArchivePage {
    items = List.copyOf(items);
  }
}
