package dev.menagerie.server.journal;

import dev.menagerie.server.background.Ticker;
import dev.menagerie.server.game.GameId;
import dev.menagerie.server.game.Head;
import dev.menagerie.server.game.Partition;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Waits until the journal has a version of a game. Each ends after its timeout, which bounds their
 * number. Any thread.
 */
final class JournalWaits {
  /** In the order in which they began. */
  private final ConcurrentSkipListMap<Long, Wait> waits = new ConcurrentSkipListMap<>();

  private final AtomicLong begun = new AtomicLong();
  private final Ticker ticker;

  JournalWaits(Ticker ticker) {
    this.ticker = ticker;
  }

  private record Wait(GameId game, long version, CompletableFuture<Boolean> reached) {}

  /** Completes with true once {@link #journaled} says so, with false after the timeout. */
  CompletableFuture<Boolean> add(GameId game, long version, Duration timeout) {
    var reached = new CompletableFuture<Boolean>();
    long number = begun.incrementAndGet();
    waits.put(number, new Wait(game, version, reached));
    ticker.completeOnTimeout(reached, false, timeout);
    var _ = reached.whenComplete((_, _) -> waits.remove(number));
    return reached;
  }

  /** The journal has a game up to this head. */
  void journaled(GameId game, Head head) {
    for (var wait : waits.values()) {
      if (wait.game.equals(game) && head.version() >= wait.version) wait.reached.complete(true);
    }
  }

  /** The games of these partitions that still wait. */
  List<GameId> in(Set<Partition> partitions) {
    return waits.values().stream()
        .map(wait -> wait.game)
        .filter(game -> partitions.contains(Partition.of(game)))
        .toList();
  }
}
