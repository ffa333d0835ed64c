package dev.menagerie.server.game;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads the records that a client missed: from the store while it has them, otherwise from the
 * journal and the store together.
 */
public final class MissedRecords {
  /** More than this is not replayed: the full state is shorter. */
  public static final int MAX = 256;

  private final GameStore store;
  private final GameJournal journal;

  /** Reads from the store, and older records from the journal. */
  public MissedRecords(GameStore store, GameJournal journal) {
    this.store = store;
    this.journal = journal;
  }

  /**
   * The records after a version, up to the head, in order; empty when they cannot be had whole:
   * another epoch, too long ago, a version that never was.
   */
  public Optional<List<StoredRecord>> since(GameId game, int epoch, long version) {
    var recent = store.recordsAfter(game, epoch, version);
    if (recent.isPresent()) return recent.filter(records -> records.size() <= MAX);
    var head = store.head(game).filter(h -> h.epoch() == epoch);
    if (head.isEmpty()) return finished(game, epoch, version);
    if (head.get().version() - version > MAX || version > head.get().version()) {
      return Optional.empty();
    }
    return joined(game, epoch, version);
  }

  /** The journal's records and, behind where it ends, the store's. */
  private Optional<List<StoredRecord>> joined(GameId game, int epoch, long version) {
    var records = new ArrayList<>(journal.recordsAfter(game, epoch, version, MAX));
    long reached = version + records.size();
    if (!contiguous(records, version)) return Optional.empty();
    return store
        .recordsAfter(game, epoch, reached)
        .map(rest -> {
          records.addAll(rest);
          return List.copyOf(records);
        });
  }

  /** The journal has all records of a game that the store has dropped. */
  private Optional<List<StoredRecord>> finished(GameId game, int epoch, long version) {
    var head = journal.head(game).filter(h -> h.epoch() == epoch);
    if (head.isEmpty() || version > head.get().version()) return Optional.empty();
    var records = journal.recordsAfter(game, epoch, version, MAX);
    boolean whole =
        contiguous(records, version) && version + records.size() == head.get().version();
    return whole ? Optional.of(records) : Optional.empty();
  }

  private static boolean contiguous(List<StoredRecord> records, long after) {
    return records.isEmpty() || records.getLast().version() == after + records.size();
  }
}
