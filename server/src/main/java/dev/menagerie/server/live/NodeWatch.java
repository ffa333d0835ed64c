package dev.menagerie.server.live;

import dev.menagerie.server.StoreUnavailable;
import dev.menagerie.server.game.Connections;
import dev.menagerie.server.game.NodeId;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Notices that the process of another node has ended, by its subscription in the store. A node
 * counts as gone when it has had none in some looks in a row: a pause of the process leaves the
 * subscription there, and a connection that broke is back before. Looks follow each other; one
 * thread at a time.
 */
final class NodeWatch {
  /** Between two looks: each is one call for all nodes. */
  static final Duration INTERVAL = Duration.ofMillis(200);

  /**
   * Looks in a row without a subscription. The second and third are 400 ms apart from the first at
   * least, and a node connects again after 200 ms; with all three a player who is gone with a
   * server is announced within a second.
   */
  static final int ABSENCES = 3;

  /**
   * Looks in a row that this node must have had before it judges others, some 3 s: after an outage
   * of the store all nodes come back to it, one sooner than the other.
   */
  static final int STEADY = 15;

  /** A look that comes later than this began a new row: this process was paused itself. */
  private static final Duration ROW_ENDS = Duration.ofSeconds(1);

  private final Connections connections;
  private final NodeId node;
  private final Consumer<NodeId> gone;
  private final Map<NodeId, Integer> absences = new HashMap<>();
  private int steady;
  private long lastNanos;

  /**
   * @param gone receives each node that counts as gone, once
   */
  NodeWatch(Connections connections, NodeId node, Consumer<NodeId> gone) {
    this.connections = connections;
    this.node = node;
    this.gone = gone;
  }

  /** Looks once. A look that cannot be had begins a new row. */
  void look() {
    look(System.nanoTime());
  }

  void look(long nowNanos) {
    boolean isLate = nowNanos - lastNanos > ROW_ENDS.toNanos();
    lastNanos = nowNanos;
    if (isLate) beginAgain();
    try {
      connections.unsubscribed(node).ifPresentOrElse(this::count, this::beginAgain);
    } catch (StoreUnavailable e) {
      beginAgain();
    }
  }

  private void beginAgain() {
    steady = 0;
    absences.clear();
  }

  private void count(Set<NodeId> absent) {
    absences.keySet().retainAll(absent);
    if (++steady <= STEADY) return;
    for (var each : absent) {
      if (absences.merge(each, 1, Integer::sum) < ABSENCES) continue;
      absences.remove(each);
      gone.accept(each);
    }
  }
}
