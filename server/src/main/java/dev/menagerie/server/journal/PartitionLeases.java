package dev.menagerie.server.journal;

import dev.menagerie.server.StoreUnavailable;
import dev.menagerie.server.game.Leases;
import dev.menagerie.server.game.NodeId;
import dev.menagerie.server.game.Partition;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The leases of one chore that this node has, prolonged when they are asked about. Safe for use by
 * all threads.
 */
public final class PartitionLeases {
  private static final Logger LOG = LoggerFactory.getLogger(PartitionLeases.class);

  private final Leases leases;
  private final String chore;
  private final NodeId node;
  private final Duration time;
  private final Map<Partition, Known> known = new ConcurrentHashMap<>();

  /**
   * The leases of one node for one chore.
   *
   * @param chore what only the holder of a partition's lease does
   * @param time how long a lease lasts unless it is renewed
   */
  public PartitionLeases(Leases leases, String chore, NodeId node, Duration time) {
    this.leases = leases;
    this.chore = chore;
    this.node = node;
    this.time = time;
  }

  /** Whether the chore is this node's; asks the store only now and then. */
  public boolean isHeld(Partition partition) {
    long now = System.nanoTime();
    var last = known.get(partition);
    if (last != null && now < last.askAgainAt) return last.held;
    return ask(partition);
  }

  private boolean ask(Partition partition) {
    boolean held = leases.acquire(name(partition), node, time);
    // One's own is prolonged at half time; another's may be free soon.
    long wait = held ? time.toNanos() / 2 : time.toNanos() / 8;
    known.put(partition, new Known(held, System.nanoTime() + wait));
    return held;
  }

  /** Renews the leases early, so that {@link #isHeld} rarely has to ask the store. */
  public void renew() {
    long soon = System.nanoTime() + time.toNanos() / 4;
    known.forEach((partition, last) -> {
      if (last.held && soon >= last.askAgainAt) ask(partition);
    });
  }

  /**
   * Gives back every lease that this node holds, so that other nodes need not wait for it to
   * expire.
   */
  public void releaseAll() {
    try {
      known.forEach((partition, last) -> {
        if (last.held) leases.release(name(partition), node);
      });
    } catch (StoreUnavailable e) {
      LOG.debug("leases were not released; they expire", e);
    }
  }

  private String name(Partition partition) {
    return chore + ":" + partition.value();
  }

  private record Known(boolean held, long askAgainAt) {}
}
