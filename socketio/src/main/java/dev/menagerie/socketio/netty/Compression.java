package dev.menagerie.socketio.netty;

/**
 * How much the server does to make WebSocket messages short, for clients that understand
 * permessage-deflate (RFC 7692). A client sends its own messages without a memory of those before,
 * so that nothing is kept for it.
 *
 * @param level of zlib, 1 (fast) to 9 (short)
 * @param historyBytes how much of what was sent last is kept for each connection, at most 32 KiB:
 *     what is sent again becomes a reference
 * @param maxRatio how many times its size a client's message may inflate to; a short one may reach
 *     4 KiB whatever its size
 */
public record Compression(int level, int historyBytes, int maxRatio) {
  /** JSON reaches 20 to 1; deflate itself goes to 1,000 to 1. */
  private static final int USUAL_MAX_RATIO = 100;

  /** As far back as a reference of deflate can reach. */
  private static final int FARTHEST = 32 * 1024;

  public Compression {
    if (level < 1 || level > 9) {
      throw new IllegalArgumentException("not a level: " + level);
    }
    if (maxRatio < 1) {
      throw new IllegalArgumentException("a ratio is at least 1");
    }
    if (historyBytes < 0 || historyBytes > FARTHEST) {
      throw new IllegalArgumentException("not a history: " + historyBytes);
    }
  }

  /** Level 6, 8 KiB a connection, and messages that inflate to 100 times their size. */
  public static Compression standard() {
    return new Compression(6, 8 * 1024, USUAL_MAX_RATIO);
  }
}
