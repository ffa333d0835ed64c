package dev.menagerie.socketio.netty;

import java.util.Arrays;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;

/**
 * The zlib of an event loop, used by its connections in turn, because a deflater takes 256 KiB. The
 * last messages of a connection are set as its dictionary; the client has the same bytes in its
 * window.
 */
final class LoopDeflater {
  /** Every flushed block ends so; RFC 7692 has it left out. */
  private static final byte[] TAIL = {0, 0, (byte) 0xFF, (byte) 0xFF};

  /** The buffer that is kept; longer ones are made for the message. */
  private static final int USUAL_BYTES = 16 * 1024;

  /** Bytes that stored blocks and the flush add to a message. */
  private static final int SLACK = 64;

  private final Deflater deflater;
  private final Inflater inflater = new Inflater(true);
  private final byte[] usual = new byte[USUAL_BYTES];

  LoopDeflater(int level) {
    deflater = new Deflater(level, true);
  }

  /** A part of an array; good until the next call. */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  record Bytes(byte[] array, int length) {}

  /** The message as one that follows the dictionary. */
  Bytes deflate(byte[] dictionary, int from, int known, byte[] message, int start) {
    int length = message.length - start;
    int most = length + (length >>> 3) + SLACK;
    byte[] out = most <= usual.length ? usual : new byte[most];
    deflater.reset();
    if (known > 0) {
      deflater.setDictionary(dictionary, from, known);
    }
    deflater.setInput(message, start, length);
    int size = deflater.deflate(out, 0, out.length, Deflater.SYNC_FLUSH);
    if (size == out.length) {
      throw new IllegalStateException("deflate made more of " + length + " bytes than it may");
    }
    return new Bytes(out, size - TAIL.length);
  }

  /**
   * Inflates a client's message, which refers to no earlier one.
   *
   * @return up to one byte more than {@code limit}: then it is too long
   */
  byte[] inflate(byte[] message, int limit) throws DataFormatException {
    inflater.reset();
    inflater.setInput(message);
    byte[] out = usual;
    int size = 0;
    boolean ending = false;
    while (size <= limit) {
      if (size == out.length) {
        out = Arrays.copyOf(out, 2 * size);
      }
      int room = Math.min(out.length, limit + 1) - size;
      int more = inflater.inflate(out, size, room);
      size += more;
      if (inflater.needsDictionary()) {
        throw new DataFormatException("a dictionary that was not agreed upon");
      }
      if (inflater.finished()) {
        break;
      }
      if (more < room && inflater.needsInput()) {
        if (ending) {
          break;
        }
        inflater.setInput(TAIL);
        ending = true;
      }
    }
    return Arrays.copyOf(out, size);
  }
}
