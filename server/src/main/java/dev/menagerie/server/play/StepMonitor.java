package dev.menagerie.server.play;

import java.util.concurrent.atomic.AtomicInteger;

/** Counts the steps of this node, and times each by its stages. Safe for use by all threads. */
final class StepMonitor {
  private final AtomicInteger underWay = new AtomicInteger();
  private volatile PlayObserver observer = PlayObserver.NONE;

  /** Adds an observer of the time that steps take. Before the server starts. */
  void observe(PlayObserver further) {
    observer = PlayObserver.both(observer, further);
  }

  /** The number of steps that wait or run. */
  int underWay() {
    return underWay.get();
  }

  /** Counts a new step and starts its timer. */
  Timer arrived() {
    underWay.incrementAndGet();
    return new Timer();
  }

  /** Times one step. Used by one thread at a time. */
  final class Timer {
    private final long arrived = System.nanoTime();
    private long deciding;
    private long committing;
    private long publishing;

    void deciding() {
      deciding = System.nanoTime();
    }

    void committing() {
      committing = System.nanoTime();
    }

    void publishing() {
      publishing = System.nanoTime();
    }

    /** Reports the times of a committed and published step. */
    void published(GameRecord record) {
      observer.committed(
          record,
          new PlayObserver.StageTimes(
              deciding - arrived,
              committing - deciding,
              publishing - committing,
              System.nanoTime() - publishing));
    }

    /** Stops counting a step that has ended, with any outcome. */
    void ended() {
      underWay.decrementAndGet();
    }
  }
}
