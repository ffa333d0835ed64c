package dev.menagerie.server.journal;

import dev.menagerie.server.game.Outbox;
import dev.menagerie.server.game.Partition;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

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
    var marks = Partition.all().stream().collect(Collectors.toMap(p -> p, recent::mark));
    var backlogs = outbox.backlogs(Partition.all());
    for (var mark : marks.entrySet()) {
      var partition = mark.getKey();
      var backlog = backlogs.get(partition);
      if (backlog == null) continue; // not certified
      var oldest = backlog.oldest();
      recent.journaled(partition, mark.getValue(), oldest, backlog.run());
      waiting += backlog.size();
      if (oldest.isEmpty()) continue;
      now.put(partition, oldest.get());
      var age = backlog.age();
      if (age.compareTo(longest) > 0) longest = age;
      boolean moved = !oldest.get().equals(before.get(partition));
      if (age.compareTo(STALE) > 0 && !moved) left.add(partition);
    }
    before = now;
    lag.waits(longest, waiting);
    return left;
  }
}
