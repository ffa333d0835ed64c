package dev.menagerie.server.journal;

import dev.menagerie.server.game.Outbox;
import dev.menagerie.server.game.Partition;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Monitors the outboxes: how far the journal lags, what a node may forget, and which partitions no
 * node drains. Used by one thread, which must not be the draining one: it has to notice long
 * drains.
 */
final class BacklogMonitor {
  /** The holder of a lease drains well before this. */
  private static final Duration STALE = Duration.ofMillis(500);

  private final Outbox outbox;
  private final RecentEntries recent;
  private final JournalLag lag;
  private Map<Partition, Instant> before = Map.of();

  BacklogMonitor(Outbox outbox, RecentEntries recent, JournalLag lag) {
    this.outbox = outbox;
    this.recent = recent;
    this.lag = lag;
  }

  /** The partitions whose oldest entry is stale and was the oldest at the last poll, too. */
  Set<Partition> poll() {
    var left = new TreeSet<Partition>();
    var now = new HashMap<Partition, Instant>();
    var longest = Duration.ZERO;
    long waiting = 0;
    for (var partition : Partition.all()) {
      var mark = recent.mark(partition);
      var backlog = outbox.backlog(partition);
      if (backlog.isEmpty()) continue;
      var oldest = backlog.get().oldest();
      recent.journaled(partition, mark, oldest, backlog.get().run());
      waiting += backlog.get().size();
      if (oldest.isEmpty()) continue;
      now.put(partition, oldest.get());
      var age = backlog.get().age();
      if (age.compareTo(longest) > 0) longest = age;
      boolean moved = !oldest.get().equals(before.get(partition));
      if (age.compareTo(STALE) > 0 && !moved) left.add(partition);
    }
    before = now;
    lag.waits(longest, waiting);
    return left;
  }
}
