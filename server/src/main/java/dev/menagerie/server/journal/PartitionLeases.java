package dev.menagerie.server.journal;

import dev.menagerie.server.StoreUnavailable;
import dev.menagerie.server.background.Ticker;
import dev.menagerie.server.game.Leases;
import dev.menagerie.server.game.NodeId;
import dev.menagerie.server.game.Partition;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The leases that this node holds for one chore; a lookup renews them. Safe for use by all threads.
 */
public final class PartitionLeases {
  private static final Logger LOG = LoggerFactory.getLogger(PartitionLeases.class);

  private final Leases leases;
  private final String chore;
  private final NodeId node;
  private final Duration time;
  private final Ticker ticker;
  private final Map<Partition, Check> checks = new ConcurrentHashMap<>();

  /**
   * The leases of one node for one chore.
   *
   * @param chore what only the holder of a partition's lease does
   * @param time how long a lease lasts unless it is renewed
   */
  public PartitionLeases(Leases leases, String chore, NodeId node, Duration time, Ticker ticker) {
    this.leases = leases;
    this.chore = chore;
    this.node = node;
    this.time = time;
    this.ticker = ticker;
  }

  /**
   * Whether this node does the chore for the partition; asks the store only when a check is due.
   */
  public boolean isHeld(Partition partition) {
    long now = ticker.nanos();
    var check = checks.get(partition);
    if (check != null && now < check.nextCheckAt) return check.held;
    return check(partition);
  }

  private boolean check(Partition partition) {
    boolean held = leases.acquire(name(partition), node, time);
    // An own lease is renewed at half time; another node's lease may be free soon.
    long wait = held ? time.toNanos() / 2 : time.toNanos() / 8;
    checks.put(partition, new Check(held, ticker.nanos() + wait));
    return held;
  }

  /** Renews the leases early, so that {@link #isHeld} rarely has to ask the store. */
  public void renew() {
    long soon = ticker.nanos() + time.toNanos() / 4;
    checks.forEach((partition, check) -> {
      if (check.held && soon >= check.nextCheckAt) check(partition);
    });
  }

  /**
   * Gives back every lease that this node holds, so that other nodes need not wait for it to
   * expire.
   */
  public void releaseAll() {
    try {
      checks.forEach((partition, check) -> {
        if (check.held) leases.release(name(partition), node);
      });
    } catch (StoreUnavailable e) {
      LOG.debug("leases were not released; they expire", e);
    }
  }

  /** With the hash tag of the partition's keys: a commit looks up who journals it. */
  private String name(Partition partition) {
    return chore + ":{p" + partition.value() + "}";
  }

  private record Check(boolean held, long nextCheckAt) {}
}
