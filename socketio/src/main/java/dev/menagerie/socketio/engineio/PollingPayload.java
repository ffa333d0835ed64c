package dev.menagerie.socketio.engineio;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The body of a polling request: packets with a separator between them. */
final class PollingPayload {
  static final byte[] NOOP = {'6'};
  static final byte[] CLOSE = {'1'};

  private static final byte SEPARATOR = 0x1e;

  private final byte[] payload;
  private int at;

  /** A payload to be read packet by packet. */
  PollingPayload(byte[] payload) {
    this.payload = payload;
  }

  /** The next packet; null at the end. */
  byte @Nullable [] next() {
    if (at > payload.length) {
      return null;
    }
    int end = at;
    while (end < payload.length && payload[end] != SEPARATOR) {
      end++;
    }
    byte[] packet = Arrays.copyOfRange(payload, at, end);
    at = end + 1;
    return packet;
  }

  /** Whether a packet is a binary message. */
  static boolean isBinary(byte[] packet) {
    return packet.length > 0 && packet[0] == 'b';
  }

  /** The content of a binary message; empty if it is not base64. */
  static Optional<byte[]> binary(byte[] packet) {
    try {
      return Optional.of(Base64.getDecoder().decode(withoutLineBreaks(packet)));
    } catch (IllegalArgumentException notBase64) {
      return Optional.empty();
    }
  }

  /** The official Java client breaks its base64 into lines. */
  private static byte[] withoutLineBreaks(byte[] packet) {
    byte[] base64 = new byte[packet.length];
    int length = 0;
    for (int i = 1; i < packet.length; i++) {
      if (packet[i] != '\n' && packet[i] != '\r') {
        base64[length++] = packet[i];
      }
    }
    return Arrays.copyOf(base64, length);
  }

  /** The body that carries these packets. */
  static byte[] of(List<EncodedPacket> frames) {
    return frames.size() == 1 ? frames.getFirst().pollingBytes() : joined(frames).toByteArray();
  }

  /** The body that carries these packets and then the close packet. */
  static byte[] closing(List<EncodedPacket> frames) {
    if (frames.isEmpty()) {
      return CLOSE;
    }
    ByteArrayOutputStream body = joined(frames);
    body.write(SEPARATOR);
    body.writeBytes(CLOSE);
    return body.toByteArray();
  }

  private static ByteArrayOutputStream joined(List<EncodedPacket> frames) {
    var body = new ByteArrayOutputStream();
    for (EncodedPacket frame : frames) {
      if (body.size() > 0) {
        body.write(SEPARATOR);
      }
      body.writeBytes(frame.pollingBytes());
    }
    return body;
  }
}
