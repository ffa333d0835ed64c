package dev.menagerie.socketio.netty;

import io.netty.channel.ChannelHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Reports that connections cannot be accepted, for instance because the process has too many open
 * files. Netty stops accepting for a second then, and goes on; clients wait in the backlog.
 */
@ChannelHandler.Sharable
final class AcceptFailures extends ChannelInboundHandlerAdapter {
  private static final System.Logger LOG = System.getLogger(AcceptFailures.class.getName());

  /** Shortest time between two reports. */
  private static final long INTERVAL_NANOS = TimeUnit.MINUTES.toNanos(1);

  private final AtomicLong nextReport = new AtomicLong(System.nanoTime());

  @Override
  public void exceptionCaught(ChannelHandlerContext ctx, Throwable failure) {
    long now = System.nanoTime();
    long due = nextReport.get();
    if (now - due >= 0 && nextReport.compareAndSet(due, now + INTERVAL_NANOS)) {
      LOG.log(
          System.Logger.Level.WARNING,
          "cannot accept connections, trying again every second: " + failure.getMessage());
    }
    ctx.fireExceptionCaught(failure);
  }
}
