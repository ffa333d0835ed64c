package dev.menagerie.codec;

/**
 * Bounds of a document before anything is made of it.
 *
 * @param bytes longest document accepted
 * @param depth deepest nesting of arrays and objects
 */
public record Limits(int bytes, int depth) {
  /**
   * What a stranger may send: 16 KiB holds every legal message many times over; none nests past 6.
   */
  public static final Limits MESSAGE = new Limits(16 * 1024, 16);

  /** Documents of ours (card sets, snapshots, replays): a bound against accidents, not attacks. */
  public static final Limits DOCUMENT = new Limits(64 * 1024 * 1024, 64);
}
