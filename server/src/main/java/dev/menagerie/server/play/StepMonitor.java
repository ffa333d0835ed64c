package dev.menagerie.server.play;

import java.util.concurrent.atomic.AtomicInteger;

/** Counts the steps of this node, and times each by its stages. Safe for use by all threads. */
final class StepMonitor {
  private final AtomicInteger underWay = new AtomicInteger();
  private volatile PlayObserver observer = PlayObserver.NONE;

  /** From now on the observer hears how long steps take. */
  void observe(PlayObserver chosen) {
    observer = chosen;
  }

  /** Steps that wait or are being done. */
  int underWay() {
    return underWay.get();
  }

  /** A step has arrived. */
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

    /** The step was committed and published. */
    void published(String action) {
      observer.committed(
          action,
          new PlayObserver.StageTimes(
              deciding - arrived,
              committing - deciding,
              publishing - committing,
              System.nanoTime() - publishing));
    }

    /** The step has come to its end, whatever it was. */
    void ended() {
      underWay.decrementAndGet();
    }
  }
}
