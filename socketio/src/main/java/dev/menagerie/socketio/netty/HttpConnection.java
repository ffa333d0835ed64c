package dev.menagerie.socketio.netty;

import dev.menagerie.socketio.engineio.EngineError;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpObject;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpUtil;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.handler.codec.http.TooLongHttpHeaderException;
import io.netty.handler.codec.http.TooLongHttpLineException;
import io.netty.util.ReferenceCountUtil;
import io.netty.util.concurrent.Future;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * One HTTP/1.1 connection: takes requests one at a time, whole and within limits and deadlines, and
 * writes their answers. A request that comes while another waits for its answer is kept until then;
 * the connection is still read, so that a client that gives up on a long poll is noticed.
 */
final class HttpConnection extends ChannelInboundHandlerAdapter {
  /**
   * Parts of requests kept while one is being answered; a client that sends more is not read for
   * the time.
   */
  private static final int MAX_KEPT = 16;

  private final HttpRouter router;
  private final NettySettings settings;
  private final Queue<HttpObject> kept = new ArrayDeque<>(0);
  private @Nullable HttpExchange current;
  private @Nullable ByteBuf body;
  private @Nullable Future<?> deadline;
  private boolean closing;

  HttpConnection(HttpRouter router, NettySettings settings) {
    this.router = router;
    this.settings = settings;
  }

  @Override
  public void handlerAdded(ChannelHandlerContext ctx) {
    if (ctx.channel().isActive()) {
      expectRequest(ctx, settings.requestTimeout());
    }
  }

  @Override
  public void channelActive(ChannelHandlerContext ctx) {
    expectRequest(ctx, settings.requestTimeout());
  }

  /**
   * Nothing of a request is there yet: the connection is closed without a word when the time is
   * over.
   */
  private void expectRequest(ChannelHandlerContext ctx, Duration time) {
    stopDeadline();
    deadline = ctx.executor().schedule(() -> late(ctx), time.toMillis(), TimeUnit.MILLISECONDS);
  }

  private void late(ChannelHandlerContext ctx) {
    HttpExchange exchange = current;
    if (exchange == null) {
      var _ = ctx.close();
    } else if (exchange.isReceiving()) {
      exchange.closeAfter();
      exchange.answer(Reply.plain(408));
    } else if (exchange.isHosts()) {
      exchange.closeAfter();
      exchange.answer(Reply.plain(503));
    }
  }

  private void stopDeadline() {
    if (deadline != null) {
      deadline.cancel(false);
      deadline = null;
    }
  }

  @Override
  public void channelRead(ChannelHandlerContext ctx, Object message) {
    HttpObject part = (HttpObject) message;
    if (closing) {
      ReferenceCountUtil.release(part);
    } else if (!kept.isEmpty() || isBusy()) {
      kept.add(part);
      if (kept.size() > MAX_KEPT) {
        ctx.channel().config().setAutoRead(false);
      }
    } else {
      take(ctx, part);
    }
  }

  private boolean isBusy() {
    return current != null && current.isWaiting();
  }

  private void take(ChannelHandlerContext ctx, HttpObject part) {
    try {
      if (part instanceof HttpRequest request) {
        begin(ctx, request);
      }
      if (part instanceof HttpContent content && current != null) {
        receive(ctx, current, content);
      }
    } finally {
      ReferenceCountUtil.release(part);
    }
  }

  private void begin(ChannelHandlerContext ctx, HttpRequest request) {
    var exchange = new HttpExchange(this, ctx, request, settings.maxBody());
    current = exchange;
    if (request.decoderResult().isFailure()) {
      exchange.closeAfter();
      exchange.answer(Reply.plain(statusOf(request.decoderResult().cause())));
      return;
    }
    if (!namesOneHost(request)) {
      exchange.closeAfter();
      exchange.answer(Reply.plain(400));
      return;
    }
    expectRequest(ctx, settings.requestTimeout());
    router.begins(exchange);
    if (!exchange.isReceiving()) {
      return;
    }
    if (HttpUtil.getContentLength(request, 0L) > exchange.maxBody()) {
      tooLarge(exchange);
    } else if (HttpUtil.is100ContinueExpected(request)) {
      var _ =
          ctx.writeAndFlush(
              new DefaultFullHttpResponse(
                  HttpVersion.HTTP_1_1, HttpResponseStatus.CONTINUE, Unpooled.EMPTY_BUFFER));
    } else if (request.headers().contains(HttpHeaderNames.EXPECT)) {
      exchange.closeAfter();
      exchange.answer(Reply.plain(417));
    }
  }

