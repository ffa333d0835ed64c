package dev.menagerie.server.background;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class SupervisedLoopTest {
  private static final List<Throwable> FAILURES =
      List.of(
          new IllegalStateException("planted"),
          new OutOfMemoryError("planted: unable to create native thread"),
          new NoClassDefFoundError("planted: too many open files"),
          new StackOverflowError("planted"));

  @Test
  void itRunsOnAfterEveryKindOfFailure() throws Exception {
    var runs = new LinkedBlockingQueue<Integer>();
    var count = new AtomicInteger();
    try (var _ =
        SupervisedLoop.start(
            "failing",
            Duration.ZERO,
            () -> {
              int run = count.getAndIncrement();
              runs.add(run);
              if (run < FAILURES.size()) throw unchecked(FAILURES.get(run));
              return Duration.ofDays(1);
            })) {
      for (int run = 0; run <= FAILURES.size(); run++) assertThat(runs.take()).isEqualTo(run);
    }
  }

  @Test
  void closingInterruptsAStepThatWaits() throws Exception {
    var waiting = new CountDownLatch(1);
    var ended = new CountDownLatch(1);
    var loop =
        SupervisedLoop.start(
            "waiting",
            Duration.ZERO,
            () -> {
              waiting.countDown();
              try {
                new CountDownLatch(1).await();
                return Duration.ZERO;
              } finally {
                ended.countDown();
              }
            });
    waiting.await();
    loop.close();
    assertThat(ended.getCount()).isZero();
    assertThat(loop.isClosing()).isTrue();
  }

  @Test
  void finishingLetsAStepEndAndRunsNoOther() throws Exception {
    var began = new CountDownLatch(1);
    var steps = new AtomicInteger();
    var mayEnd = new CountDownLatch(1);
    var loop =
        SupervisedLoop.start(
            "finishing",
            Duration.ZERO,
            () -> {
              began.countDown();
              mayEnd.await();
              steps.incrementAndGet();
              return Duration.ZERO;
            });
    began.await();
    var closer = Thread.startVirtualThread(loop::finish);
    while (!loop.isClosing()) Thread.onSpinWait();
    mayEnd.countDown();
    closer.join();
    assertThat(steps).hasValue(1);
  }

  private static RuntimeException unchecked(Throwable failure) {
    if (failure instanceof Error error) throw error;
    return (RuntimeException) failure;
  }
}
