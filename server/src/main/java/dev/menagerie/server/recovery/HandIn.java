package dev.menagerie.server.recovery;

import dev.menagerie.server.background.Ticker;
import dev.menagerie.server.game.NodeId;
import dev.menagerie.server.game.StoreRun;
import dev.menagerie.server.journal.RecentEntries;
import java.time.Duration;

/**
 * Gives what this node remembers of commits to the ledger, once for each run of the store, and
 * waits for the others to do the same.
 */
final class HandIn {
  private static final Duration POLL_INTERVAL = Duration.ofMillis(50);

  private final RecoveryLedger ledger;
  private final RecentEntries recent;
  private final NodeId node;
  private final Ticker ticker;

  /** The name of the run before which this node remembers nothing. */
  private volatile String handedIn = "";

  HandIn(RecoveryLedger ledger, RecentEntries recent, NodeId node, Ticker ticker) {
    this.ledger = ledger;
    this.recent = recent;
    this.node = node;
    this.ticker = ticker;
  }

  /** Whether the store is in another run than when this node last handed in. */
  boolean isAnotherRun(StoreRun run) {
    return !handedIn.isEmpty() && !run.id().equals(handedIn);
  }

  /** Hands in if this run is another one; whether there was anything to hand in. */
  boolean before(StoreRun run) {
    if (run.id().equals(handedIn)) return false;
    var remembered = recent.entries();
    ledger.handIn(node, run.id(), remembered);
    recent.forget(remembered);
    recent.handedIn(run);
    handedIn = run.id();
    return !remembered.isEmpty();
  }

  /** Returns once no node is awaited any more, or after so long; earlier if it is interrupted. */
  void awaitOthers(StoreRun run, Duration seenWithin) {
    long end = ticker.nanos() + seenWithin.toNanos();
    while (ticker.nanos() < end && !ledger.awaited(run.id(), seenWithin).isEmpty()) {
      if (!ticker.pause(POLL_INTERVAL)) return;
    }
  }
}
