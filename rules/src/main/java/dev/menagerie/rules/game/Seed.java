package dev.menagerie.rules.game;

import dev.menagerie.rules.state.GameDefinition;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** The 256 secret bits all chance of a game comes from. Never printed. */
public final class Seed {
  /** 256 bits, as many as the hash that makes chance of it. */
  public static final int BYTES = 32;

  private final byte[] bytes;

  private Seed(byte[] bytes) {
    this.bytes = bytes;
  }

  /** A seed of these 32 bytes, which are copied. */
  public static Seed of(byte[] bytes) {
    if (bytes.length != BYTES) {
      throw new IllegalArgumentException("a seed has " + BYTES + " bytes, not " + bytes.length);
    }
    return new Seed(bytes.clone());
  }

  /** A seed from its hexadecimal form. */
  public static Seed ofHex(String hex) {
    return of(HexFormat.of().parseHex(hex));
  }

  /** To be shown only when the game is over. */
  public String hex() {
    return HexFormat.of().formatHex(bytes);
  }

  /** SHA-256 of the seed in hexadecimal, which may be shown from the start. */
  public String commitment() {
    return HexFormat.of().formatHex(sha256().digest(bytes));
  }

  /** The key that the viewers' names for cards are made with. */
  GameDefinition.IdKey idKey() {
    ByteBuffer key = ByteBuffer.wrap(derive("ids", 0, 0, 0));
    return new GameDefinition.IdKey(key.getLong(), key.getLong());
  }

  /** Bits for a purpose, independent of those for every other. */
  byte[] derive(String purpose, long first, long second, long third) {
    MessageDigest digest = sha256();
    digest.update(bytes);
    digest.update(purpose.getBytes(StandardCharsets.US_ASCII));
    update(digest, first);
    update(digest, second);
    update(digest, third);
    return digest.digest();
  }

  private static void update(MessageDigest digest, long value) {
    for (int shift = 56; shift >= 0; shift -= 8) {
      digest.update((byte) (value >>> shift));
    }
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  @Override
  public String toString() {
    return "Seed[secret]";
  }
}
