package dev.menagerie.socketio.netty;

import dev.menagerie.socketio.engineio.CloseReason;
import dev.menagerie.socketio.engineio.Utf8;
import io.netty.buffer.ByteBuf;
import java.io.ByteArrayOutputStream;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import java.util.zip.DataFormatException;
import org.jspecify.annotations.Nullable;

/**
 * Reads a client's WebSocket frames (RFC 6455, and RFC 7692 if agreed upon) into whole messages.
 * Strict: every rule a client can break ends the connection with the code the RFC gives for it, and
 * a message over the limit is refused by its header, before its bytes are waited for; a compressed
 * one also where it turns out to be.
 */
final class WebSocketFrames {
  /** A message in more pieces than this is an attack on our bookkeeping, not a message. */
  private static final int MAX_FRAGMENTS = 1024;

  /** A message may inflate to this many bytes whatever its size. */
  private static final int ANY_RATIO = 4 * 1024;

  private static final int MAX_CONTROL_LENGTH = 125;
  private static final int CONTINUATION = 0x0;
  private static final int TEXT = 0x1;
  private static final int BINARY = 0x2;
  private static final int CLOSE = 0x8;
  private static final int PING = 0x9;
  private static final int PONG = 0xA;
  private static final byte[] EMPTY = {};
  private static final VarHandle LONGS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);

  private static final int COMPRESSED = 0x40;

  private final Sink sink;
  private final Optional<LoopDeflater> zip;
  private final int maxRatio;
  private @Nullable ByteArrayOutputStream begun;
  private int begunOpcode;
  private boolean begunCompressed;
  private int fragments;
  private long messages;

  /**
   * @param zip inflates messages, where compression was agreed upon
   * @param maxRatio how many times its size a message may inflate to
   */
  WebSocketFrames(Sink sink, Optional<LoopDeflater> zip, int maxRatio) {
    this.sink = sink;
    this.zip = zip;
    this.maxRatio = maxRatio;
  }

  /** Bytes of a fragmented message that has not ended. */
  int begunBytes() {
    return begun == null ? 0 : Math.max(1, begun.size());
  }

  /** Messages read so far. */
  long messages() {
    return messages;
  }

  /** Reads one frame if all of it is there; false if more bytes are needed. */
  boolean read(ByteBuf in) {
    int available = in.readableBytes();
    if (available < 2) {
      return false;
    }
    int at = in.readerIndex();
    int first = in.getUnsignedByte(at);
    int second = in.getUnsignedByte(at + 1);
    int opcode = first & 0x0F;
    boolean last = (first & 0x80) != 0;
    long length = second & 0x7F;
    boolean compressed = (first & COMPRESSED) != 0;
    if ((first & 0x30) != 0
        || (compressed && !mayBeCompressed(opcode))
        || (second & 0x80) == 0
        || !isLegal(opcode, last, (int) length)) {
      return broken(CloseReason.FRAMING_ERROR);
    }
    int header = length < 126 ? 2 : length == 126 ? 4 : 10;
    if (available < header) {
      return false;
    }
    if (header == 4) {
      length = in.getUnsignedShort(at + 2);
    } else if (header == 10) {
      length = in.getLong(at + 2);
    }
    if ((header == 4 && length < 126) || (header == 10 && length <= 0xFFFF)) {
      return broken(CloseReason.FRAMING_ERROR); // not the shortest form, or negative
    }
    int before = begun == null ? 0 : begun.size();
    if (length + before > sink.messageLimit() && opcode < CLOSE) {
      return broken(CloseReason.MESSAGE_TOO_LARGE);
    }
    if (available < header + 4 + length) {
      return false;
    }
    int mask = in.getInt(at + header);
    in.readerIndex(at + header + 4);
    byte[] payload = length == 0 ? EMPTY : new byte[(int) length];
    in.readBytes(payload);
    unmask(payload, mask);
    dispatch(opcode, last, compressed, payload);
    return true;
  }

  /** Compression is marked in a message's first frame, and only where it was agreed upon. */
  private boolean mayBeCompressed(int opcode) {
    return zip.isPresent() && (opcode == TEXT || opcode == BINARY);
  }

  private boolean isLegal(int opcode, boolean last, int shortLength) {
    return switch (opcode) {
      case CONTINUATION -> begun != null;
      case TEXT, BINARY -> begun == null;
      case CLOSE, PING, PONG -> last && shortLength <= MAX_CONTROL_LENGTH;
      default -> false;
    };
  }

  private boolean broken(CloseReason reason) {
    sink.broken(reason);
    return false;
  }

  private void dispatch(int opcode, boolean last, boolean compressed, byte[] payload) {
    switch (opcode) {
      case CLOSE -> close(payload);
      case PING -> sink.ping(payload);
      case PONG -> sink.pong();
      case TEXT, BINARY -> {
        if (last) {
          message(opcode, compressed, payload);
        } else {
          begun = new ByteArrayOutputStream(payload.length);
          begun.writeBytes(payload);
          begunOpcode = opcode;
          begunCompressed = compressed;
          fragments = 1;
          sink.fragment();
        }
      }
      default -> continuation(last, payload);
    }
  }

  private void continuation(boolean last, byte[] payload) {
    ByteArrayOutputStream joined = Objects.requireNonNull(begun, "checked with the header");
    joined.writeBytes(payload);
    if (++fragments > MAX_FRAGMENTS) {
      sink.broken(CloseReason.FRAMING_ERROR);
    } else if (!last) {
      sink.fragment();
    } else {
      begun = null;
      message(begunOpcode, begunCompressed, joined.toByteArray());
    }
  }

  private void message(int opcode, boolean compressed, byte[] payload) {
    messages++;
    if (compressed) {
      inflated(opcode, payload);
    } else {
      message(opcode, payload);
    }
  }

  private void inflated(int opcode, byte[] payload) {
    byte[] message;
    int most =
        (int) Math.min(sink.messageLimit(), Math.max(ANY_RATIO, (long) maxRatio * payload.length));
    try {
      message = zip.orElseThrow().inflate(payload, most);
    } catch (DataFormatException garbage) {
      sink.broken(CloseReason.FRAMING_ERROR);
      return;
    }
    if (message.length > most) {
      sink.broken(CloseReason.MESSAGE_TOO_LARGE);
    } else {
      message(opcode, message);
    }
  }

  private void message(int opcode, byte[] payload) {
    if (opcode == BINARY) {
      sink.binary(payload);
    } else if (Utf8.isValid(payload)) {
      sink.text(payload);
    } else {
      sink.broken(CloseReason.INVALID_TEXT);
    }
  }

  private void close(byte[] payload) {
    if (payload.length == 0) {
      sink.close(1000);
      return;
    }
    int code = payload.length == 1 ? 0 : ((payload[0] & 0xFF) << 8) | (payload[1] & 0xFF);
    if (!isCloseCode(code)) {
      sink.broken(CloseReason.FRAMING_ERROR);
    } else if (!Utf8.isValid(Arrays.copyOfRange(payload, 2, payload.length))) {
      sink.broken(CloseReason.INVALID_TEXT);
    } else {
      sink.close(code);
    }
  }

  private static boolean isCloseCode(int code) {
    boolean standard = code >= 1000 && code <= 1014 && (code < 1004 || code > 1006);
    return standard || (code >= 3000 && code <= 4999);
  }

  private static void unmask(byte[] payload, int mask) {
    int at = 0;
    long wide = ((long) mask << 32) | (mask & 0xFFFFFFFFL);
    for (; payload.length - at >= Long.BYTES; at += Long.BYTES) {
      LONGS.set(payload, at, (long) LONGS.get(payload, at) ^ wide);
    }
    for (; at < payload.length; at++) {
      payload[at] ^= (byte) (mask >>> (24 - 8 * (at & 3)));
    }
  }

  /** Receives what was read. */
  interface Sink {
    int messageLimit();

    void text(byte[] message);

    void binary(byte[] message);

    /** A message began, or went on, and more of it is to come. */
    void fragment();

    void ping(byte[] payload);

    void pong();

    void close(int code);

    void broken(CloseReason reason);
  }
}
