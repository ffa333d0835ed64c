package dev.menagerie.server.recovery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.menagerie.server.StoreUnavailable;
import dev.menagerie.server.StoreUnavailable.Store;
import dev.menagerie.server.game.Partition;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** Partitions are opened several at once, each once, those that are asked for first. */
class PartitionOpeningTest {
  private static final int AT_ONCE = 6;

  private final Set<Partition> preferred = ConcurrentHashMap.newKeySet();
  private final PartitionOpening opening = new PartitionOpening(() -> Set.copyOf(preferred));

  @Test
  void eachIsOpenedOnceAndCounted() {
    var opened = new ConcurrentLinkedQueue<Partition>();

    int restored =
        opening.open(
            Partition.all(),
            partition -> {
              opened.add(partition);
              return 2;
            });

    assertThat(opened).containsExactlyInAnyOrderElementsOf(Partition.all());
    assertThat(restored).isEqualTo(2 * Partition.COUNT);
  }

  @Test
  void severalAreOpenedAtOnce() {
    var together = new CountDownLatch(AT_ONCE);

    opening.open(
        Partition.all(),
        _ -> {
          together.countDown();
          awaited(together);
          return 0;
        });

    assertThat(together.getCount()).isZero();
  }

  @Test
  void requestedPartitionsOpenFirst() {
    var wanted = new Partition(60);
    var order = new ConcurrentLinkedQueue<Partition>();
    var first = new CountDownLatch(1);
    var begun = new AtomicInteger();

    opening.open(
        Partition.all(),
        partition -> {
          if (begun.incrementAndGet() == AT_ONCE) {
            preferred.add(wanted);
            first.countDown();
          }
          awaited(first);
          order.add(partition);
          return 0;
        });

    assertThat(List.copyOf(order).indexOf(wanted)).isLessThanOrEqualTo(2 * AT_ONCE);
  }

  @Test
  void oneThatCannotBeOpenedDoesNotKeepTheOthersShut() {
    var opened = new ConcurrentLinkedQueue<Partition>();

    assertThatThrownBy(() ->
            opening.open(
                Partition.all(),
                partition -> {
                  if (partition.value() == 7) {
                    throw new StoreUnavailable(Store.POSTGRES, new IllegalStateException("away"));
                  }
                  opened.add(partition);
                  return 0;
                }))
        .isInstanceOf(StoreUnavailable.class);

    assertThat(opened).hasSize(Partition.COUNT - 1);
  }

  private static void awaited(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
