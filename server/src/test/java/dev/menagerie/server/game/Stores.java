package dev.menagerie.server.game;

/** Every port of one store under test. */
public record Stores(
    GameStore games,
    Outbox outbox,
    Deadlines deadlines,
    Hints hints,
    Leases leases,
    Restoration restoration) {

  public static <S extends GameStore & Outbox & Deadlines & Hints & Leases & Restoration> Stores of(
      S store) {
    return new Stores(store, store, store, store, store, store);
  }

  /** Trusts the store as it is. */
  public Stores certified() {
    var run = restoration.run();
    Partition.all().forEach(partition -> restoration.certify(partition, run));
    return this;
  }
}
