package dev.menagerie.socketio.netty;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.http.DefaultHttpContent;
import io.netty.handler.codec.http.DefaultHttpResponse;
import io.netty.handler.codec.http.DefaultLastHttpContent;
import io.netty.handler.codec.http.FullHttpResponse;
import org.jspecify.annotations.Nullable;

/**
 * A response written in parts, as fast as its client reads: buffered bytes are direct memory, and a
 * client that does not read must not hold much of it.
 */
final class LongResponse {
  /** One part; shorter responses are written at once. */
  static final int PART_BYTES = 16 * 1024;

  private final ChannelHandlerContext ctx;
  private final FullHttpResponse response;
  private boolean begun;
  private boolean writing;
  private boolean dropped;

  LongResponse(ChannelHandlerContext ctx, FullHttpResponse response) {
    this.ctx = ctx;
    this.response = response;
  }

  /**
   * Writes parts while the socket takes them.
   *
   * @return the writing of the last part, or null if more follow
   */
  @Nullable ChannelFuture write() {
    if (writing) {
      return null; // a flush made the socket writable: the call that flushed goes on
    }
    writing = true;
    try {
      return writeParts();
    } finally {
      writing = false;
    }
  }

  private @Nullable ChannelFuture writeParts() {
    if (!begun) {
      begun = true;
      var _ =
          ctx.write(
              new DefaultHttpResponse(
                  response.protocolVersion(), response.status(), response.headers()));
    }
    ByteBuf rest = response.content();
    while (rest.readableBytes() > PART_BYTES) {
      if (!ctx.channel().isWritable()) {
        ctx.flush();
        if (dropped || !ctx.channel().isWritable()) {
          return null;
        }
      }
      var _ = ctx.write(new DefaultHttpContent(rest.readRetainedSlice(PART_BYTES)));
    }
    ChannelFuture last =
        ctx.writeAndFlush(new DefaultLastHttpContent(rest.readRetainedSlice(rest.readableBytes())));
    response.release();
    return last;
  }

  /** Drops the unwritten rest. */
  void drop() {
    dropped = true;
    response.release();
  }
}
