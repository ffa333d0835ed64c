package dev.menagerie.server.play;

import java.util.ArrayDeque;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;

/**
 * A lock that belongs to a piece of work and not to a thread: work that continues on another thread
 * keeps it. Waiters get it in order. Any thread.
 */
final class AsyncLock {
  private final ArrayDeque<Runnable> waiting = new ArrayDeque<>();
  private boolean held;

  /** Takes the lock if it is free and no other work waits for it. */
  synchronized boolean tryAcquire() {
    if (held) return false;
    held = true;
    return true;
  }

  /** Runs the work with the lock: now if it is free, else on the executor in its turn. */
  void acquire(Executor executor, Runnable work) {
    synchronized (this) {
      if (held) {
        waiting.add(() -> executor.execute(work));
        return;
      }
      held = true;
    }
    work.run();
  }

  /** Takes the lock; the calling thread waits for it. */
  void acquire() {
    var turn = new CompletableFuture<Void>();
    acquire(Runnable::run, () -> turn.complete(null));
    turn.join();
  }

  /** How many wait for it. */
  synchronized int waiting() {
    return waiting.size();
  }

  /** Gives the lock to the next. */
  void release() {
    Runnable next;
    synchronized (this) {
      if (!held) throw new IllegalStateException("not held");
      var first = waiting.poll();
      if (first == null) {
        held = false;
        return;
      }
      next = first;
    }
    next.run();
  }

  synchronized boolean isHeld() {
    return held;
  }
}
