package dev.menagerie.server.recovery;

import dev.menagerie.server.game.NodeId;
import dev.menagerie.server.journal.RecentEntries;

/** Gives what this node remembers of commits to the ledger, once for each run of the store. */
final class HandIn {
  private final RecoveryLedger ledger;
  private final RecentEntries recent;
  private final NodeId node;

  /** The run before which this node remembers nothing. */
  private volatile String handedIn = "";

  HandIn(RecoveryLedger ledger, RecentEntries recent, NodeId node) {
    this.ledger = ledger;
    this.recent = recent;
    this.node = node;
  }

  /** Whether the store is in another run than when this node last handed in. */
  boolean isAnotherRun(String run) {
    return !handedIn.isEmpty() && !run.equals(handedIn);
  }

  /** Hands in if this run is another one; whether there was anything to hand in. */
  boolean before(String run) {
    if (run.equals(handedIn)) return false;
    var remembered = recent.entries();
    ledger.handIn(node, run, remembered);
    recent.forget(remembered);
    recent.handedIn(run);
    handedIn = run;
    return !remembered.isEmpty();
  }
}
