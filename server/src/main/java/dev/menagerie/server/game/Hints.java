package dev.menagerie.server.game;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Hints of commits, as one node receives them: those of the games that it follows. They may be
 * late, doubled or lost: a receiver that depends on them compares heads from time to time.
 */
public interface Hints {
  /** The listener is called in order on one thread and must not block. */
  Subscription subscribe(Consumer<Hint> listener);

  /**
   * Begins to follow games: this node receives a hint of every commit of another node that comes
   * after the returned head. A node that follows a game repeats this before {@link #FOLLOWED_FOR}
   * has passed; games that it follows already cost the store a read. Blocks.
   *
   * @return the heads of the games that the store has, in partitions that may be trusted; only
   *     these are followed
   * @throws dev.menagerie.server.StoreUnavailable if the store does not answer
   */
  Map<GameId, Head> follow(Collection<GameId> games);

  /** Ends the following of games. Blocks. */
  void unfollow(Collection<GameId> games);

  /** How long a node follows a game, in milliseconds, unless it repeats that: it may have died. */
  long FOLLOWED_FOR = 120_000;

  /** One hint. */
  sealed interface Hint {
    /**
     * The game has a new head.
     *
     * @param record what was committed, unless it is too long for a hint
     */
    record Moved(GameId game, int epoch, long version, Optional<StoredRecord> record)
        implements Hint {
      /** Of a commit that has to be read. */
      public Moved(GameId game, int epoch, long version) {
        this(game, epoch, version, Optional.empty());
      }
    }

    /** Another node has committed to a partition whose outbox this node drains. */
    record OutboxFilled(Partition partition) implements Hint {}

    /** The deadlines of a partition's games moved without a commit. */
    record TimeGivenBack(Partition partition) implements Hint {}

    /** Hints may have been lost before this one. */
    record MaybeLost() implements Hint {}
  }

  /** Ends the listening. */
  interface Subscription extends AutoCloseable {
    @Override
    void close();
  }
}
