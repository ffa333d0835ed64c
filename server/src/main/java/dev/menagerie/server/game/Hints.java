package dev.menagerie.server.game;

import java.util.function.Consumer;

/**
 * Hints of commits, for every node. They may be late, doubled or lost: a receiver that depends on
 * them compares heads from time to time.
 */
public interface Hints {
  /** The listener is called in order on one thread and must not block. */
  Subscription subscribe(Consumer<Hint> listener);

  /** One hint. */
  sealed interface Hint {
    /** The game has a new head. */
    record Moved(GameId game, int epoch, long version) implements Hint {}

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
