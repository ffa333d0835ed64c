package dev.menagerie.server.play;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/** Counts the steps of this node, and times each by its stages. Safe for use by all threads. */
final class StepMonitor {
  private final AtomicInteger underWay = new AtomicInteger();
  private final List<PlayObserver> observers = new CopyOnWriteArrayList<>();

  /** Adds an observer of the time that steps take. */
  void observe(PlayObserver observer) {
    observers.add(observer);
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
      var times =
          new PlayObserver.StageTimes(
              deciding - arrived,
              committing - deciding,
              publishing - committing,
              System.nanoTime() - publishing);
      for (var observer : observers) observer.committed(record, times);
    }

    /** Stops counting a step that has ended, with any outcome. */
    void ended() {
      underWay.decrementAndGet();
    }
  }
}
