package dev.menagerie.server.redis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.menagerie.server.game.ManualClock;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** A node's clock may be off by any time: clients get the store's time. */
class StoreClockTest {
  private final ManualClock node = new ManualClock();
  private final StoreClock clock = new StoreClock(node);

  private void observe(Duration took, Duration ahead) {
    var asked = node.instant();
    observe(asked, asked.plus(took.dividedBy(2)).plus(ahead), asked.plus(took));
  }

  private void observe(Instant asked, Instant store, Instant replied) {
    clock.observe(asked, store, replied);
  }

  @Test
  void itIsTheNodesUntilTheStoreHasAnswered() {
    assertThat(clock.instant()).isEqualTo(node.instant());
  }

  @Test
  void itFollowsTheStore() {
    observe(Duration.ofMillis(10), Duration.ofMinutes(7));
    node.pass(Duration.ofSeconds(3));

    assertThat(clock.instant()).isEqualTo(node.instant().plus(Duration.ofMinutes(7)));

    observe(Duration.ofMillis(10), Duration.ofMinutes(-2));
    assertThat(clock.instant()).isEqualTo(node.instant().minus(Duration.ofMinutes(2)));
  }

  @Test
  void aSlowAnswerAndOneFromTheFutureSayNothing() {
    observe(Duration.ofMillis(10), Duration.ofSeconds(5));
    observe(Duration.ofSeconds(3), Duration.ofSeconds(900));
    observe(node.instant(), node.instant(), node.instant().minusSeconds(1));

    assertThat(clock.instant()).isEqualTo(node.instant().plusSeconds(5));
  }
}
