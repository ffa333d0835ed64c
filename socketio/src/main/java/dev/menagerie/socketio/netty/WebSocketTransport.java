package dev.menagerie.socketio.netty;

import dev.menagerie.socketio.engineio.CloseReason;
import dev.menagerie.socketio.engineio.EngineSession;
import dev.menagerie.socketio.engineio.Frame;
import dev.menagerie.socketio.engineio.UpgradeTransport;
import dev.menagerie.socketio.limits.ByteHold;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.socket.DuplexChannel;
import io.netty.handler.codec.ByteToMessageDecoder;
import io.netty.handler.ssl.SslHandler;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * A session's WebSocket: the only handler of its channel after the upgrade. Its methods run on the
 * channel's event loop; while it probes, the session lives on a lane of its own and is called over
 * there.
 */
final class WebSocketTransport extends ChannelInboundHandlerAdapter
    implements UpgradeTransport, WebSocketFrames.Sink {
  /** Frames are copied into one buffer up to this size: one write for many small packets. */
  private static final int BATCH_BYTES = 32 * 1024;

  /** How long a client may take to answer our close frame. */
  private static final long CLOSE_SECONDS = 5;

  private final EngineSession session;
  private final LoopLane lane;
  private final Channel channel;
  private final @Nullable Deflating deflating;
  private final WebSocketFrames frames;
  private final Bounds bounds;
  private @Nullable ByteBuf unread;
  private Phase phase;
  private boolean paused;
  private boolean decoding;
  private boolean discardingInput;
  private boolean watched;

  WebSocketTransport(
      EngineSession session,
      LoopLane lane,
      Channel channel,
      Phase phase,
      Optional<Deflating> deflating,
      Bounds bounds) {
    this.bounds = bounds;
    this.session = session;
    this.lane = lane;
    this.channel = channel;
    this.phase = phase;
    this.deflating = deflating.orElse(null);
    this.frames = new WebSocketFrames(this, deflating.map(Deflating::zip), bounds.maxRatio());
  }

  /**
   * What a client may hold by a message that it does not finish.
   *
   * @param hold what its connection holds
   * @param message how long a message may take to arrive
   * @param maxRatio how many times its size a message may inflate to
   */
  record Bounds(ByteHold hold, Duration message, int maxRatio) {}

  enum Phase {
    /** Asked to take over a polling session. */
    PROBING,
    /** Carries the session. */
    OPEN,
    /** A close frame went out; what still comes is thrown away. */
    CLOSING
  }

  @Override
  public String name() {
    return "websocket";
  }

  // ---- from the client ----

  @Override
  public void channelRead(ChannelHandlerContext ctx, Object message) {
    ByteBuf in = (ByteBuf) message;
    if (discardingInput) {
      in.release();
      return;
    }
    ByteBuf all =
        unread == null
            ? in
            : ByteToMessageDecoder.MERGE_CUMULATOR.cumulate(ctx.alloc(), unread, in);
    unread = all;
    decode();
  }

  private void decode() {
    if (decoding) {
      return;
    }
    decoding = true;
    try {
      while (unread != null && (phase == Phase.CLOSING || !paused)) {
        if (!frames.read(unread)) {
          break;
        }
      }
    } finally {
      decoding = false;
    }
    if (unread != null && !unread.isReadable()) {
      dropUnread();
    }
    if (isUnfinished() || watched) {
      boundUnfinished();
    }
  }

  /** Whether a message has begun and not ended, by its client's doing. */
  private boolean isUnfinished() {
    return phase != Phase.CLOSING && (unread != null || frames.begunBytes() > 0);
  }

  /** Part of a message is here: it must fit, and the rest must come in time. */
  private void boundUnfinished() {
    int held = frames.begunBytes() + (unread == null ? 0 : unread.capacity());
    if (!bounds.hold().set(held)) {
      broken(CloseReason.OVERLOADED);
    } else if (!watched && isUnfinished()) {
      watched = true;
      long before = frames.messages();
      var _ =
          channel
              .eventLoop()
              .schedule(() -> checkProgress(before), bounds.message().toMillis(), TimeUnit.MILLISECONDS);
    }
  }

  private void checkProgress(long before) {
    watched = false;
    if (!isUnfinished()) {
      var _ = bounds.hold().set(0);
    } else if (frames.messages() == before && !paused) {
      broken(CloseReason.MESSAGE_TIMEOUT);
    } else {
      boundUnfinished();
    }
  }

  private void dropUnread() {
    if (unread != null) {
      unread.release();
      unread = null;
    }
  }

  @Override
  public int messageLimit() {
    return session.messageLimit();
  }

  @Override
  public void text(byte[] message) {
    switch (phase) {
      case OPEN -> session.receivedText(this, message);
      case PROBING -> {
        hold(); // the session may be on another lane: one packet at a time
        session.lane().execute(() -> session.probeReceived(this, message, lane));
      }
      case CLOSING -> {}
    }
  }

  @Override
  public void binary(byte[] message) {
    switch (phase) {
      case OPEN -> session.receivedBinary(this, message);
      case PROBING -> broken(CloseReason.PARSE_ERROR);
      case CLOSING -> {}
    }
  }

  @Override
  public void ping(byte[] payload) {
    pong();
    if (phase != Phase.CLOSING && channel.isWritable()) {
      var _ = channel.writeAndFlush(control(0xA, payload), channel.voidPromise());
    }
  }

  @Override
  public void pong() {
    if (phase == Phase.OPEN) {
      session.receivedControl(this);
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
      var _ = channel.writeAndFlush(closeFrame(code)).addListener(ChannelFutureListener.CLOSE);
      lost(CloseReason.TRANSPORT_CLOSED);
    }
  }

  @Override
  public void broken(CloseReason reason) {
    discardingInput = true; // after a broken frame the start of the next one is unknown
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
    var at = session.lane();
    if (at.isCurrent()) {
      session.transportLost(this, reason);
    } else {
      at.execute(() -> session.transportLost(this, reason));
    }
  }

  @Override
  public void channelInactive(ChannelHandlerContext ctx) {
    phase = Phase.CLOSING;
    dropUnread();
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
    dropUnread();
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
      List<Frame> batch = source.take(BATCH_BYTES);
      if (batch.isEmpty()) {
        break;
      }
      write(batch);
      wrote = true;
    }
    if (wrote) {
      channel.flush();
    }
  }

  private void write(List<Frame> batch) {
    ByteBuf bytes;
    if (deflating != null) {
      bytes = channel.alloc().directBuffer(size(batch));
      for (Frame frame : batch) {
        deflating.write(bytes, frame);
      }
    } else if (batch.size() == 1) {
      bytes = lane.bytes(batch.getFirst(), channel.alloc());
    } else {
      bytes = channel.alloc().directBuffer(size(batch));
      for (Frame frame : batch) {
        bytes.writeBytes(frame.webSocketBytes());
      }
    }
    var _ = channel.write(bytes, channel.voidPromise());
  }

  private static int size(List<Frame> batch) {
    int size = 0;
    for (Frame frame : batch) {
      size += frame.size();
    }
    return size;
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
      hold();
    } else {
      paused = false;
      channel.config().setAutoRead(true);
      decode();
    }
  }

  private void hold() {
    paused = true;
    channel.config().setAutoRead(false);
  }

  @Override
  public void replyToProbe(Frame reply) {
    lane.execute(() -> {
      var _ =
          channel.writeAndFlush(
              Unpooled.wrappedBuffer(reply.webSocketBytes()), channel.voidPromise());
      paused = false;
      channel.config().setAutoRead(true);
      decode();
    });
  }

  @Override
  public void close(CloseReason reason) {
    if (lane.isCurrent()) {
      closeHere(reason);
    } else {
      lane.execute(() -> closeHere(reason));
    }
  }

  private void closeHere(CloseReason reason) {
    if (phase == Phase.CLOSING || !channel.isActive()) {
      var _ = channel.close();
      return;
    }
    if (phase == Phase.OPEN && reason.isOrderly()) {
      List<Frame> rest = session.take(Long.MAX_VALUE);
      if (!rest.isEmpty()) {
        write(rest);
      }
    }
    phase = Phase.CLOSING;
    if (reason == CloseReason.SLOW_CONSUMER || reason == CloseReason.TRANSPORT_ERROR) {
      var _ = channel.close(); // it does not read: a close frame would wait behind everything else
      return;
    }
    paused = false;
    channel.config().setAutoRead(true);
    ChannelFuture farewell = channel.writeAndFlush(closeFrame(reason.webSocketCode()));
    if (discardingInput) {
      var _ = farewell.addListener(done -> endOutput());
    }
    var _ = channel.eventLoop().schedule(this::cut, CLOSE_SECONDS, TimeUnit.SECONDS);
  }

  /**
   * The client's own close frame will not be read: the client gets the end of the stream instead,
   * and never a reset.
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

  private static ByteBuf closeFrame(int code) {
    return control(0x8, new byte[] {(byte) (code >>> 8), (byte) code});
  }

  private static ByteBuf control(int opcode, byte[] payload) {
    return Unpooled.buffer(2 + payload.length)
        .writeByte(0x80 | opcode)
        .writeByte(payload.length)
        .writeBytes(payload);
  }
}
