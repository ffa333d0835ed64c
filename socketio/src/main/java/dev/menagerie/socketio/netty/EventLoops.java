package dev.menagerie.socketio.netty;

import dev.menagerie.socketio.netty.NettySettings.IoKind;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.IoEventLoop;
import io.netty.channel.IoHandlerFactory;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.SingleThreadIoEventLoop;
import io.netty.util.concurrent.DefaultThreadFactory;
import io.netty.util.concurrent.RejectedExecutionHandlers;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;

/**
 * Event loops: threads that wait for sockets and run tasks in between. Work on a loop must not
 * block, since everything else on it would wait.
 */
public final class EventLoops {
  /**
   * The time for tasks before sockets are read again. Netty's is a second: answers of the stores
   * would wait that long wherever there is always another task.
   */
  private static final long TASKS_AT_ONCE = TimeUnit.MILLISECONDS.toNanos(1);

  private static final int MAX_TASKS = Integer.MAX_VALUE;

  /** Netty's own property for the number of loops of a process. */
  private static final String COUNT = "io.netty.eventLoopThreads";

  private static final class OfProcess {
    static final EventLoopGroup LOOPS = create(count(), IoTransport.of(IoKind.BEST));
  }

  private EventLoops() {}

  /**
   * The loops that all parts of this process share: what one part starts and another continues then
   * needs no switch of threads. They are daemons and never shut down. Any thread.
   */
  public static EventLoopGroup ofProcess() {
    return OfProcess.LOOPS;
  }

  /**
   * One for two cores, as the other one is busy with stores, compiler, collector and blocking work:
   * with as many loops as cores, every second message wakes a loop that is not its game's (ADR
   * 0024).
   */
  private static int count() {
    int cores = Runtime.getRuntime().availableProcessors();
    return Math.max(1, Integer.getInteger(COUNT, cores / 2));
  }

  static EventLoopGroup create(int count, IoTransport io) {
    return new MultiThreadIoEventLoopGroup(
        count, new DefaultThreadFactory("loop", true), io.handlers()) {
      @Override
      protected IoEventLoop newChild(
          Executor executor, IoHandlerFactory handlers, Object... arguments) {
        return new SingleThreadIoEventLoop(
            this, executor, handlers, MAX_TASKS, RejectedExecutionHandlers.reject(), TASKS_AT_ONCE);
      }
    };
  }
}
