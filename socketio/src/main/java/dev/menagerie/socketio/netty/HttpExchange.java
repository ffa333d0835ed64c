package dev.menagerie.socketio.netty;

import dev.menagerie.socketio.limits.ByteHold;
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
 * One request and its response. Everything but {@link #respond} and {@link #onLoop} happens on the
 * connection's event loop.
 */
final class HttpExchange {
  private final HttpConnection connection;
  private final ChannelHandlerContext ctx;
  private final HttpRequest request;
  private final ByteHold hold;
  private boolean keepAlive;
  private State state = State.DECIDING;
  private boolean whole;
  private int maxBody;
  private @Nullable RequestHead head;
  private @Nullable Object attachment;

  HttpExchange(
      HttpConnection connection, ChannelHandlerContext ctx, HttpRequest request, ByteHold hold) {
    this.hold = hold;
    this.connection = connection;
    this.ctx = ctx;
    this.request = request;
    this.keepAlive = HttpUtil.isKeepAlive(request);
  }

  private enum State {
    /** Its head is here; whether its body is read is not decided. */
    DECIDING,
    /** Its body is read. */
    READING,
    /** It waits for its response. */
    WAITING,
    DONE
  }

  ChannelHandlerContext ctx() {
    return ctx;
  }

  HttpRequest request() {
    return request;
  }

  /** The account of bytes that its connection holds. */
  ByteHold hold() {
    return hold;
  }

  boolean hasHead() {
    return head != null;
  }

  void head(RequestHead checked) {
    head = checked;
  }

  /** Its head, which has been checked. */
  RequestHead head() {
    if (head == null) {
      throw new IllegalStateException("a request without a good head goes no further");
    }
    return head;
  }

  /** Stores the purpose of the request; requests without one belong to the host application. */
  void attach(Object note) {
    attachment = note;
  }

  @Nullable Object attachment() {
    return attachment;
  }

  /** The most bytes its body may have, once that is decided. */
  int maxBody() {
    return maxBody;
  }

  /** Has its body read, up to this many bytes. */
  void read(int mostBytes) {
    if (state == State.DECIDING) {
      maxBody = mostBytes;
      state = State.READING;
      connection.readBody(this);
    }
  }

  /** Whether nothing was answered yet and the head or the body is being dealt with. */
  boolean isOpen() {
    return state != State.DONE;
  }

  boolean isReading() {
    return state == State.READING;
  }

  /** Whether the whole request has arrived, so that further input belongs to the next one. */
  boolean isWhole() {
    return whole;
  }

  /** All of it has arrived. */
  void arrived() {
    whole = true;
  }

  /** Its body was handed on. */
  void handedOn() {
    state = State.WAITING;
  }

  /** The connection is gone; true if a response was still awaited. */
  boolean abandon() {
    boolean open = state != State.DONE;
    state = State.DONE;
    return open;
  }

  void closeAfter() {
    keepAlive = false;
  }

  /** Runs the task on the connection's event loop, unless the server has stopped. Any thread. */
  void onLoop(Runnable task) {
    if (ctx.executor().inEventLoop()) {
      task.run();
      return;
    }
    try {
      ctx.executor().execute(task);
    } catch (RejectedExecutionException stopped) {
      // the server is gone, and its connections with it
    }
  }

  /** Writes the response, once; later ones are dropped. Any thread. */
  void respond(FullHttpResponse response) {
    onLoop(() -> write(response)); // on the heap: nothing to release if it is never written
  }

  private void write(FullHttpResponse response) {
    if (state == State.DONE || !ctx.channel().isActive()) {
      response.release();
      return;
    }
    if (!whole && (head == null || head.announcesBody())) {
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
    connection.write(this, response, keepAlive);
  }
}
