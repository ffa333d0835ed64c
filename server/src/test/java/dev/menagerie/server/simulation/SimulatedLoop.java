package dev.menagerie.server.simulation;

import io.netty.channel.EventLoopGroup;
import io.netty.channel.SingleThreadEventLoop;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/** An event loop without sockets, on a thread of a simulated process. */
final class SimulatedLoop extends SingleThreadEventLoop {
  SimulatedLoop(SimulatedProcess process) {
    super((EventLoopGroup) null, executor(process), true);
  }

  private static Executor executor(SimulatedProcess process) {
    return work -> process.loopThread("loop", work).start();
  }

  @Override
  protected void run() {
    while (!confirmShutdown()) {
      @Nullable Runnable task = takeTask();
      if (task != null) runTask(task);
      runAllTasks();
    }
  }
}
