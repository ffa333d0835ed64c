package dev.menagerie.server.journal;

import dev.menagerie.server.game.GameId;
import dev.menagerie.server.game.Head;
import dev.menagerie.server.game.Partition;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/**
 * Waits until the journal has a version of a game. Each ends after its timeout, which bounds their
 * number. Any thread.
 */
final class JournalWaits {
  private final Set<Wait> waits = ConcurrentHashMap.newKeySet();

  /** One wait; equal to itself only. */
  private static final class Wait {
    private final GameId game;
    private final long version;
    private final CompletableFuture<Boolean> reached = new CompletableFuture<>();

    Wait(GameId game, long version) {
      this.game = game;
      this.version = version;
    }
  }

  /** Completes with true once {@link #journaled} says so, with false after the timeout. */
  CompletableFuture<Boolean> add(GameId game, long version, Duration timeout) {
    var wait = new Wait(game, version);
    waits.add(wait);
    var _ =
        wait.reached
            .completeOnTimeout(false, timeout.toNanos(), TimeUnit.NANOSECONDS)
            .whenComplete((_, _) -> waits.remove(wait));
    return wait.reached;
  }

  /** The journal has a game up to this head. */
  void journaled(GameId game, Head head) {
    for (var wait : waits) {
      if (wait.game.equals(game) && head.version() >= wait.version) wait.reached.complete(true);
    }
  }

  /** The games of these partitions that still wait. */
  List<GameId> in(Set<Partition> partitions) {
    return waits.stream()
        .map(wait -> wait.game)
        .filter(game -> partitions.contains(Partition.of(game)))
        .toList();
  }
}