  /** RFC 9112 section 3.2: an HTTP/1.1 request without exactly one Host is refused. */
  private static boolean namesOneHost(HttpRequest request) {
    int hosts = request.headers().getAll(HttpHeaderNames.HOST).size();
    return hosts == 1 || (hosts == 0 && !request.protocolVersion().equals(HttpVersion.HTTP_1_1));
  }

  private static int statusOf(Throwable failure) {
    if (failure instanceof TooLongHttpLineException) {
      return 414;
    }
    return failure instanceof TooLongHttpHeaderException ? 431 : 400;
  }

  private void receive(ChannelHandlerContext ctx, HttpExchange exchange, HttpContent content) {
    if (!exchange.isReceiving()) {
      return;
    }
    if (content.decoderResult().isFailure()) {
      exchange.closeAfter();
      exchange.answer(Reply.plain(400));
      return;
    }
    int length = content.content().readableBytes();
    int before = body == null ? 0 : body.readableBytes();
    if (length + before > exchange.maxBody()) {
      tooLarge(exchange);
      return;
    }
    if (length > 0) {
      if (body == null) {
        body = ctx.alloc().buffer(length); // not what was announced: that costs a client nothing
      }
      body.writeBytes(content.content());
    }
    if (content instanceof LastHttpContent) {
      exchange.received();
      if (!exchange.isHosts()) {
        stopDeadline(); // a poll may wait as long as its session lives
      }
      byte[] whole = takeBody();
      router.complete(exchange, whole);
    }
  }

  private byte[] takeBody() {
    if (body == null) {
      return new byte[0];
    }
    byte[] whole = new byte[body.readableBytes()];
    body.readBytes(whole);
    dropBody();
    return whole;
  }

  private void dropBody() {
    if (body != null) {
      body.release();
      body = null;
    }
  }

  private void tooLarge(HttpExchange exchange) {
    exchange.closeAfter();
    router.tooLarge(exchange);
    exchange.answer(
        Reply.json(EngineError.PAYLOAD_TOO_LARGE.status(), EngineError.PAYLOAD_TOO_LARGE.body()));
  }

  /** The request at hand is answered: on to those that were kept. */
  void answered(ChannelHandlerContext ctx) {
    current = null;
    expectRequest(ctx, settings.idleTimeout());
    while (!kept.isEmpty() && !isBusy() && !closing) {
      take(ctx, kept.remove());
    }
    if (kept.size() <= MAX_KEPT) {
      ctx.channel().config().setAutoRead(true);
    }
  }

  /** The request at hand gets the last answer of this connection. */
  void answeredLast(ChannelFuture written) {
    closing = true;
    stopDeadline();
    var _ = written.addListener(ChannelFutureListener.CLOSE);
  }

  @Override
  public void channelInactive(ChannelHandlerContext ctx) {
    release();
    HttpExchange lost = current;
    current = null;
    if (lost != null && lost.giveUp()) {
      router.lost(lost);
    }
    ctx.fireChannelInactive();
  }

  @Override
  public void handlerRemoved(ChannelHandlerContext ctx) {
    release();
  }

  private void release() {
    stopDeadline();
    dropBody();
    kept.forEach(ReferenceCountUtil::release);
    kept.clear();
  }

  @Override
  public void exceptionCaught(ChannelHandlerContext ctx, Throwable failure) {
    var _ = ctx.close(); // a reset, a TLS failure: nobody is there to be told
  }
}
