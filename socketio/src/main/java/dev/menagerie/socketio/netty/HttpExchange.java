package dev.menagerie.socketio.netty;

import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpUtil;
import io.netty.handler.codec.http.HttpVersion;
import java.util.concurrent.RejectedExecutionException;
import org.jspecify.annotations.Nullable;

/**
 * One request and its answer. Everything but {@link #answer} happens on the connection's event
 * loop.
 */
final class HttpExchange {
  private final HttpConnection connection;
  private final ChannelHandlerContext ctx;
  private final HttpRequest request;
  private boolean keepAlive;
  private State state = State.RECEIVING;
  private int maxBody;
  private @Nullable Object attachment;

  HttpExchange(
      HttpConnection connection, ChannelHandlerContext ctx, HttpRequest request, int maxBody) {
    this.connection = connection;
    this.ctx = ctx;
    this.request = request;
    this.keepAlive = HttpUtil.isKeepAlive(request);
    this.maxBody = maxBody;
  }

  private enum State {
    RECEIVING,
    WAITING,
    DONE
  }

  ChannelHandlerContext ctx() {
    return ctx;
  }

  HttpRequest request() {
    return request;
  }

  /** The most bytes its body may have. */
  int maxBody() {
    return maxBody;
  }

  void maxBody(int bytes) {
    maxBody = bytes;
  }

  /** Notes what the request is for; requests without a note are the host application's. */
  void attach(Object note) {
    attachment = note;
  }

  @Nullable Object attachment() {
    return attachment;
  }

  boolean isHosts() {
    return attachment == null;
  }

  boolean hasBody() {
    return HttpUtil.isTransferEncodingChunked(request)
        || HttpUtil.getContentLength(request, 0L) > 0;
  }

  /** Whether parts of it are still to come and nothing was answered. */
  boolean isReceiving() {
    return state == State.RECEIVING;
  }

  /** Whether it is whole and not answered yet. */
  boolean isWaiting() {
    return state == State.WAITING;
  }

  /** It is whole. */
  void received() {
    state = State.WAITING;
  }

  /** Nobody is there to be answered any more; says whether somebody still waited. */
  boolean giveUp() {
    boolean open = state != State.DONE;
    state = State.DONE;
    return open;
  }

  void closeAfter() {
    keepAlive = false;
  }

  /** Writes the answer, once; later ones are dropped. Any thread. */
  void answer(FullHttpResponse response) {
    if (ctx.executor().inEventLoop()) {
      write(response);
    } else {
      try {
        ctx.executor().execute(() -> write(response));
      } catch (RejectedExecutionException stopped) {
        response.release(); // the server is gone, and its connections with it
      }
    }
  }

  private void write(FullHttpResponse response) {
    if (state == State.DONE || !ctx.channel().isActive()) {
      response.release();
      return;
    }
    if (state == State.RECEIVING) {
      keepAlive = false; // the rest of its body would be taken for the next request
    }
    state = State.DONE;
    if (response.status().code() != 204 && response.status().code() != 304) {
      HttpUtil.setContentLength(response, response.content().readableBytes());
    }
    if (!keepAlive) {
      response.headers().set(HttpHeaderNames.CONNECTION, HttpHeaderValues.CLOSE);
    } else if (request.protocolVersion().equals(HttpVersion.HTTP_1_0)) {
      response.headers().set(HttpHeaderNames.CONNECTION, HttpHeaderValues.KEEP_ALIVE);
    }
    ChannelFuture written = ctx.writeAndFlush(response);
    if (keepAlive) {
      connection.answered(ctx);
    } else {
      connection.answeredLast(written);
    }
  }
}
