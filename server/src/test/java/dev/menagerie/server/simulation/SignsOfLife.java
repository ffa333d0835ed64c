package dev.menagerie.server.simulation;

import dev.menagerie.server.Intercepted;
import dev.menagerie.server.recovery.Recovery;
import dev.menagerie.server.recovery.RecoveryLedger;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** When the ledger heard of each node, to know which of them a recovery need not wait for. */
final class SignsOfLife {
  private final Timeline timeline;
  private final Map<SimulatedProcess, Long> last = new HashMap<>();
  private final Set<SimulatedProcess> silent = new HashSet<>();

  SignsOfLife(Timeline timeline) {
    this.timeline = timeline;
  }

  /** The ledger, which notes the signs that come from this node. */
  RecoveryLedger watched(RecoveryLedger ledger, SimulatedProcess node) {
    return Intercepted.port(
        RecoveryLedger.class,
        ledger,
        call -> {
          if (call.name().equals("alive")) note(node);
          return call.go();
        });
  }

  private void note(SimulatedProcess node) {
    if (wasSilent(node)) silent.add(node);
    last.put(node, timeline.nanos());
  }

  /** Whether its signs were missing for longer than a recovery waits. */
  boolean wasSilent(SimulatedProcess node) {
    var then = last.get(node);
    return silent.contains(node)
        || (then != null && timeline.nanos() - then > Recovery.SEEN_WITHIN.toNanos());
  }
}
