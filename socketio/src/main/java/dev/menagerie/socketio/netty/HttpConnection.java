package dev.menagerie.socketio.netty;

import dev.menagerie.socketio.http.HttpProblem;
import dev.menagerie.socketio.limits.ByteHold;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpObject;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpUtil;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.util.ReferenceCountUtil;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One HTTP/1.1 connection: takes requests one at a time, within limits and deadlines, and writes
 * their responses. A body is read once the router wants it. A request that comes while another
 * waits for its response is kept until then; the connection is still read, so that a client that
 * gives up on a long poll is noticed.
 */
final class HttpConnection extends ChannelInboundHandlerAdapter {
  private final HttpRouter router;
  private final NettySettings settings;
  private final ByteHold hold;
  private final HeadMeter meter = new HeadMeter(this);
  private final PipelinedParts kept = new PipelinedParts();
  private @Nullable ChannelHandlerContext context;
  private @Nullable HttpExchange current;
  private final BodyBuffer body = new BodyBuffer();
  private final Deadline deadline = new Deadline(this::late);
  private final ResponseWriter responses = new ResponseWriter(this);
  private long headCost;
  private boolean closing;

  HttpConnection(HttpRouter router, NettySettings settings, ByteHold hold) {
    this.router = router;
    this.settings = settings;
    this.hold = hold;
  }

  private ChannelHandlerContext context() {
    return Objects.requireNonNull(context, "set when the handler was added");
  }

  /** Belongs in front of the decoder. */
  HeadMeter meter() {
    return meter;
  }

  @Override
  public void handlerAdded(ChannelHandlerContext ctx) {
    context = ctx;
    if (ctx.channel().isActive()) {
      deadline.set(context(), settings.timeouts().head());
    }
  }

  @Override
  public void channelActive(ChannelHandlerContext ctx) {
    deadline.set(context(), settings.timeouts().head());
  }

  private void late() {
    HttpExchange exchange = current;
    if (exchange == null || responses.isWriting()) {
      var _ = context().close(); // nothing of a request is here, or its response is not read
    } else if (exchange.isOpen()) {
      refuse(exchange, exchange.isWhole() ? HttpProblem.OVERDUE : HttpProblem.TIMEOUT);
    }
  }

  private void refuse(HttpExchange exchange, HttpProblem problem) {
    exchange.closeAfter();
    router.refuse(exchange, problem);
  }

  /** A part of a head has arrived, and more must follow. */
  void headArriving(int bytes, int lines) {
    if (closing || current != null) {
      return;
    }
    if (headCost == 0) {
      deadline.set(context(), settings.timeouts().head());
    }
    headCost = HeadMeter.cost(bytes, lines);
    boolean tooMany = lines > settings.maxHeaders() + 1; // and the request line
    if (tooMany || !account()) {
      responses.refuseHead(
          context(), router.refusal(tooMany ? HttpProblem.HEADERS_TOO_LARGE : HttpProblem.BUSY));
    }
  }

  @Override
  public void channelRead(ChannelHandlerContext ctx, Object message) {
    HttpObject part = (HttpObject) message;
    if (closing) {
      ReferenceCountUtil.release(part);
    } else if (!kept.isEmpty() || isBusy()) {
      keep(ctx, part);
    } else {
      take(ctx, part);
    }
  }

  /** Whether new input belongs to a later request than the current one. */
  private boolean isBusy() {
    return current != null && current.isWhole();
  }

  private void keep(ChannelHandlerContext ctx, HttpObject part) {
    kept.add(part);
    if (kept.areMany()) {
      ctx.channel().config().setAutoRead(false);
    }
    if (kept.areTooMany() || !account()) {
      var _ = ctx.close();
    }
  }

  /** Reserves the bytes that this connection holds; false if there is no room. */
  private boolean account() {
    return hold.set(headCost + body.capacity() + kept.cost());
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
    meter.headDone();
    var exchange = new HttpExchange(this, ctx, request, hold);
    current = exchange;
    switch (RequestHead.of(request, ctx.channel(), settings)) {
      case RequestHead.Outcome.Bad(var problem) -> {
        exchange.closeAfter();
        exchange.respond(router.refusal(problem));
      }
      case RequestHead.Outcome.Good(var head) -> {
        exchange.head(head);
        headCost = head.cost();
        if (!account()) {
          refuse(exchange, HttpProblem.BUSY);
          return;
        }
        boolean more = head.announcesBody();
        deadline.set(context(), more ? settings.timeouts().body() : settings.timeouts().response());
        if (more) {
          ctx.channel().config().setAutoRead(false); // until the router wants the body
        }
        router.begins(exchange);
      }
    }
  }

