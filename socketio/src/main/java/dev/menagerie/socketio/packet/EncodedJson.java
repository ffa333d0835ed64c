package dev.menagerie.socketio.packet;

import java.nio.charset.StandardCharsets;

/**
 * JSON that is already encoded, in UTF-8, and sent unchanged. The array is not copied and must not
 * change. The caller guarantees one valid value.
 */
@SuppressWarnings("ArrayRecordComponent") // a wrapper around bytes on their way out, never compared
public record EncodedJson(byte[] utf8) {

  /** From encoded bytes. */
  public static EncodedJson utf8(byte[] json) {
    return new EncodedJson(json);
  }

  /** From text. */
  public static EncodedJson of(String json) {
    return new EncodedJson(json.getBytes(StandardCharsets.UTF_8));
  }

  @Override
  public String toString() {
    return "EncodedJson(" + utf8.length + " bytes)";
  }
}
