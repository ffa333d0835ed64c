package dev.menagerie.socketio.netty;

import dev.menagerie.socketio.engineio.EncodedPacket;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Writes a WebSocket's frames. On the channel's event loop. */
final class WebSocketOutput {
  private static final int CLOSE = 0x8;
  private static final int PONG = 0xA;

  private final Channel channel;
  private final LoopExecutor executor;
  private final @Nullable FrameDeflater deflating;

  WebSocketOutput(Channel channel, LoopExecutor executor, Optional<FrameDeflater> deflating) {
    this.channel = channel;
    this.executor = executor;
    this.deflating = deflating.orElse(null);
  }

  /** Writes frames in one buffer, without flushing. */
  void write(List<EncodedPacket> batch) {
    ByteBuf bytes;
    if (deflating != null) {
      bytes = channel.alloc().directBuffer(size(batch));
      for (EncodedPacket frame : batch) {
        deflating.write(bytes, frame);
      }
    } else if (batch.size() == 1) {
      bytes = executor.bytes(batch.getFirst(), channel.alloc());
    } else {
      bytes = channel.alloc().directBuffer(size(batch));
      for (EncodedPacket frame : batch) {
        bytes.writeBytes(frame.webSocketBytes());
      }
    }
    var _ = channel.write(bytes, channel.voidPromise());
  }

  private static int size(List<EncodedPacket> batch) {
    int size = 0;
    for (EncodedPacket frame : batch) {
      size += frame.size();
    }
    return size;
  }

  /** Writes a frame as it is, and flushes. */
  void writeNow(EncodedPacket frame) {
    var _ =
        channel.writeAndFlush(
            Unpooled.wrappedBuffer(frame.webSocketBytes()), channel.voidPromise());
  }

  /** Answers a ping, unless the client does not read. */
  void pong(byte[] payload) {
    if (channel.isWritable()) {
      var _ = channel.writeAndFlush(control(PONG, payload), channel.voidPromise());
    }
  }

  /** Done once all that was written before has left. */
  ChannelFuture written() {
    return channel.writeAndFlush(Unpooled.EMPTY_BUFFER);
  }

  ChannelFuture close(int code) {
    return channel.writeAndFlush(control(CLOSE, new byte[] {(byte) (code >>> 8), (byte) code}));
  }

  private static ByteBuf control(int opcode, byte[] payload) {
    return Unpooled.buffer(2 + payload.length)
        .writeByte(0x80 | opcode)
        .writeByte(payload.length)
        .writeBytes(payload);
  }
}