  private void receive(ChannelHandlerContext ctx, HttpExchange exchange, HttpContent content) {
    if (!exchange.isOpen()) {
      return;
    }
    if (content.decoderResult().isFailure()) {
      refuse(exchange, RequestHead.problem(content.decoderResult().cause()));
      return;
    }
    int length = content.content().readableBytes();
    int before = body.length();
    if (exchange.isReading() && length + before > exchange.maxBody()) {
      refuse(exchange, HttpProblem.BODY_TOO_LARGE);
      return;
    }
    if (length > 0) {
      body.add(ctx.alloc(), content.content());
      if (!account()) {
        refuse(exchange, HttpProblem.BUSY);
        return;
      }
    }
    if (content instanceof LastHttpContent) {
      exchange.arrived();
      ctx.channel().config().setAutoRead(true);
      if (exchange.isReading()) {
        handOn(exchange);
      }
    }
  }

  /** Starts reading the body of the current request. */
  void readBody(HttpExchange exchange) {
    int arrived = body.length();
    long length = HttpUtil.getContentLength(exchange.request(), (long) arrived);
    if (Math.max(length, arrived) > exchange.maxBody()) {
      refuse(exchange, HttpProblem.BODY_TOO_LARGE);
    } else if (exchange.isWhole()) {
      handOn(exchange);
    } else if (HttpUtil.is100ContinueExpected(exchange.request())) {
      exchange.ctx().channel().config().setAutoRead(true);
      responses.goOn(exchange.ctx());
    } else if (exchange.request().headers().contains(HttpHeaderNames.EXPECT)) {
      refuse(exchange, HttpProblem.EXPECTATION_FAILED);
    } else if (exchange.head().announcesBody()) {
      exchange.ctx().channel().config().setAutoRead(true);
    } // else its end is the next thing the decoder has for us
  }

  private void handOn(HttpExchange exchange) {
    exchange.handedOn();
    if (router.mayWait(exchange)) {
      deadline.clear();
    } else {
      deadline.set(context(), settings.timeouts().response());
    }
    byte[] whole = body.take();
    var _ = account();
    router.complete(exchange, whole);
  }

  /** Writes the response to the current request. */
  void write(HttpExchange exchange, FullHttpResponse response, boolean keepAlive) {
    body.drop();
    responses.write(exchange, response, keepAlive);
  }

  @Override
  public void channelWritabilityChanged(ChannelHandlerContext ctx) {
    if (ctx.channel().isWritable()) {
      responses.writeOn();
    }
  }

  /** The client has not taken the last part of a response yet. */
  void responseWaits() {
    deadline.set(context(), settings.timeouts().write());
  }

  /** The current request is answered: continue with the stored parts. */
  void responded(ChannelHandlerContext ctx) {
    current = null;
    headCost = 0;
    meter.expectHead();
    var _ = account();
    deadline.set(context(), settings.timeouts().idle());
    while (!kept.isEmpty() && !isBusy() && !closing) {
      take(ctx, kept.remove());
    }
    if (!kept.areMany() && (current == null || current.isWhole())) {
      ctx.channel().config().setAutoRead(true);
    }
  }

  /** The current request gets the last response of this connection. */
  void respondedLast(ChannelFuture written) {
    closing = true;
    headCost = 0;
    deadline.clear();
    var _ = account();
    LingeringClose.after(written);
  }

  @Override
  public void channelInactive(ChannelHandlerContext ctx) {
    release();
    HttpExchange lost = current;
    current = null;
    if (lost != null && lost.abandon()) {
      router.lost(lost);
    }
    ctx.fireChannelInactive();
  }

  @Override
  public void handlerRemoved(ChannelHandlerContext ctx) {
    release();
  }

  private void release() {
    deadline.clear();
    kept.drop();
    body.drop();
    responses.drop();
    var _ = hold.set(0); // a WebSocket that follows counts from zero
  }

  @Override
  public void exceptionCaught(ChannelHandlerContext ctx, Throwable failure) {
    var _ = ctx.close(); // a reset, or a TLS failure: there is no one to answer
  }
}
