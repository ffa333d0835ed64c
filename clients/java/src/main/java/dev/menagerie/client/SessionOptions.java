package dev.menagerie.client;

/**
 * How a session follows its game.
 *
 * @param sync patches, or the whole state after each commit
 * @param events false: commits come without what happened
 * @param legalActions false: states come without legal actions, and there are no turns
 */
public record SessionOptions(Sync sync, boolean events, boolean legalActions) {
  /** Patches, events and legal actions. */
  public static final SessionOptions DEFAULT = new SessionOptions(Sync.DELTA, true, true);

  /** How commits come. */
  public enum Sync {
    /** As patches. */
    DELTA,
    /** As whole states. */
    FULL
  }
}
