package dev.menagerie.socketio.netty;

import dev.menagerie.socketio.engineio.CloseReason;
import dev.menagerie.socketio.limits.ByteHold;
import io.netty.buffer.ByteBuf;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.ByteToMessageDecoder;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Bytes of a WebSocket that are not read into messages yet. Part of a message must fit into the
 * connection's bound, and the rest must come in time. On the channel's event loop.
 */
final class WebSocketInput {
  private final Channel channel;
  private final WebSocketFrames frames;
  private final Bounds bounds;
  private final Consumer<CloseReason> broken;
  private @Nullable ByteBuf unread;
  private boolean paused;
  private boolean decoding;
  private boolean discarding;
  private boolean ending;
  private boolean watched;

  /**
   * Bounds on an unfinished message.
   *
   * @param hold what its connection holds
   * @param message how long a message may take to arrive
   * @param maxRatio how many times its size a message may inflate to
   */
  record Bounds(ByteHold hold, Duration message, int maxRatio) {}

  /**
   * @param broken called when a message does not fit or does not end
   */
  WebSocketInput(
      Channel channel, WebSocketFrames frames, Bounds bounds, Consumer<CloseReason> broken) {
    this.channel = channel;
    this.frames = frames;
    this.bounds = bounds;
    this.broken = broken;
  }

  /** Takes bytes that came; they are released. */
  void received(ChannelHandlerContext ctx, ByteBuf in) {
    if (discarding) {
      in.release();
      return;
    }
    unread =
        unread == null
            ? in
            : ByteToMessageDecoder.MERGE_CUMULATOR.cumulate(ctx.alloc(), unread, in);
    decode();
  }

  /** Discards all further input: the start of the next frame is unknown. */
  void discard() {
    discarding = true;
  }

  boolean isDiscarding() {
    return discarding;
  }

  /** Reads on to the client's close frame; bounds no longer matter. */
  void end() {
    ending = true;
    resume();
  }

  /** Reads no more messages until {@link #resume()}. */
  void pause() {
    paused = true;
    channel.config().setAutoRead(false);
  }

  void resume() {
    paused = false;
    channel.config().setAutoRead(true);
    decode();
  }

  private void decode() {
    if (decoding) {
      return;
    }
    decoding = true;
    try {
      while (unread != null && !paused) {
        if (!frames.read(unread)) {
          break;
        }
      }
    } finally {
      decoding = false;
    }
    if (unread != null && !unread.isReadable()) {
      drop();
    }
    if (watched || isUnfinished()) {
      boundUnfinished();
    }
  }

  /** Whether a message has begun and not ended. */
  private boolean isUnfinished() {
    return !ending && (unread != null || frames.begunBytes() > 0);
  }

  private void boundUnfinished() {
    int held = frames.begunBytes() + (unread == null ? 0 : unread.capacity());
    if (!bounds.hold().set(held)) {
      broken.accept(CloseReason.OVERLOADED);
    } else if (!watched && isUnfinished()) {
      watched = true;
      long before = frames.messages();
      var _ =
          channel
              .eventLoop()
              .schedule(
                  () -> checkProgress(before), bounds.message().toMillis(), TimeUnit.MILLISECONDS);
    }
  }

  private void checkProgress(long before) {
    watched = false;
    if (!isUnfinished()) {
      var _ = bounds.hold().set(0);
    } else if (frames.messages() == before && !paused) {
      broken.accept(CloseReason.MESSAGE_TIMEOUT);
    } else {
      boundUnfinished();
    }
  }

  /** Releases unread input. */
  void drop() {
    if (unread != null) {
      unread.release();
      unread = null;
    }
  }
}
