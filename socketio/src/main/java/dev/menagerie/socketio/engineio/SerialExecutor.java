package dev.menagerie.socketio.engineio;

import java.time.Duration;

/** Runs a session's tasks one at a time: an event loop, or the thread of a test. */
public interface SerialExecutor {
  /** Whether the caller is on this executor. */
  boolean isCurrent();

  /** Runs the task after those submitted before. */
  void execute(Runnable task);

  /** Runs the task on this executor after a delay. */
  Timer schedule(Runnable task, Duration delay);

  /**
   * Has {@link EngineSession#flush()} called on this executor soon; many sessions may share one
   * wake-up.
   */
  void wake(EngineSession session);

  /** A task that may still be called off. */
  interface Timer {
    /** Keeps the task from running if it has not begun. */
    void cancel();
  }
}
