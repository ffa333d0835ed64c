package dev.menagerie.codec;

/**
 * Bounds of a document, checked before it is parsed.
 *
 * @param bytes longest document accepted
 * @param depth deepest nesting of arrays and objects
 */
public record Limits(int bytes, int depth) {
  /**
   * Bounds of a client's message: 16 KiB is many times the largest legal one, and none nests deeper
   * than 6.
   */
  public static final Limits MESSAGE = new Limits(16 * 1024, 16);

  /** Documents of ours (card sets, snapshots, replays): a bound against accidents, not attacks. */
  public static final Limits DOCUMENT = new Limits(64 * 1024 * 1024, 64);
}
