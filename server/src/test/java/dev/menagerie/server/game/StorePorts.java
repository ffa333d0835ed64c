package dev.menagerie.server.game;

import dev.menagerie.server.recovery.Restoration;

/** Every port of one store under test, as one node has them. */
public record StorePorts(
    NodeId node,
    GameStore games,
    Outbox outbox,
    Deadlines deadlines,
    Hints hints,
    Leases leases,
    Restoration restoration) {

  /** Those of one more node that shares the store. */
  public static StorePorts of(InMemoryGameStore store) {
    return new StorePorts(NodeId.fresh(), store, store, store, store.hints(), store, store);
  }

  /** Trusts the store as it is. */
  public StorePorts certified() {
    var run = restoration.run();
    Partition.all().forEach(partition -> restoration.certify(partition, run));
    return this;
  }
}
