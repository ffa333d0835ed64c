package dev.menagerie.socketio.engineio;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;

/**
 * One outgoing Engine.IO packet, encoded once for either transport and shared by all sessions it
 * goes to. Immutable: the arrays it gives out must not be written to.
 */
public final class EncodedPacket {
  static final EncodedPacket PING = text("2");
  static final EncodedPacket PROBE_REPLY = text("3probe");

  private static final int FINAL_TEXT = 0x81;
  private static final int FINAL_BINARY = 0x82;

  private final byte[] wire;
  private final int start;
  private final boolean forMany;

  private EncodedPacket(byte[] wire, int start, boolean forMany) {
    this.wire = wire;
    this.start = start;
    this.forMany = forMany;
  }

  private EncodedPacket(byte[] wire, int start) {
    this(wire, start, false);
  }

  /** A message of text, from UTF-8 parts that are written one after the other. */
  public static EncodedPacket message(byte[]... parts) {
    int length = 1;
    for (byte[] part : parts) {
      length += part.length;
    }
    EncodedPacket frame = blank(FINAL_TEXT, length);
    int at = frame.start;
    frame.wire[at++] = '4';
    for (byte[] part : parts) {
      System.arraycopy(part, 0, frame.wire, at, part.length);
      at += part.length;
    }
    return frame;
  }

  /** A binary message. */
  public static EncodedPacket binary(byte[] content) {
    EncodedPacket frame = blank(FINAL_BINARY, content.length);
    System.arraycopy(content, 0, frame.wire, frame.start, content.length);
    return frame;
  }

  /**
   * The frame with these bytes, as {@link #webSocketBytes()} gave them on another node.
   *
   * @throws IllegalArgumentException if they are not one whole frame of ours
   */
  public static EncodedPacket ofWebSocketBytes(byte[] wire) {
    if (wire.length < 2 || ((wire[0] & 0xFF) != FINAL_TEXT && (wire[0] & 0xFF) != FINAL_BINARY)) {
      throw new IllegalArgumentException("not a frame");
    }
    int header = wire[1] == 127 ? 10 : wire[1] == 126 ? 4 : 2;
    if (wire.length < header
        || !Arrays.equals(
            Arrays.copyOf(wire, header),
            Arrays.copyOf(blank(wire[0] & 0xFF, wire.length - header).wire, header))) {
      throw new IllegalArgumentException("not a frame");
    }
    return new EncodedPacket(wire, header);
  }

  static EncodedPacket text(String packet) {
    byte[] bytes = packet.getBytes(StandardCharsets.UTF_8);
    EncodedPacket frame = blank(FINAL_TEXT, bytes.length);
    System.arraycopy(bytes, 0, frame.wire, frame.start, bytes.length);
    return frame;
  }

  /** The unmasked WebSocket frame, header included. */
  public byte[] webSocketBytes() {
    return wire;
  }

  /** Where the header of {@link #webSocketBytes()} ends. */
  public int payloadStart() {
    return start;
  }

  /** The same, known to go to many: what can be done once for all of them is. */
  public EncodedPacket forMany() {
    return new EncodedPacket(wire, start, true);
  }

  /** Whether it goes to many. */
  public boolean isForMany() {
    return forMany;
  }

  /** The packet as a polling payload contains it. */
  byte[] pollingBytes() {
    if ((wire[0] & 0xFF) == FINAL_TEXT) {
      return Arrays.copyOfRange(wire, start, wire.length);
    }
    byte[] base64 = Base64.getEncoder().encode(Arrays.copyOfRange(wire, start, wire.length));
    byte[] packet = new byte[base64.length + 1];
    packet[0] = 'b';
    System.arraycopy(base64, 0, packet, 1, base64.length);
    return packet;
  }

  /** Its size as queues count it, in bytes. */
  public int size() {
    return wire.length;
  }

  private static EncodedPacket blank(int firstByte, int length) {
    int header = length < 126 ? 2 : length <= 0xFFFF ? 4 : 10;
    byte[] wire = new byte[header + length];
    wire[0] = (byte) firstByte;
    if (header == 2) {
      wire[1] = (byte) length;
    } else {
      wire[1] = (byte) (header == 4 ? 126 : 127);
      long rest = length;
      for (int at = header - 1; at > 1; at--) {
        wire[at] = (byte) rest;
        rest >>>= 8;
      }
    }
    return new EncodedPacket(wire, header);
  }
}
