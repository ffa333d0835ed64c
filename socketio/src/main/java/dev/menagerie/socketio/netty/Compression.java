package dev.menagerie.socketio.netty;

/**
 * How far the server compresses WebSocket messages, for clients that support permessage-deflate
 * (RFC 7692). Clients compress each message on its own, so the server keeps no window for
 * receiving.
 *
 * @param level of zlib, 1 (fast) to 9 (small)
 * @param historyBytes bytes of sent messages kept for each connection, at most 32 KiB: repeated
 *     text becomes a reference
 * @param maxRatio the largest ratio of inflated to received bytes; a short message may inflate to 4
 *     KiB whatever its size
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
