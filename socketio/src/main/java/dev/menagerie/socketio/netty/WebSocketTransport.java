package dev.menagerie.socketio.netty;

import dev.menagerie.socketio.engineio.CloseReason;
import dev.menagerie.socketio.engineio.EncodedPacket;
import dev.menagerie.socketio.engineio.EngineSession;
import dev.menagerie.socketio.engineio.UpgradeTransport;
import io.netty.buffer.ByteBuf;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.socket.DuplexChannel;
import io.netty.handler.ssl.SslHandler;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * A session's WebSocket: the only handler of its channel after the upgrade. Its methods run on the
 * channel's event loop. While it probes, the session may be on another executor, and is called on
 * that one.
 */
final class WebSocketTransport extends ChannelInboundHandlerAdapter
    implements UpgradeTransport, WebSocketFrames.Sink {
  /** Frames are copied into one buffer up to this size: one write for many small packets. */
  private static final int BATCH_BYTES = 32 * 1024;

  /** Time a client has to close its side. */
  private static final long CLOSE_SECONDS = 5;

  private final EngineSession session;
  private final LoopExecutor executor;
  private final Channel channel;
  private final WebSocketInput input;
  private final WebSocketOutput output;
  private Phase phase;

  WebSocketTransport(
      EngineSession session,
      LoopExecutor executor,
      Channel channel,
      Phase phase,
      Optional<FrameDeflater> deflating,
      WebSocketInput.Bounds bounds) {
    this.session = session;
    this.executor = executor;
    this.channel = channel;
    this.phase = phase;
    var frames = new WebSocketFrames(this, deflating.map(FrameDeflater::zip), bounds.maxRatio());
    this.input = new WebSocketInput(channel, frames, bounds, this::broken);
    this.output = new WebSocketOutput(channel, executor, deflating);
  }

  enum Phase {
    /** Asked to take over a polling session. */
    PROBING,
    /** Carries the session. */
    OPEN,
    /** The stream ends, mostly by a close frame; further input is discarded. */
    CLOSING
  }

  @Override
  public String name() {
    return "websocket";
  }

  // ---- from the client ----

  @Override
  public void channelRead(ChannelHandlerContext ctx, Object message) {
    input.received(ctx, (ByteBuf) message);
  }

  @Override
  public int messageLimit() {
    return session.input().messageLimit();
  }

  @Override
  public void text(byte[] message) {
    switch (phase) {
      case OPEN -> session.input().text(this, message);
      case PROBING -> {
        input.pause(); // the session may be on another executor: one packet at a time
        session.executor().execute(() -> session.upgrade().received(this, message, executor));
      }
      case CLOSING -> {}
    }
  }

  @Override
  public void binary(byte[] message) {
    switch (phase) {
      case OPEN -> session.input().binary(this, message);
      case PROBING -> broken(CloseReason.PARSE_ERROR);
      case CLOSING -> {}
    }
  }

  @Override
  public void ping(byte[] payload) {
    pong();
    if (phase != Phase.CLOSING) {
      output.pong(payload);
    }
  }

  @Override
  public void pong() {
    if (phase == Phase.OPEN) {
      session.input().control(this);
    }
  }

  @Override
  public void fragment() {
    pong();
  }

  @Override
  public void close(int code) {
    if (phase == Phase.CLOSING) {
      var _ = channel.close();
    } else {
      phase = Phase.CLOSING;
      var _ = output.close(code).addListener(ChannelFutureListener.CLOSE);
      lost(CloseReason.TRANSPORT_CLOSED);
    }
  }

  @Override
  public void broken(CloseReason reason) {
    input.discard();
    if (phase == Phase.CLOSING) {
      var _ = channel.close();
    } else if (phase == Phase.PROBING) {
      lost(reason);
      close(reason);
    } else {
      session.closeNow(reason);
    }
  }

  private void lost(CloseReason reason) {
    var owner = session.executor();
    if (owner.isCurrent()) {
      session.transportLost(this, reason);
    } else {
      owner.execute(() -> session.transportLost(this, reason));
    }
  }

  @Override
  public void channelInactive(ChannelHandlerContext ctx) {
    phase = Phase.CLOSING;
    input.drop();
    lost(CloseReason.TRANSPORT_CLOSED);
  }

  @Override
  public void exceptionCaught(ChannelHandlerContext ctx, Throwable failure) {
    phase = Phase.CLOSING;
    lost(CloseReason.TRANSPORT_ERROR);
    var _ = ctx.close();
  }

  @Override
  public void handlerRemoved(ChannelHandlerContext ctx) {
    input.drop();
  }

  // ---- to the client ----

  @Override
  public void channelWritabilityChanged(ChannelHandlerContext ctx) {
    if (phase == Phase.OPEN && channel.isWritable()) {
      flush(session);
    }
  }

  @Override
  public void flush(EngineSession source) {
    boolean wrote = false;
    while (phase == Phase.OPEN && channel.isWritable()) {
      List<EncodedPacket> batch = source.take(BATCH_BYTES);
      if (batch.isEmpty()) {
        break;
      }
      output.write(batch);
      wrote = true;
    }
    if (wrote) {
      channel.flush();
    }
  }

  @Override
  public long bufferedBytes() {
    long high = channel.config().getWriteBufferHighWaterMark();
    return channel.isWritable() ? Math.max(0, high - channel.bytesBeforeUnwritable()) : high;
  }

  @Override
  public void reading(Reading reading) {
    if (phase == Phase.PROBING) { // the session is ours from here on
      phase = Phase.OPEN;
      flush(session); // a flush before this moment did nothing
    }
    if (reading == Reading.PAUSED) {
      input.pause();
    } else {
      input.resume();
    }
  }

  @Override
  public void replyToProbe(EncodedPacket reply) {
    executor.execute(() -> {
      output.writeNow(reply);
      input.resume();
    });
  }

  @Override
  public void close(CloseReason reason) {
    if (executor.isCurrent()) {
      closeHere(reason);
    } else {
      executor.execute(() -> closeHere(reason));
    }
  }

  private void closeHere(CloseReason reason) {
    if (phase == Phase.CLOSING || !channel.isActive()) {
      var _ = channel.close();
      return;
    }
    boolean withoutFrame = phase == Phase.OPEN && reason.isInvitedBack();
    if (phase == Phase.OPEN && reason.isOrderly()) {
      List<EncodedPacket> rest = session.take(Long.MAX_VALUE);
      if (!rest.isEmpty()) {
        output.write(rest);
      }
    }
    phase = Phase.CLOSING;
    if (reason == CloseReason.SLOW_CONSUMER || reason == CloseReason.TRANSPORT_ERROR) {
      var _ = channel.close(); // the client does not read: a close frame would never get through
      return;
    }
    ChannelFuture sent = withoutFrame ? output.written() : output.close(reason.webSocketCode());
    if (withoutFrame || input.isDiscarding()) {
      var _ = sent.addListener(done -> endOutput());
    }
    var _ = channel.eventLoop().schedule(this::cut, CLOSE_SECONDS, TimeUnit.SECONDS);
    input.end();
  }

  /**
   * Ends the stream. The client's own close frame will not be waited for, and closing the channel
   * with unread input would reset the connection.
   */
  private void endOutput() {
    if (channel instanceof DuplexChannel duplex
        && channel.pipeline().get(SslHandler.class) == null) {
      var _ = duplex.shutdownOutput();
    } else {
      var _ = channel.close();
    }
  }

  private void cut() {
    var _ = channel.close();
  }
}
