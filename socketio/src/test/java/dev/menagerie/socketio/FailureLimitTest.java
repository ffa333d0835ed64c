package dev.menagerie.socketio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** A client that fails too often is refused for a while. */
class FailureLimitTest {
  private final AtomicLong clock = new AtomicLong(Long.MAX_VALUE - 7); // nanoTime may overflow
  private final FailureLimit limit = new FailureLimit(3, Duration.ofSeconds(30), clock::get);

  private void fails(String address, boolean... exceeded) {
    for (boolean expected : exceeded) {
      assertThat(limit.recordFailure(address)).isEqualTo(expected);
    }
  }

  @Test
  void soManyFailuresAreAllowedAtOnce() {
    fails("192.0.2.1", false, false, false, true, true);
  }

  @Test
  void anotherAddressHasItsOwn() {
    fails("192.0.2.1", false, false, false, true);
    fails("192.0.2.2", false, false, false, true);
  }

  @Test
  void eachThirdOfThePeriodAllowsOneMore() {
    fails("192.0.2.1", false, false, false, true);
    clock.addAndGet(Duration.ofSeconds(10).toNanos());
    fails("192.0.2.1", false, true);
    clock.addAndGet(Duration.ofHours(1).toNanos());
    fails("192.0.2.1", false, false, false, true);
  }

  @Test
  void oneNetworkOfIpv6IsOneAddress() {
    fails("2001:db8:1:2::1", false, false, false);
    fails("2001:db8:1:2:ffff::2", true);
    fails("2001:db8:1:3::1", false);
  }

  @Test
  void theAddressesLongestSilentAreForgotten() {
    fails("192.0.2.1", false, false, false, true);
    for (int i = 0; i < 50_000; i++) {
      fails("10." + (i >> 16) + "." + (i >> 8 & 0xFF) + "." + (i & 0xFF), false);
    }
    fails("192.0.2.1", false);
  }

  @Test
  void aLimitAllowsSomething() {
    assertThatThrownBy(() -> new FailureLimit(0, Duration.ofSeconds(1)))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new FailureLimit(1, Duration.ZERO))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
