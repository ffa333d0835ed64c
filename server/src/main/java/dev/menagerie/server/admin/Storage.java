package dev.menagerie.server.admin;

import java.util.List;

/** What the database holds. The method blocks, and throws {@code StoreUnavailable}. */
@FunctionalInterface
public interface Storage {
  /**
   * A table.
   *
   * @param rows as the database estimates them
   * @param bytes on disk, indexes included
   */
  record Table(String table, long rows, long bytes) {}

  /** All tables, the largest first. */
  List<Table> tables();
}
