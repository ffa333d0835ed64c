package dev.menagerie.server.game;

import dev.menagerie.codec.Sha256;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/**
 * The tip of a game's history, and the fence between all who would extend it. Versions are
 * contiguous within an epoch; epochs only rise; the digest covers everything that happened.
 */
public record Head(int epoch, long version, String digest) {
  /** The epoch a game is created in; each restore from the journal raises it by one. */
  public static final int FIRST_EPOCH = 1;

  public Head {
    if (epoch < FIRST_EPOCH || version < 0 || digest.isEmpty()) {
      throw new IllegalArgumentException("no head: epoch " + epoch + " version " + version);
    }
  }

  /** The head of a game in which nothing has happened yet. */
  public static Head initial(String header) {
    return new Head(FIRST_EPOCH, 0, sha256("", header));
  }

  /** The head once this record has been committed: digest = SHA-256(digest, record). */
  public Head after(String record) {
    return new Head(epoch, version + 1, sha256(digest, record));
  }

  /** The same point of history as the beginning of a later epoch. */
  public Head inEpoch(int later) {
    if (later <= epoch) throw new IllegalArgumentException("epochs rise: " + epoch + ", " + later);
    return new Head(later, version, digest);
  }

  private static String sha256(String previous, String record) {
    byte[] hash =
        Sha256.of(
            previous.getBytes(StandardCharsets.UTF_8), record.getBytes(StandardCharsets.UTF_8));
    return HexFormat.of().formatHex(hash);
  }
}
