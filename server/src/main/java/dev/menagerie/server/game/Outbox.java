package dev.menagerie.server.game;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The commits of each partition that are not yet known to be journaled, oldest first. Written by
 * the commit itself, never trimmed by length: at its bound commits answer {@code Full}.
 */
public interface Outbox {
  /** The oldest entries of some partitions, in order within each. */
  Waiting oldest(Set<Partition> partitions, int each);

  /** The oldest entries of one partition. */
  default List<Pending> oldest(Partition partition, int limit) {
    return oldest(Set.of(partition), limit).pending();
  }

  /** Removes exactly these entries. Safe to repeat; entries that are gone are ignored. */
  void journaled(Collection<Pending> taken);

  /** How much waits in each of these that is certified: another one may have lost some. */
  Map<Partition, Backlog> backlogs(Collection<Partition> partitions);

  /** How much waits in one partition; empty when it is not certified. */
  default Optional<Backlog> backlog(Partition partition) {
    return Optional.ofNullable(backlogs(Set.of(partition)).get(partition));
  }

  /**
   * The entries of a partition that the journal does not have yet.
   *
   * @param oldest when the oldest entry was committed, by the store's time
   * @param now the store's time
   * @param run the run that the partition is certified for
   */
  record Backlog(long size, Optional<Instant> oldest, Instant now, String run) {
    /** How long the oldest entry has waited. */
    public Duration age() {
      return oldest.map(at -> Duration.between(at, now)).orElse(Duration.ZERO);
    }
  }

  /** Entries as they wait at an instant of the store. */
  record Waiting(Instant now, List<Pending> pending) {
    public Waiting {
      pending = List.copyOf(pending);
    }
  }

  /**
   * An entry that waits.
   *
   * @param ticket names the entry within its outbox; later entries have greater ones
   */
  record Pending(String ticket, JournalEntry entry) {
    /** The partition whose outbox holds the entry. */
    public Partition partition() {
      return Partition.of(entry.game());
    }
  }
}
