package dev.menagerie.server.play;

import dev.menagerie.rules.card.CatalogSource;
import dev.menagerie.server.archive.GameArchive;
import dev.menagerie.server.game.GameClock;
import dev.menagerie.server.game.GameId;
import dev.menagerie.server.game.GameJournal;
import dev.menagerie.server.game.GameStore;
import dev.menagerie.server.game.Head;
import dev.menagerie.server.game.Hints;
import dev.menagerie.server.loop.GameLoops;
import java.time.InstantSource;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;

/**
 * Finds the games of this node and runs steps on them: the only way that this node changes a game.
 * Methods may be called from any thread but a game's loop, and wait for the store unless they say
 * that they do not.
 */
final class GameSteps {
  private final GameStore store;
  private final GameCache cache;
  private final EntryBuilder entries;
  private final BatchCommit batches;
  private final CatchUp catchUp;
  private final StepRunner steps;
  private final GameLoops loops;
  private final List<GameListener> listeners = new CopyOnWriteArrayList<>();

  GameSteps(
      GameStore store,
      GameArchive archive,
      GameJournal journal,
      CatalogSource catalog,
      JournalWait journaled,
      InstantSource clock,
      GameLoops loops) {
    this.store = store;
    this.loops = loops;
    var unavailable = new UnavailableGames();
    cache = new GameCache(store, archive, catalog, unavailable, listeners);
    entries = new EntryBuilder(clock);
    var publisher = new CommitPublisher(journaled, listeners);
    batches = new BatchCommit(store, entries, publisher);
    catchUp = new CatchUp(store, archive, catalog, listeners);
    steps = new StepRunner(store, journal, cache, entries, publisher, catchUp, unavailable, loops);
  }

  /** Adds a listener for every commit that this node makes or learns of. */
  void listen(GameListener listener) {
    listeners.add(listener);
  }

  /** Counts and times the steps of this node. */
  StepMonitor monitor() {
    return steps.monitor();
  }

  /**
   * A game, at least as new as the store had it when this began: as this node knows it if it hears
   * of every commit, else the store is asked.
   *
   * @throws dev.menagerie.server.GameUnavailable if its cards are missing or have changed, or a
   *     newer version stored it
   */
  Optional<LiveGame> find(GameId game) {
    var live = cache.known(game);
    if (live == null) return cache.load(game);
    if (!live.isBehind() && !cache.isUpToDate(live)) compare(live);
    if (live.isBehind()) catchUpIfBehind(live);
    return Optional.of(live);
  }

  /** Reads the head of a game that this node does not follow. */
  private void compare(LiveGame live) {
    if (store.head(live.id()).map(live::isBefore).orElse(true)) live.doubt();
  }

  /** A game as this node knows it; empty if the store must be asked. Never blocks. */
  Optional<LiveGame> findKnown(GameId game) {
    return Optional.ofNullable(cache.known(game)).filter(cache::isUpToDate);
  }

  /**
   * A game that this node has just created; notifies the listeners. Under the lock, because another
   * player may commit at once: the listeners send their messages about both in order.
   */
  Optional<LiveGame> announce(GameId created) {
    return find(created)
        .map(live ->
            withLock(
                live,
                _ -> {
                  listeners.forEach(listener -> listener.created(live));
                  return live;
                }));
  }

  /**
   * Notes a hint of another node's commit; the store is read when the game is needed. Never waits.
   */
  void noteHint(Hints.Hint hint) {
    cache.noteHint(hint);
  }

  /** Calls {@code work} with a moment that cannot change until it returns. */
  <T> T withLock(LiveGame live, Function<Moment, T> work) {
    loops.mustNotBeOn();
    live.lock().acquire();
    try {
      return work.apply(live.moment());
    } finally {
      live.lock().release();
    }
  }

  /** Reads a game up to this head, if this node follows it, and notifies its listeners. */
  void catchUp(GameId game, Head seen) {
    var live = cache.known(game);
    if (live == null || !live.isBefore(seen)) return;
    withLock(live, _ -> !live.isBefore(seen) || steps.catchUp(live));
  }

