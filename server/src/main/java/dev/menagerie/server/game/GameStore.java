package dev.menagerie.server.game;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/**
 * The store of running games. An implementation compares the whole head and stores record, reply,
 * clock and outbox entry in one atomic step: this is the only fence between two nodes that play the
 * same game. All methods may be called from any thread; they block, and throw {@code
 * StoreUnavailable} when the store does not answer, {@link NotCertified} when it has to be
 * recovered before it may be trusted.
 */
public interface GameStore {
  /** How many of a game's latest replies are kept whole: clients repeat requests within seconds. */
  int WHOLE_REPLIES = 64;

  /**
   * Records of a game that the store keeps, covered by a checkpoint or not; the journal has the
   * older ones. It is also the bound of commits without a checkpoint, which loading a game has to
   * replay.
   */
  int RECENT_RECORDS = 48;

  /**
   * Requests of one game that the store remembers; past them only a request that ends the game is
   * taken. Commits of the clock do not count. The longest game played in tests had some 900.
   */
  int MAX_REQUESTS = 20_000;

  /** Stores a game at version 0. Safe to repeat: an existing game stays as it is. */
  InstallResult install(NewGame game);

  /**
   * Extends a game. Safe to repeat: the same seat and message id never commits twice, on any node,
   * after any restart.
   */
  default Commit commit(GameId game, Head expected, Entry entry) {
    return commitAll(List.of(new Intent(game, expected, entry))).getFirst();
  }

  /**
   * Extends several games of one partition in one round trip, each as {@link #commit} alone would,
   * independently of the others; the outcomes are in the order of the intents.
   *
   * @throws IllegalArgumentException if they are of several partitions, or a game is there twice
   */
  List<Commit> commitAll(List<Intent> intents);

  /**
   * {@link #commitAll} for callers that must not block, and for games of several partitions: the
   * games of one partition follow each other, and none is there twice. A store may extend all of
   * them in one round trip. {@code Uncertified} is an outcome for games of several partitions only.
   * The outcomes or the failure arrive on a thread of the store, which must not be blocked.
   */
  default CompletionStage<List<Commit>> commitAsync(List<Intent> intents) {
    try {
      var outcomes = new ArrayList<Commit>();
      for (var own : Intent.byPartition(intents).values()) outcomes.addAll(commitAll(own));
      return CompletableFuture.completedFuture(outcomes);
    } catch (Throwable failure) {
      return CompletableFuture.failedFuture(failure);
    }
  }

  /**
   * Whether {@link #commitAsync} is one round trip for several partitions. If not, a caller gains
   * nothing by asking for several at once, and would wait for the slowest.
   */
  default boolean commitsPartitionsTogether() {
    return true;
  }

  /** The game with its checkpoint and the records after it; empty if the store does not have it. */
  Optional<StoredGame> load(GameId game);

  /** The head alone; a node compares it to find out whether it lost a hint. */
  Optional<Head> head(GameId game);

  /** The game's clock with the store's time. */
  Optional<ClockReading> clock(GameId game);

  /**
   * The records after a version, in order up to the head: empty when there are none, absent when
   * the game is not here, is in another epoch or no longer holds all of them.
   */
  Optional<List<StoredRecord>> recordsAfter(GameId game, int epoch, long version);

  /**
   * The original reply to a request, {@code Duplicate} or {@code Reused}; {@code Missing} if the
   * store does not have the game; empty if the request was never committed.
   */
  Optional<Commit> reply(GameId game, Request request);

  /** The unfinished games a user plays in, the most recently active first. */
  List<GameId> activeGamesOf(UserId user);

  /** Removes a game that is over and journaled; it stays readable for a short while. */
  void retire(GameId game);
}
