package dev.menagerie.server.game;

/** The store may have lost something and has not been compared with the journal yet. */
public final class NotCertified extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final int partition;

  public NotCertified(Partition partition) {
    super("partition " + partition.value() + " is not certified");
    this.partition = partition.value();
  }

  public Partition partition() {
    return new Partition(partition);
  }
}
