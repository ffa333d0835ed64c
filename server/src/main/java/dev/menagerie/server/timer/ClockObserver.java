package dev.menagerie.server.timer;

import java.time.Duration;

/** Observes deadlines, for metrics. Called on the threads that expire them: must not block. */
public interface ClockObserver {
  /** Ignores everything. */
  ClockObserver NONE = new ClockObserver() {};

  /** A deadline was handled, this long after it was due by this machine's clock. */
  default void expired(Duration late) {}

  /** Time of an outage was given back to so many games. */
  default void gaveBack(Duration time, int games) {}
}
