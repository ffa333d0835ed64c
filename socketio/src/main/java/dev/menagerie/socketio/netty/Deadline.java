package dev.menagerie.socketio.netty;

import io.netty.channel.ChannelHandlerContext;
import io.netty.util.concurrent.Future;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** The one thing a connection waits for, and for how long. On its event loop. */
final class Deadline {
  private final Runnable missed;
  private @Nullable Future<?> timer;

  /** A deadline that runs this when it is missed. */
  Deadline(Runnable missed) {
    this.missed = missed;
  }

  /** Replaces the deadline by one that ends after this time. */
  void set(ChannelHandlerContext ctx, Duration time) {
    clear();
    timer = ctx.executor().schedule(missed, time.toMillis(), TimeUnit.MILLISECONDS);
  }

  /** Nothing is waited for. */
  void clear() {
    if (timer != null) {
      timer.cancel(false);
      timer = null;
    }
  }
}
