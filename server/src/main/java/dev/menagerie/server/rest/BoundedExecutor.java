package dev.menagerie.server.rest;

import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * A few platform threads and a short queue for long computations. Virtual threads share as many
 * carriers as there are processors and are not preempted: a computation of one second on a virtual
 * thread would delay every socket of the node.
 */
final class BoundedExecutor implements Executor, AutoCloseable {
  private static final long IDLE_SECONDS = 30;

  private final ThreadPoolExecutor threads;

  /**
   * @param threads computations at once
   * @param queue computations that may wait
   */
  BoundedExecutor(String name, int threads, int queue) {
    this.threads =
        new ThreadPoolExecutor(
            threads,
            threads,
            IDLE_SECONDS,
            TimeUnit.SECONDS,
            new ArrayBlockingQueue<>(queue),
            Thread.ofPlatform().daemon().name(name + "-", 0).factory());
    this.threads.allowCoreThreadTimeOut(true);
  }

  /**
   * @throws RejectedExecutionException if the queue is full, or this is closed
   */
  @Override
  public void execute(Runnable work) {
    threads.execute(work);
  }

  @Override
  public void close() {
    threads.shutdownNow();
  }
}