  /** Whether a hint is news to this node, as far as that can be said without waiting. */
  boolean isBehind(Hints.Hint.Moved hint) {
    var live = cache.known(hint.game());
    if (live == null) return false;
    live.seenAt(hint.epoch(), hint.version());
    return live.isBehind();
  }

  /**
   * Reads a game up to what a hint is about. Waits for the game's lock first: a hint of this node's
   * own commit then needs no read of the store.
   */
  void catchUp(Hints.Hint.Moved hint) {
    var live = cache.known(hint.game());
    if (live != null) catchUpIfBehind(live);
  }

  /**
   * Publishes another node's commit from its hint, on the game's loop. Never waits.
   *
   * @param read is called where the hint does not suffice, and has the store read
   */
  void follow(Hints.Hint.Moved hint, Runnable read) {
    var live = cache.known(hint.game());
    if (live == null) return;
    var loop = loops.owner(live.id());
    loop.execute(() -> live.lock().acquire(loop, () -> follow(live, hint, read)));
  }

  private void follow(LiveGame live, Hints.Hint.Moved hint, Runnable read) {
    try {
      if (live.isBehind()) catchUp.follow(live, hint);
    } catch (Throwable failure) {
      live.doubt();
      throw failure;
    } finally {
      live.lock().release();
      if (live.isBehind()) read.run();
    }
  }

  private void catchUpIfBehind(LiveGame live) {
    withLock(live, _ -> !live.isBehind() || steps.catchUp(live));
  }

  /** Runs a step and waits for it; listeners are notified before this returns. */
  Outcome runAndWait(GameId game, GameStep step) {
    loops.mustNotBeOn();
    try {
      return submit(game, step).toCompletableFuture().join();
    } catch (CompletionException failed) {
      throw rethrown(Objects.requireNonNullElse(failed.getCause(), failed));
    }
  }

  private static RuntimeException rethrown(Throwable failure) {
    return switch (failure) {
      case Error error -> throw error;
      case RuntimeException own -> own;
      default -> new IllegalStateException(failure);
    };
  }

  /** Runs a step; completes on the game's loop, after listeners are notified. Never waits. */
  CompletionStage<Outcome> submit(GameId game, GameStep step) {
    var live = cache.known(game);
    if (live != null) return steps.run(live, step);
    var loaded = new CompletableFuture<Optional<LiveGame>>();
    Thread.startVirtualThread(() -> {
      try {
        loaded.complete(find(game));
      } catch (Throwable failure) {
        loaded.completeExceptionally(failure);
      }
    });
    return loaded.thenCompose(found ->
        found
            .map(read -> steps.run(read, step))
            .orElseGet(() -> CompletableFuture.completedFuture(StepRunner.noSuchGame())));
  }

  /**
   * Runs a step in several games of one partition, in one round trip; listeners are notified before
   * this returns.
   *
   * @return the games that have not moved on; the caller tries each with {@link #runAndWait}
   */
  List<GameId> runTogether(List<GameId> wanted, GameStep step) {
    var upToDate =
        wanted.stream()
            .map(cache::known)
            .filter(Objects::nonNull)
            .filter(live -> !live.isBehind())
            .toList();
    var left = new LinkedHashSet<>(wanted);
    for (var live : batches.take(upToDate, step)) left.remove(live.id());
    return List.copyOf(left);
  }

  /** Decides a step ahead of time; running it later uses the draft if the head is the same. */
  void prepare(GameId game, GameStep step) {
    var known = Optional.ofNullable(cache.known(game)).filter(live -> !live.isBehind());
    known.or(() -> find(game)).ifPresent(live -> withLock(live, _ -> prepare(live, step)));
  }

  private boolean prepare(LiveGame live, GameStep step) {
    var draft = entries.decide(live, step);
    draft.ifPresent(live::prepare);
    return draft.isPresent();
  }

  /** A game's clock as the store has it. */
  Optional<GameClock> clock(GameId game) {
    return store.clock(game).map(reading -> reading.clock());
  }
}
