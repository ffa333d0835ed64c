package dev.menagerie.socketio.netty;

import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpMethod;
import org.jspecify.annotations.Nullable;

/** Writes a connection's answers: short ones at once, long ones as the client reads. */
final class AnswerWriter {
  private final HttpConnection connection;
  private @Nullable LongAnswer writing;
  private @Nullable ChannelHandlerContext context;
  private boolean keepsAlive;

  AnswerWriter(HttpConnection connection) {
    this.connection = connection;
  }

  /** Whether part of an answer is still to be written. */
  boolean isWriting() {
    return writing != null;
  }

  void write(HttpExchange exchange, FullHttpResponse response, boolean keepAlive) {
    ChannelHandlerContext ctx = exchange.ctx();
    keepsAlive = keepAlive;
    context = ctx;
    if (response.content().readableBytes() <= LongAnswer.PART_BYTES
        || exchange.request().method().equals(HttpMethod.HEAD)) {
      written(ctx, ctx.writeAndFlush(response));
    } else {
      writing = new LongAnswer(ctx, response);
      writeOn();
    }
  }

  /** The socket takes bytes again. */
  void writeOn() {
    LongAnswer answer = writing;
    ChannelHandlerContext ctx = context;
    if (answer == null || ctx == null) {
      return;
    }
    ChannelFuture last = answer.write();
    if (last == null) {
      connection.answerWaits();
    } else {
      writing = null;
      written(ctx, last);
    }
  }

  private void written(ChannelHandlerContext ctx, ChannelFuture last) {
    if (keepsAlive) {
      connection.answered(ctx);
    } else {
      connection.answeredLast(last);
    }
  }

  /** Drops what was not written. */
  void drop() {
    if (writing != null) {
      writing.drop();
      writing = null;
    }
  }
}
