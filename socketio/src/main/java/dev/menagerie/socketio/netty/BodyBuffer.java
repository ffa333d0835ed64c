package dev.menagerie.socketio.netty;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;
import org.jspecify.annotations.Nullable;

/** The body of the current request, as far as it has arrived. On the connection's event loop. */
final class BodyBuffer {
  private @Nullable ByteBuf bytes;

  /** Adds a part. The buffer grows with the received bytes, not with the announced length. */
  void add(ByteBufAllocator allocator, ByteBuf part) {
    if (bytes == null) {
      bytes = allocator.buffer(part.readableBytes());
    }
    bytes.writeBytes(part);
  }

  /** Bytes that have arrived. */
  int length() {
    return bytes == null ? 0 : bytes.readableBytes();
  }

  /** Bytes of memory that it takes. */
  int capacity() {
    return bytes == null ? 0 : bytes.capacity();
  }

  /** The whole body; the buffer is empty then. */
  byte[] take() {
    byte[] whole = new byte[length()];
    if (bytes != null) {
      bytes.readBytes(whole);
    }
    drop();
    return whole;
  }

  /** Releases the memory. */
  void drop() {
    if (bytes != null) {
      bytes.release();
      bytes = null;
    }
  }
}
