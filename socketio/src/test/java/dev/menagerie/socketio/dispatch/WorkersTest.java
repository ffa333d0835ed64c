package dev.menagerie.socketio.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** Tasks that wait delay no other, and none is lost. */
class WorkersTest {
  @AutoClose private final Workers workers = new Workers(2).start();

  @Test
  void aTaskRunsBehindAThousandThatWait() throws InterruptedException {
    var release = new CountDownLatch(1);
    var released = new CountDownLatch(1000);
    for (int i = 0; i < 1000; i++) {
      boolean polite = i % 10 != 0;
      workers.execute(() -> {
        if (polite) {
          Workers.releaseSlot();
        }
        await(release);
        released.countDown();
      });
    }
    var taken = new CountDownLatch(1);
    workers.execute(taken::countDown);
    assertThat(taken.await(20, TimeUnit.SECONDS)).isTrue();
    assertThat(released.getCount()).isEqualTo(1000);
    release.countDown();
    assertThat(released.await(20, TimeUnit.SECONDS)).isTrue();
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  @Test
  void everyTaskRunsOnce() throws InterruptedException {
    int each = 50_000;
    var taken = new AtomicInteger();
    var all = new CountDownLatch(4 * each);
    for (int thread = 0; thread < 4; thread++) {
      Thread.ofPlatform()
          .start(() -> {
            for (int i = 0; i < each; i++) {
              workers.execute(() -> {
                taken.incrementAndGet();
                all.countDown();
              });
            }
          });
    }
    assertThat(all.await(30, TimeUnit.SECONDS)).isTrue();
    assertThat(taken).hasValue(4 * each);
  }
}
