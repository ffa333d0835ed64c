package dev.menagerie.server.game;

import java.time.Duration;

/**
 * Distributes chores over the nodes. A lease saves the others the work; two holders at once do no
 * harm.
 */
public interface Leases {
  /** Takes or prolongs a lease; false while another node has it. */
  boolean acquire(String chore, NodeId node, Duration time);

  /** Lets go of it, if it is this node's. */
  void release(String chore, NodeId node);
}
