package dev.menagerie.server.game;

import java.util.List;
import java.util.Set;

/**
 * The commits of a partition that are not yet known to be journaled, oldest first. Written by the
 * commit itself, never trimmed by length: at its bound commits answer {@code Full}.
 */
public interface Outbox {
  /** The oldest entries. */
  List<Pending> pending(Partition partition, int limit);

  /** Removes exactly these; repeating it, or naming what is gone, changes nothing. */
  void journaled(Partition partition, Set<String> tickets);

  /** How many wait. */
  long size(Partition partition);

  /**
   * An entry that waits.
   *
   * @param ticket names the entry within its outbox; later entries have greater ones
   */
  record Pending(String ticket, JournalEntry entry) {}
}
