package dev.menagerie.server.play;

import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A thread that runs the work of the games it owns: decide, commit, encode, broadcast. One pass
 * runs the tasks that have arrived and then those deferred to its end. Work on a loop never blocks.
 * The queue is bounded by the sources of its tasks: client messages, blocked callers and answers to
 * commits.
 */
final class GameLoop implements Executor {
  /** Upper bound of the tasks in one pass, so that gathered commits are sent soon. */
  private static final int PASS = 256;

  private static final Logger LOG = LoggerFactory.getLogger(GameLoop.class);

  private final Queue<Runnable> tasks = new ConcurrentLinkedQueue<>();
  private final AtomicBoolean idle = new AtomicBoolean();
  private final Thread thread;

  /** Touched by the loop's thread only. */
  private List<Runnable> endOfPass = new ArrayList<>();

  GameLoop(String name) {
    thread = Thread.ofPlatform().daemon().name(name).start(this::run);
  }

  /** Runs the task on this loop, after those that came before. Any thread. */
  @Override
  public void execute(Runnable task) {
    tasks.add(task);
    if (idle.get() && idle.compareAndSet(true, false)) LockSupport.unpark(thread);
  }

  /** Runs the task once the pass has run everything else. On the loop. */
  void atEndOfPass(Runnable task) {
    mustBeOn();
    endOfPass.add(task);
  }

  /** Whether the caller is on this loop's thread. */
  boolean isCurrent() {
    return Thread.currentThread() == thread;
  }

  private void mustBeOn() {
    if (!isCurrent()) throw new IllegalStateException("not on " + thread.getName());
  }

  @SuppressWarnings("InfiniteLoopStatement") // a daemon: it ends with the process
  private void run() {
    while (true) {
      boolean worked = runTasks();
      runEndOfPass();
      if (!worked) sleep();
    }
  }

  private boolean runTasks() {
    int ran = 0;
    for (var task = tasks.poll(); task != null; task = tasks.poll()) {
      guarded(task);
      if (++ran == PASS) break;
    }
    return ran > 0;
  }

  private void runEndOfPass() {
    if (endOfPass.isEmpty()) return;
    var last = endOfPass;
    endOfPass = new ArrayList<>();
    last.forEach(GameLoop::guarded);
  }

  private void sleep() {
    idle.set(true);
    if (tasks.isEmpty()) LockSupport.park(this);
    idle.set(false);
  }

  /** Runs one task: a failure is logged, and the loop continues with other games. */
  private static void guarded(Runnable task) {
    try {
      task.run();
    } catch (Throwable failure) {
      LOG.error("work of a game failed", failure);
    }
  }
}
