package dev.menagerie.rules.game;

import dev.menagerie.rules.hash.Digests;
import dev.menagerie.rules.state.CardIds;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/** The 256 secret bits all chance of a game comes from. Never printed. */
public final class Seed {
  /** 256 bits, as many as the hash that makes chance of it. */
  public static final int BYTES = 32;

  private final byte[] bytes;
  private final ChanceFormat format;

  /**
   * Has the key; null until it is needed, as most commands need no chance. It is never used itself:
   * each use takes a copy, which is cheaper than a new one. Two threads may both make it.
   */
  private volatile @Nullable Mac keyed;

  private Seed(byte[] bytes, ChanceFormat format) {
    this.bytes = bytes;
    this.format = format;
  }

  private static Mac keyed(byte[] key) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(key, "HmacSHA256"));
      return mac;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform has HMAC-SHA256", e);
    }
  }

  /**
   * A seed whose chance is made as it is today.
   *
   * @param bytes {@link #BYTES} of them, from a cryptographic source
   * @throws IllegalArgumentException if they are more or fewer
   */
  public static Seed of(byte[] bytes) {
    return of(bytes, ChanceFormat.CURRENT);
  }

  /** A seed of a game begun when chance was made in that way. */
  public static Seed of(byte[] bytes, ChanceFormat format) {
    if (bytes.length != BYTES) {
      throw new IllegalArgumentException("a seed has " + BYTES + " bytes, not " + bytes.length);
    }
    return new Seed(bytes.clone(), format);
  }

  /** A seed from its hexadecimal form, whose chance is made as it is today. */
  public static Seed ofHex(String hex) {
    return ofHex(hex, ChanceFormat.CURRENT);
  }

  /** A seed from its hexadecimal form, of a game begun when chance was made in that way. */
  public static Seed ofHex(String hex, ChanceFormat format) {
    return of(HexFormat.of().parseHex(hex), format);
  }

  /** To be shown only when the game is over. */
  public String hex() {
    return HexFormat.of().formatHex(bytes);
  }

  /** SHA-256 of the seed in hexadecimal, which may be shown from the start. */
  public String commitment() {
    return HexFormat.of().formatHex(Digests.sha256(bytes));
  }

  /** The names by which the viewers know cards. */
  CardIds cardIds() {
    ByteBuffer key = ByteBuffer.wrap(derive("ids", 0, 0, 0));
    return new CardIds(key.getLong(), key.getLong());
  }

  /** Bits for a purpose, independent of those for every other. */
  byte[] derive(String purpose, long first, long second, long third) {
    byte[] word = purpose.getBytes(StandardCharsets.US_ASCII);
    ByteBuffer message = ByteBuffer.allocate(word.length + 3 * Long.BYTES);
    message.put(word).putLong(first).putLong(second).putLong(third);
    return switch (format) {
      case HASH -> {
        MessageDigest digest = Digests.sha256();
        digest.update(bytes);
        yield digest.digest(message.array());
      }
      case HMAC -> hmac(message.array());
    };
  }

  private byte[] hmac(byte[] message) {
    Mac mac = keyed;
    if (mac == null) {
      mac = keyed(bytes);
      keyed = mac;
    }
    try {
      return ((Mac) mac.clone()).doFinal(message);
    } catch (CloneNotSupportedException e) {
      throw new IllegalStateException("HMAC-SHA256 of the Java platform can be copied", e);
    }
  }

  @Override
  public String toString() {
    return "Seed[secret]";
  }
}
