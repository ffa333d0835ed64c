package dev.menagerie.rules.hash;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** SHA-256 (FIPS 180-4), which every Java platform has. Any thread. */
public final class Digests {
  /** Never used itself: a copy is cheaper than looking the algorithm up. */
  private static final MessageDigest BLANK = blank();

  private Digests() {}

  /** The digest of these bytes. */
  public static byte[] sha256(byte[] bytes) {
    return sha256().digest(bytes);
  }

  /** A digest for content that comes in pieces. The digest is not thread safe. */
  public static MessageDigest sha256() {
    try {
      return (MessageDigest) BLANK.clone();
    } catch (CloneNotSupportedException e) {
      throw new IllegalStateException("SHA-256 of the Java platform can be copied", e);
    }
  }

  private static MessageDigest blank() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
