package dev.menagerie.server.play;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** Only so many bots choose at the same time, and none is left out. */
class BotThreadsTest {
  private static final int MOST = 3;
  private static final int BOTS = 8 * MOST;
  private static final int PATIENCE_SECONDS = 20;

  private final BotThreads bots = new BotThreads(MOST);
  private final AtomicInteger choosing = new AtomicInteger();
  private final AtomicInteger peak = new AtomicInteger();

  /** As many as there are threads meet here: they choose at the same time. */
  private final CyclicBarrier together = new CyclicBarrier(MOST);

  @Test
  void asManyBotsChooseAtOnceAsThereAreThreadsAndNoMore() throws Exception {
    List<Future<Integer>> choices = new ArrayList<>();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < BOTS; i++) choices.add(threads.submit(() -> bots.choose(this::choice)));
    }

    assertThat(choices).hasSize(BOTS).allMatch(choice -> choice.state() == Future.State.SUCCESS);
    assertThat(peak).hasValue(MOST);
    assertThat(bots.waiting()).isZero();
  }

  @Test
  void aChoiceThatFailsGivesItsThreadBack() {
    for (int i = 0; i <= MOST; i++) {
      assertThatThrownBy(() -> bots.choose(BotThreadsTest::failure))
          .isInstanceOf(IllegalStateException.class);
    }

    assertThat(bots.choose(() -> "chosen")).isEqualTo("chosen");
  }

  @Test
  void botsChooseOnThreadsOfTheirOwn() throws Exception {
    try (var players = Executors.newVirtualThreadPerTaskExecutor()) {
      Thread thread = players.submit(() -> bots.choose(Thread::currentThread)).get();
      assertThat(thread.isVirtual()).isFalse();
      assertThat(thread.getName()).startsWith("bot-");
    }
  }

  private int choice() {
    int now = choosing.incrementAndGet();
    peak.accumulateAndGet(now, Math::max);
    try {
      together.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException | BrokenBarrierException | TimeoutException alone) {
      throw new AssertionError("fewer bots at once than threads", alone);
    }
    return choosing.decrementAndGet();
  }

  private static Object failure() {
    throw new IllegalStateException("a bot fails");
  }
}
