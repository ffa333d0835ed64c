package dev.menagerie.server.simulation;

import dev.menagerie.server.StoreUnavailable.Store;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** The process of a store: it answers, refuses every connection, or does neither. */
final class StoreHost {
  private static final long TYPICAL_NANOS = 300_000;

  /** One call of so many takes a hundred times as long. */
  private static final int SLOW_ONE_IN = 200;

  private final Store store;
  private final List<Runnable> waiting = new ArrayList<>();
  private boolean isDown;
  private boolean isStalled;

  StoreHost(Store store) {
    this.store = store;
  }

  Store store() {
    return store;
  }

  long latency(Random random) {
    long typical = 1 + (long) (random.nextDouble() * 2 * TYPICAL_NANOS);
    return random.nextInt(SLOW_ONE_IN) == 0 ? typical * 100 : typical;
  }

  void stop() {
    isDown = true;
  }

  void start() {
    isDown = false;
  }

  boolean isDown() {
    return isDown;
  }

  /** As by SIGSTOP: connections stay open, calls wait. */
  void stall() {
    isStalled = true;
  }

  boolean isStalled() {
    return isStalled;
  }

  void whenGoingOn(Runnable arrival) {
    waiting.add(arrival);
  }

  void goOn() {
    isStalled = false;
    var all = List.copyOf(waiting);
    waiting.clear();
    all.forEach(Runnable::run);
  }
}
