package dev.menagerie.server.rest;

import com.github.benmanes.caffeine.cache.AsyncCache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.menagerie.server.archive.GameArchive;
import dev.menagerie.server.game.GameId;
import dev.menagerie.server.game.GameIndexEntry;
import dev.menagerie.server.game.UserId;
import dev.menagerie.server.http.Document;
import dev.menagerie.server.http.HttpRefusal;
import dev.menagerie.server.http.Page;
import dev.menagerie.server.http.ProblemKind;
import dev.menagerie.server.replay.ReplayDocument;
import dev.menagerie.server.replay.ReplayFrames;
import dev.menagerie.server.replay.Replayer;
import dev.menagerie.server.replay.Replays;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * The responses of the replay routes. A finished game never changes, so each response is computed
 * once for all callers and cached. Reading and replaying run on few threads of their own, so that
 * neither the threads nor the database connections of other requests are taken up. Safe for use by
 * all threads; callers wait.
 */
public final class ReplayResponses implements AutoCloseable {
  /** Longest wait for a computed response; frames of the longest games take some 100 ms. */
  private static final Duration WAIT = Duration.ofSeconds(10);

  private static final Duration RETRY = Duration.ofSeconds(2);

  /** Requests that wait for a reader or a player thread; more are refused as {@code busy}. */
  private static final int QUEUE = 32;

  /** Reading a replay holds a connection of the database's pool, so this bounds those, too. */
  private static final int READERS = 2;

  /** What an entry takes beyond its bytes. */
  private static final int ENTRY_OVERHEAD = 512;

  private final InstantSource clock = InstantSource.system();
  private final GameArchive archive;
  private final Replayer replayer;
  private final ReplayFrames frames;
  private final BoundedExecutor readers;
  private final BoundedExecutor players;
  private final CallerPermits callers;
  private final AsyncCache<Wanted, Computed> cache;

  /**
   * @param cacheBytes the most bytes of responses kept; the least used go first
   * @param players replays at once; each takes a processor for up to a second
   * @param perCaller requests of one user that may wait at once
   */
  public ReplayResponses(
      GameArchive archive, Replayer replayer, long cacheBytes, int players, int perCaller) {
    this.archive = archive;
    this.replayer = replayer;
    this.frames = new ReplayFrames(replayer);
    this.readers = new BoundedExecutor("replay-reader", READERS, QUEUE);
    this.players = new BoundedExecutor("replay-player", players, QUEUE);
    this.callers = new CallerPermits(perCaller);
    this.cache =
        Caffeine.newBuilder()
            .maximumWeight(cacheBytes)
            .weigher((Wanted _, Computed computed) -> computed.bytes() + ENTRY_OVERHEAD)
            .buildAsync();
  }

  /** A request about a finished game. */
  sealed interface Wanted {
    /** The game it is about. */
    GameId game();

    /** The replay document. */
    record Whole(GameId game) implements Wanted {}

    /** The result of replaying and comparing. */
    record Verdict(GameId game) implements Wanted {}

    /** One page of frames. */
    record FramePage(GameId game, int from, int limit) implements Wanted {}
  }

  /** How a computation ended. A failure is not cached. */
  private sealed interface Computed {
    record Ready(GameIndexEntry access, Instant endedAt, Document document) implements Computed {}

    record Failed(RuntimeException why) implements Computed {}

    record Missing() implements Computed {}

    default int bytes() {
      return this instanceof Ready ready ? ready.document().size() : 0;
    }
  }

  /**
   * Answers from the cache, or computes.
   *
   * @throws HttpRefusal {@code game_not_found} for games the caller may not see, unfinished ones
   *     included; {@code rate_limited} past the caller's share; {@code busy} past the queue
   * @throws dev.menagerie.server.StoreUnavailable if the archive cannot be reached
   * @throws dev.menagerie.server.GameUnavailable if a replay needs cards that are not there
   */
  Document get(Wanted wanted, UserId caller) {
    var whole = ready(new Wanted.Whole(wanted.game()), caller);
    if (!Visibility.maySee(whole.access(), caller)) throw notFound();
    if (Visibility.hidesEnd(whole.access(), whole.endedAt(), caller, clock.instant())) {
      throw notFound();
    }
    return wanted instanceof Wanted.Whole ? whole.document() : ready(wanted, caller).document();
  }

  private Computed.Ready ready(Wanted wanted, UserId caller) {
    var cached = cache.getIfPresent(wanted);
    var computed =
        cached != null && cached.isDone()
            ? cached.join()
            : callers.with(caller, () -> await(wanted));
    return switch (computed) {
      case Computed.Ready ready -> ready;
      case Computed.Missing _ -> throw notFound();
      case Computed.Failed failed -> throw failed.why();
    };
  }

  private Computed await(Wanted wanted) {
    try {
      var computing =
          cache.get(
              wanted, (key, _) -> CompletableFuture.supplyAsync(() -> compute(key), executor(key)));
      var computed = computing.get(WAIT.toMillis(), TimeUnit.MILLISECONDS);
      if (!(computed instanceof Computed.Ready)) cache.asMap().remove(wanted, computing);
      return computed;
    } catch (RejectedExecutionException | TimeoutException e) {
      throw HttpRefusal.of(ProblemKind.BUSY).retryAfter(RETRY);
    } catch (ExecutionException e) {
      throw new IllegalStateException(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw HttpRefusal.of(ProblemKind.BUSY).retryAfter(RETRY);
    }
  }

  private BoundedExecutor executor(Wanted wanted) {
    return wanted instanceof Wanted.Whole ? readers : players;
  }

  private Computed compute(Wanted wanted) {
    try {
      var finished = archive.finished(wanted.game());
      var replay = finished.flatMap(Replays::ofPlayed);
      if (finished.isEmpty() || replay.isEmpty()) return new Computed.Missing();
      return new Computed.Ready(
          finished.get().indexEntry(), finished.get().endedAt(), compute(wanted, replay.get()));
    } catch (RuntimeException e) {
      return new Computed.Failed(e);
    }
  }

  private Document compute(Wanted wanted, ReplayDocument document) {
    return switch (wanted) {
      case Wanted.Whole _ -> Document.forAll(document);
      case Wanted.Verdict _ -> Document.forAll(replayer.verify(document));
      case Wanted.FramePage(_, int from, int limit) -> {
        var page = frames.of(document, from, limit);
        yield Document.forAll(new Page<>(page.items(), page.next()));
      }
    };
  }

  private static HttpRefusal notFound() {
    return HttpRefusal.of(ProblemKind.GAME_NOT_FOUND);
  }

  /** Bytes of responses in the cache now. */
  long cachedBytes() {
    cache.synchronous().cleanUp();
    var policy = cache.synchronous().policy().eviction();
    return policy.map(eviction -> eviction.weightedSize().orElse(0)).orElse(0L);
  }

  @Override
  public void close() {
    readers.close();
    players.close();
  }
}
