package dev.menagerie.server.redis;

import dev.menagerie.server.game.Leases;
import dev.menagerie.server.game.NodeId;
import java.time.Duration;
import java.util.List;

/** Leases as keys that expire. */
public final class RedisLeases implements Leases {
  private final RedisLink link;

  /** Leases in the Redis behind this link. */
  public RedisLeases(RedisLink link) {
    this.link = link;
  }

  @Override
  public boolean acquire(String chore, NodeId node, Duration time) {
    return link.run(
            Script.HOLD,
            List.of(Keys.lease(chore)),
            List.of(node.value(), Long.toString(time.toMillis())))
        .word()
        .equals("OK");
  }

  @Override
  public void release(String chore, NodeId node) {
    link.run(Script.RELEASE, List.of(Keys.lease(chore)), List.of(node.value()));
  }
}
