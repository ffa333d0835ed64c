package dev.menagerie.socketio.netty;

/**
 * How much the server does to make WebSocket messages short, for clients that understand
 * permessage-deflate (RFC 7692). A client sends its own messages without a memory of those before,
 * so that nothing is kept for it.
 *
 * @param level of zlib, 1 (fast) to 9 (short)
 * @param historyBytes how much of what it was told last is kept for each connection, at most 32
 *     KiB: what is told again becomes a reference
 */
public record Compression(int level, int historyBytes) {
  /** As far back as a reference of deflate can reach. */
  private static final int FARTHEST = 32 * 1024;

  public Compression {
    if (level < 1 || level > 9) {
      throw new IllegalArgumentException("not a level: " + level);
    }
    if (historyBytes < 0 || historyBytes > FARTHEST) {
      throw new IllegalArgumentException("not a history: " + historyBytes);
    }
  }

  /** Level 6 and 8 KiB a connection. */
  public static Compression standard() {
    return new Compression(6, 8 * 1024);
  }
}
