package dev.menagerie.server.commandline;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * The signal to end this process (SIGTERM, SIGINT), valid from the first moment on. During the
 * start it interrupts the starting thread, which closes what it has opened; later it wakes the
 * waiting thread. The process ends with code 0 after everything is closed.
 */
final class StopSignal {
  private final Thread owner = Thread.currentThread();
  private final CountDownLatch requested = new CountDownLatch(1);
  private final CountDownLatch finished = new CountDownLatch(1);
  private final Duration limit;
  private boolean starting = true;

  private StopSignal(Duration limit) {
    this.limit = limit;
  }

  /**
   * Starts to listen; the calling thread is the one that the signal interrupts.
   *
   * @param limit how long the process may take to close everything
   */
  static StopSignal listen(Duration limit) {
    var signal = new StopSignal(limit);
    Runtime.getRuntime()
        .addShutdownHook(Thread.ofPlatform().name("shutdown").unstarted(signal::shutDown));
    return signal;
  }

  private void shutDown() {
    if (finished.getCount() == 0) return; // the process is ending already, with its own code
    request();
    try {
      var _ = finished.await(limit.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    System.out.flush();
    Runtime.getRuntime().halt(0);
  }

  private synchronized void request() {
    requested.countDown();
    if (starting) owner.interrupt();
  }

  /** Whether the process is to end. */
  boolean isRequested() {
    return requested.getCount() == 0;
  }

  /** The start is over: from now on nothing is interrupted. */
  synchronized void started() {
    starting = false;
    if (isRequested()) Thread.interrupted();
  }

  /** Waits until the process is to end. */
  void await() throws InterruptedException {
    requested.await();
  }

  /** Everything is closed, or could not be started. */
  void finish() {
    finished.countDown();
  }
}
