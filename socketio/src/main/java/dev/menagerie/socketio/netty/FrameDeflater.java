package dev.menagerie.socketio.netty;

import dev.menagerie.socketio.engineio.EncodedPacket;
import io.netty.buffer.ByteBuf;

/**
 * Writes the frames of one connection that agreed to permessage-deflate. A message is compressed
 * where that makes it shorter. On the connection's event loop only.
 */
final class FrameDeflater {
  /** The few words of a heartbeat stay as they are. */
  private static final int SHORTEST = 32;

  /** Longer messages would occupy the event loop for milliseconds. */
  private static final int LONGEST = 64 * 1024;

  private static final int COMPRESSED = 0x40;

  private final LoopDeflater zip;
  private final LoopExecutor executor;
  private final int window;
  private final int longest;
  private final int mostKnown;
  private byte[] history = {};
  private int known;

  FrameDeflater(LoopExecutor executor, Compression compression, DeflateAgreement agreement) {
    this.executor = executor;
    this.zip = executor.zip(compression);
    // zlib keeps to the widest window by itself; a narrower one has to hold all it is given.
    this.window = agreement.isNarrow() ? agreement.windowBytes() : Integer.MAX_VALUE;
    this.longest = Math.min(window, LONGEST);
    this.mostKnown = agreement.keepsHistory() ? Math.min(compression.historyBytes(), window) : 0;
  }

  LoopDeflater zip() {
    return zip;
  }

  /** Writes a frame, in no more bytes than it has. */
  void write(ByteBuf out, EncodedPacket frame) {
    byte[] wire = frame.webSocketBytes();
    int start = frame.payloadStart();
    int length = wire.length - start;
    if (length < SHORTEST || length > longest) {
      out.writeBytes(wire);
      return;
    }
    int before = out.writerIndex();
    if (frame.isForMany()) {
      out.writeBytes(executor.zipped(frame, zip));
    } else {
      int reach = Math.min(known, window - length);
      write(out, frame, zip.deflate(history, known - reach, reach, wire, start));
    }
    if ((out.getByte(before) & COMPRESSED) != 0) {
      remember(wire, start, length);
    }
  }

  /** The frame with its payload compressed, or as it is where that is shorter. */
  static void write(ByteBuf out, EncodedPacket frame, LoopDeflater.Bytes payload) {
    byte[] wire = frame.webSocketBytes();
    int length = payload.length();
    if (length >= wire.length - frame.payloadStart()) {
      out.writeBytes(wire);
      return;
    }
    out.writeByte(wire[0] | COMPRESSED);
    if (length < 126) {
      out.writeByte(length);
    } else { // shorter than the longest, which is less than 65,536 bytes
      out.writeByte(126).writeShort(length);
    }
    out.writeBytes(payload.array(), 0, length);
  }

  /** Adds compressed bytes to the window that the client has, too. */
  private void remember(byte[] wire, int start, int length) {
    int taken = Math.min(length, mostKnown);
    int kept = Math.min(known, mostKnown - taken);
    byte[] all = history;
    if (kept + taken > all.length) {
      all = new byte[Math.min(mostKnown, Math.max(kept + taken, 2 * all.length))];
    }
    System.arraycopy(history, known - kept, all, 0, kept);
    System.arraycopy(wire, start + length - taken, all, kept, taken);
    history = all;
    known = kept + taken;
  }
}
