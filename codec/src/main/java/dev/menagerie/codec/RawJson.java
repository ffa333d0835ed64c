package dev.menagerie.codec;

import java.nio.charset.StandardCharsets;

/**
 * JSON that is already encoded and written unchanged. The caller guarantees one valid value. The
 * array is shared and not copied: a broadcast gives the same bytes to every receiver.
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
