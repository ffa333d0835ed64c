package dev.menagerie.socketio.netty;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.util.ByteProcessor;

/**
 * Measures the head of a request while it arrives, before the decoder: half-sent heads take heap,
 * too. The connection acts on the result. On the connection's event loop.
 */
final class HeadMeter extends ChannelInboundHandlerAdapter {
  /** The objects of a header field, beside its characters. */
  private static final int FIELD_COST = 96;

  private final HttpConnection connection;
  private boolean inHead = true;
  private int bytes;
  private int lines;

  HeadMeter(HttpConnection connection) {
    this.connection = connection;
  }

  /** The approximate heap of a head of this size, in bytes. */
  static long cost(int bytes, int lines) {
    return 2L * bytes + (long) FIELD_COST * lines;
  }

  /** The next bytes start a head. */
  void expectHead() {
    inHead = true;
    bytes = 0;
    lines = 0;
  }

  /** The decoder has read a whole head. */
  void headDone() {
    inHead = false;
  }

  @Override
  public void channelRead(ChannelHandlerContext ctx, Object message) {
    boolean weighs = inHead;
    if (weighs && message instanceof ByteBuf part) {
      bytes += part.readableBytes();
      part.forEachByte(new LineCount());
    }
    ctx.fireChannelRead(message);
    if (weighs && inHead && bytes > 0) {
      connection.headArriving(bytes, lines);
    }
  }

  private final class LineCount implements ByteProcessor {
    @Override
    public boolean process(byte value) {
      if (value == '\n') {
        lines++;
      }
      return true;
    }
  }
}
