package dev.menagerie.socketio.netty;

import dev.menagerie.socketio.engineio.EncodedPacket;
import dev.menagerie.socketio.engineio.EngineSession;
import dev.menagerie.socketio.engineio.SerialExecutor;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import io.netty.channel.EventLoop;
import io.netty.util.concurrent.ScheduledFuture;
import java.time.Duration;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * An event loop as an executor. Sessions that have something to send are flushed together by one
 * task, so a broadcast wakes each loop once, and all of them share one direct copy of its frame.
 */
final class LoopExecutor implements SerialExecutor, Runnable {
  private static final byte[] EMPTY = {};

  private final EventLoop loop;
  private final Queue<EngineSession> woken = new ConcurrentLinkedQueue<>();
  private final AtomicBoolean scheduled = new AtomicBoolean();
  private @Nullable EncodedPacket lastFrame;
  private @Nullable ByteBuf lastBytes;
  private @Nullable EncodedPacket lastZipped;
  private byte[] lastZippedBytes = EMPTY;
  private @Nullable LoopDeflater zip;

  LoopExecutor(EventLoop loop) {
    this.loop = loop;
  }

  @Override
  public boolean isCurrent() {
    return loop.inEventLoop();
  }

  @Override
  public void execute(Runnable task) {
    try {
      loop.execute(task);
    } catch (RejectedExecutionException stopped) {
      refuse(stopped);
    }
  }

  @Override
  public Timer schedule(Runnable task, Duration delay) {
    try {
      ScheduledFuture<?> future = loop.schedule(task, delay.toNanos(), TimeUnit.NANOSECONDS);
      return () -> future.cancel(false);
    } catch (RejectedExecutionException stopped) {
      refuse(stopped);
      return () -> {};
    }
  }

  /** After the server has stopped a task may be dropped; before that it is our mistake. */
  private void refuse(RejectedExecutionException rejection) {
    if (!loop.isShuttingDown()) {
      throw rejection;
    }
  }

  @Override
  public void wake(EngineSession session) {
    woken.add(session);
    if (scheduled.compareAndSet(false, true)) {
      execute(this);
    }
  }

  @Override
  public void run() {
    scheduled.set(false);
    for (EngineSession session = woken.poll(); session != null; session = woken.poll()) {
      session.flush();
    }
    forgetFrame();
  }

  /** The bytes of a frame; the next session with the same frame gets the same bytes. */
  ByteBuf bytes(EncodedPacket frame, ByteBufAllocator allocator) {
    if (frame == lastFrame && lastBytes != null) {
      return lastBytes.retainedDuplicate();
    }
    forgetFrame();
    byte[] wire = frame.webSocketBytes();
    ByteBuf bytes = allocator.directBuffer(wire.length).writeBytes(wire);
    lastFrame = frame;
    lastBytes = bytes;
    return bytes.retainedDuplicate();
  }

  /** The zlib of this loop; the settings are the same for all its connections. */
  LoopDeflater zip(Compression compression) {
    if (zip == null) {
      zip = new LoopDeflater(compression.level());
    }
    return zip;
  }

  /** The bytes of a frame that goes to many, compressed once for all of them. */
  byte[] zipped(EncodedPacket frame, LoopDeflater by) {
    if (frame != lastZipped) {
      byte[] wire = frame.webSocketBytes();
      ByteBuf out = Unpooled.buffer(wire.length);
      FrameDeflater.write(out, frame, by.deflate(wire, 0, 0, wire, frame.payloadStart()));
      lastZippedBytes = ByteBufUtil.getBytes(out);
      lastZipped = frame;
    }
    return lastZippedBytes;
  }

  private void forgetFrame() {
    lastZipped = null;
    lastZippedBytes = EMPTY;
    if (lastBytes != null) {
      lastBytes.release();
    }
    lastBytes = null;
    lastFrame = null;
  }
}
