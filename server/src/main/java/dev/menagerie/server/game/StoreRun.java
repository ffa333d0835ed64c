package dev.menagerie.server.game;

import java.util.Map;

/**
 * The present run of the store of running games: another after every restart of one of its
 * processes, and after data in it was deleted while it went on running.
 *
 * @param id names the run as a whole
 * @param own the runs of partitions that have their own, as in a cluster of several processes
 */
public record StoreRun(String id, Map<Partition, String> own) {
  /** Copies the runs. */
  public StoreRun {
    own = Map.copyOf(own);
  }

  /** The run of a store that is one process. */
  public static StoreRun of(String id) {
    return new StoreRun(id, Map.of());
  }

  /**
   * What the certificate of a partition says in this run: {@code PROCESS-DATA}, of which the second
   * part stays over restarts.
   */
  public String of(Partition partition) {
    return own.getOrDefault(partition, id);
  }
}
