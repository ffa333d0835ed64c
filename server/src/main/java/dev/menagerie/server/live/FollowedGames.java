package dev.menagerie.server.live;

import dev.menagerie.server.StoreUnavailable;
import dev.menagerie.server.game.GameId;
import dev.menagerie.server.game.GameStore;
import dev.menagerie.server.game.Hints;
import dev.menagerie.server.game.Partition;
import dev.menagerie.server.play.Games;
import dev.menagerie.server.play.LiveGame;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * Keeps the games with a room on this node up to date with the commits of other nodes. A node
 * follows a game from before its state is read for the first session until some seconds after the
 * last one has left. Any thread.
 */
final class FollowedGames {
  /**
   * How often heads are compared in case a hint was lost, and games without a room are left. The
   * same call renews the following.
   */
  private static final Duration COMPARE = Duration.ofSeconds(5);

  private static final Duration HINTS_TOGETHER = Duration.ofMillis(100);

  private final Hints hints;
  private final GameStore store;
  private final Games games;
  private final GameRooms rooms;
  private final Scheduler scheduler;
  private final Set<GameId> followed = ConcurrentHashMap.newKeySet();

  /** How many sessions enter a game now; its room may not exist yet. */
  private final ConcurrentHashMap<GameId, Integer> entering = new ConcurrentHashMap<>();

  private final AtomicBoolean isComparing = new AtomicBoolean();

  /** Partitions whose lost games are recovered now. */
  private final Set<Partition> recovering = ConcurrentHashMap.newKeySet();

  FollowedGames(Hints hints, GameStore store, Games games, GameRooms rooms, Scheduler scheduler) {
    this.hints = hints;
    this.store = store;
    this.games = games;
    this.rooms = rooms;
    this.scheduler = scheduler;
  }

  /** Begins to hear hints, and to look for those that were lost. */
  void start() {
    listen();
    scheduler.every(COMPARE, this::look);
  }

  /** Begins to hear hints. */
  void listen() {
    hints.subscribe(this::hinted);
  }

  /** Runs work that may make a room; this node follows the game before that. Waits. */
  <T> T enter(LiveGame game, Supplier<T> work) {
    entering.merge(game.id(), 1, Integer::sum);
    try {
      if (rooms.find(game.id()).isEmpty() && !game.moment().isOver()) follow(List.of(game.id()));
      var result = work.get();
      // A hint that came before the room was marked only. Without Redis the comparison finds it.
      ConnectionRegistry.unlessStoreIsAway(() -> games.find(game.id()));
      return result;
    } finally {
      entering.computeIfPresent(game.id(), (_, sessions) -> sessions == 1 ? null : sessions - 1);
    }
  }

  private boolean isUsed(GameId game) {
    return rooms.find(game).isPresent() || entering.containsKey(game);
  }

  /** What was committed before this is read now, what comes after it is hinted. */
  private void follow(Collection<GameId> wanted) {
    followed.addAll(wanted);
    var heads = hints.follow(wanted);
    for (var game : wanted) {
      var head = heads.get(game);
      if (head == null) recover(game);
      else games.catchUp(game, head);
    }
  }

  /** The store has lost the game, or may not be trusted: the guarded store recovers it. */
  private void recover(GameId game) {
    if (store.head(game).isEmpty()) return;
    var head = hints.follow(List.of(game)).get(game);
    if (head != null) games.catchUp(game, head);
  }

  private void hinted(Hints.Hint hint) {
    switch (hint) {
      case Hints.Hint.Moved moved -> {
        // First the game is marked as behind: a room that is made after this check reads the mark.
        if (!games.isBehind(moved) || rooms.find(moved.game()).isEmpty()) return;
        if (moved.record().isEmpty()) soon(() -> readAgain(moved));
        else games.follow(moved, () -> soon(() -> games.catchUp(moved)));
      }
      case Hints.Hint.OutboxFilled _ -> {}
      case Hints.Hint.TimeGivenBack _ -> {} // the commit that follows is broadcast
      case Hints.Hint.MaybeLost _ -> compareSoon();
    }
  }

  /** A game that was restored does not know its followers any more. */
  private void readAgain(Hints.Hint.Moved moved) {
    var _ = hints.follow(List.of(moved.game()));
    games.catchUp(moved);
  }

  /** Runs work on another thread than that of hints: it may wait for an unreachable store. */
  private void soon(Runnable work) {
    var _ = scheduler.after(Duration.ZERO, work);
  }

  /** Many such hints come together: heads are compared once for those of a moment. */
  private void compareSoon() {
    if (!isComparing.compareAndSet(false, true)) return;
    var _ =
        scheduler.after(
            HINTS_TOGETHER,
            () -> {
              isComparing.set(false);
              compare();
            });
  }

  /** Leaves the games without a room, and compares the heads of the others. Waits. */
  void look() {
    leaveUnused();
    compare();
  }

  /** If a session enters one of these games during the call, the node follows that game again. */
  private void leaveUnused() {
    var unused = followed.stream().filter(game -> !isUsed(game)).toList();
    if (unused.isEmpty()) return;
    try {
      hints.unfollow(unused);
    } catch (StoreUnavailable later) {
      return;
    }
    unused.forEach(followed::remove);
    var again = unused.stream().filter(this::isUsed).toList();
    if (!again.isEmpty()) follow(again);
  }

  /** Games that cannot be read now, such as during recovery, do not keep the others waiting. */
  private void compare() {
    var all = rooms.followed();
    if (all.isEmpty()) return;
    try {
      var heads = hints.follow(all);
      followed.addAll(heads.keySet());
      heads.forEach(
          (game, head) -> ConnectionRegistry.unlessStoreIsAway(() -> games.catchUp(game, head)));
      all.stream()
          .filter(game -> !heads.containsKey(game) && isPlayed(game))
          .collect(Collectors.groupingBy(Partition::of))
          .forEach(this::recoverSoon);
    } catch (StoreUnavailable later) {
      // The next hint or comparison brings them up to date.
    }
  }

  /** Waits for the recovery of a partition at most once at a time. */
  private void recoverSoon(Partition partition, List<GameId> lost) {
    if (!recovering.add(partition)) return;
    soon(() -> {
      try {
        for (var game : lost) ConnectionRegistry.unlessStoreIsAway(() -> recover(game));
      } finally {
        recovering.remove(partition);
      }
    });
  }

  /** A game that is over leaves the store after some minutes. */
  private boolean isPlayed(GameId game) {
    return rooms.find(game).filter(room -> !room.game().moment().isOver()).isPresent();
  }
}
