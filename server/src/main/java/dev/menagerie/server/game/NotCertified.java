package dev.menagerie.server.game;

import dev.menagerie.server.StoreUnavailable;

/**
 * The store of running games may have lost something and has not been compared with the journal
 * yet: it answers, and may not be trusted.
 */
public final class NotCertified extends StoreUnavailable {
  private static final long serialVersionUID = 1L;

  private final int partition;

  /** Creates the refusal of a partition. */
  public NotCertified(Partition partition) {
    super(Store.REDIS, "partition " + partition.value() + " is being recovered");
    this.partition = partition.value();
  }

  /** The partition that has to be recovered first. */
  public Partition partition() {
    return new Partition(partition);
  }
}
