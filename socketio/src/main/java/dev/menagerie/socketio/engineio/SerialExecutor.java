package dev.menagerie.socketio.engineio;

import java.time.Duration;

/** The one thread at a time that may touch a session's state; an event loop, or a test's hand. */
public interface SerialExecutor {
  /** Whether the caller is on this lane. */
  boolean isCurrent();

  /** Runs the task on this lane, after what was handed in before. */
  void execute(Runnable task);

  /** Runs the task on this lane after a delay. */
  Timer schedule(Runnable task, Duration delay);

  /**
   * Has {@link EngineSession#flush()} called on this lane soon; many sessions may share one
   * wake-up.
   */
  void wake(EngineSession session);

  /** A task that may still be called off. */
  interface Timer {
    void cancel();
  }
}
