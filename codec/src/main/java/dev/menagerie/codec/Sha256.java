package dev.menagerie.codec;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** SHA-256 (FIPS 180-4), which every Java platform has. Any thread. */
public final class Sha256 {
  /** Never used itself: a copy is cheaper than looking the algorithm up. */
  private static final MessageDigest BLANK = blank();

  private Sha256() {}

  /** Of a text in UTF-8. */
  public static byte[] of(String text) {
    return of(text.getBytes(StandardCharsets.UTF_8));
  }

  /** Of all parts, one after the other. */
  public static byte[] of(byte[]... parts) {
    var digest = digest();
    for (byte[] part : parts) digest.update(part);
    return digest.digest();
  }

  /** A digest for content that comes in pieces. The digest is not thread safe. */
  public static MessageDigest digest() {
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
