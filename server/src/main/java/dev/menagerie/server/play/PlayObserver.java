package dev.menagerie.server.play;

/**
 * Observes how long play takes, for metrics. Called on game loops and bots' threads: must not block
 * or throw.
 */
public interface PlayObserver {
  /** Ignores everything. */
  PlayObserver NONE = new PlayObserver() {};

  /**
   * A step was committed by this node.
   *
   * @param record what was committed
   */
  default void committed(GameRecord record, StageTimes times) {}

  /** A bot of this kind has chosen its action. */
  default void botChose(String kind, long nanos) {}

  /**
   * How long a committed step took, in nanoseconds, by stage.
   *
   * @param waiting from its arrival at the game's loop to the last attempt: for the lock, for
   *     another node's commits, for a decision that was repeated
   * @param deciding in the rules, its encoding included
   * @param committing until the store's answer was back on the loop
   * @param publishing until the frames for everyone on this node were queued; at the end of a game
   *     the wait for the archive included
   */
  record StageTimes(long waiting, long deciding, long committing, long publishing) {}
}
