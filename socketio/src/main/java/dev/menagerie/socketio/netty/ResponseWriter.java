package dev.menagerie.socketio.netty;

import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpUtil;
import io.netty.handler.codec.http.HttpVersion;
import org.jspecify.annotations.Nullable;

/** Writes a connection's answers: short ones at once, long ones as the client reads. */
final class ResponseWriter {
  private final HttpConnection connection;
  private @Nullable LongResponse writing;
  private @Nullable ChannelHandlerContext context;
  private boolean keepsAlive;

  ResponseWriter(HttpConnection connection) {
    this.connection = connection;
  }

  /** Whether part of a response is still to be written. */
  boolean isWriting() {
    return writing != null;
  }

  void write(HttpExchange exchange, FullHttpResponse response, boolean keepAlive) {
    ChannelHandlerContext ctx = exchange.ctx();
    keepsAlive = keepAlive;
    context = ctx;
    if (response.content().readableBytes() <= LongResponse.PART_BYTES
        || exchange.request().method().equals(HttpMethod.HEAD)) {
      written(ctx, ctx.writeAndFlush(response));
    } else {
      writing = new LongResponse(ctx, response);
      writeOn();
    }
  }

  /** Answers a request whose head is refused before all of it is here. */
  void refuseHead(ChannelHandlerContext ctx, FullHttpResponse response) {
    HttpUtil.setContentLength(response, response.content().readableBytes());
    response.headers().set(HttpHeaderNames.CONNECTION, HttpHeaderValues.CLOSE);
    connection.respondedLast(ctx.writeAndFlush(response));
  }

  /** Sends {@code 100 Continue} to a client that waits for it. */
  void goOn(ChannelHandlerContext ctx) {
    var _ =
        ctx.writeAndFlush(
            new DefaultFullHttpResponse(
                HttpVersion.HTTP_1_1, HttpResponseStatus.CONTINUE, Unpooled.EMPTY_BUFFER));
  }

  /** The socket takes bytes again. */
  void writeOn() {
    LongResponse response = writing;
    ChannelHandlerContext ctx = context;
    if (response == null || ctx == null) {
      return;
    }
    ChannelFuture last = response.write();
    if (last == null) {
      connection.responseWaits();
    } else {
      writing = null;
      written(ctx, last);
    }
  }

  private void written(ChannelHandlerContext ctx, ChannelFuture last) {
    if (keepsAlive) {
      connection.responded(ctx);
    } else {
      connection.respondedLast(last);
    }
  }

  /** Drops the unwritten rest. */
  void drop() {
    if (writing != null) {
      writing.drop();
      writing = null;
    }
  }
}
