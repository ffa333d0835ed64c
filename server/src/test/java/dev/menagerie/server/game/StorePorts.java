package dev.menagerie.server.game;

import dev.menagerie.server.recovery.Restoration;

/** Every port of one store under test. */
public record StorePorts(
    GameStore games,
    Outbox outbox,
    Deadlines deadlines,
    Hints hints,
    Leases leases,
    Restoration restoration) {

  public static <S extends GameStore & Outbox & Deadlines & Hints & Leases & Restoration>
      StorePorts of(S store) {
    return new StorePorts(store, store, store, store, store, store);
  }

  /** Trusts the store as it is. */
  public StorePorts certified() {
    var run = restoration.run();
    Partition.all().forEach(partition -> restoration.certify(partition, run));
    return this;
  }
}
