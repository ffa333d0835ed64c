package dev.menagerie.codec;

import java.nio.charset.StandardCharsets;

/**
 * JSON that is already encoded and is written as it stands. The caller vouches that it is one valid
 * value. The array is shared, not copied: a broadcast hands the same bytes to everyone.
 */
@SuppressWarnings("ArrayRecordComponent") // shared on purpose, never compared
public record RawJson(byte[] utf8) {
  /** Encodes a value now, so that it is inserted unchanged wherever it is written later. */
  public static RawJson of(Object value) {
    return new RawJson(Json.bytes(value));
  }

  @Override
  public String toString() {
    return new String(utf8, StandardCharsets.UTF_8);
  }
}
