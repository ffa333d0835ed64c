package dev.menagerie.socketio;

import dev.menagerie.socketio.http.ClientNetwork;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.LongSupplier;

/**
 * Limits the failures of one address, such as at joining a namespace. An IPv6 address counts as its
 * network. For any thread; the addresses longest silent are forgotten when there are too many.
 */
public final class FailureLimit {
  /** Upper bound on addresses of some 100 bytes; attacks from more need other means. */
  private static final int MAX_ADDRESSES = 50_000;

  private final long periodNanos;
  private final long failureNanos;
  private final LongSupplier nanoClock;

  /** When each address will have worked off its failures, on the clock. */
  private final Map<String, Long> clearAt =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Long> eldest) {
          return size() > MAX_ADDRESSES;
        }
      };

  /** So many failures in a burst and in each period. */
  public FailureLimit(int failures, Duration period) {
    this(failures, period, System::nanoTime);
  }

  FailureLimit(int failures, Duration period, LongSupplier nanoClock) {
    if (failures < 1 || !period.isPositive()) {
      throw new IllegalArgumentException("a limit allows at least one failure in some time");
    }
    this.periodNanos = period.toNanos();
    this.failureNanos = Math.max(1, periodNanos / failures);
    this.nanoClock = nanoClock;
  }

  /** Records a failure of this address; returns true if it exceeds the limit. */
  public boolean recordFailure(String address) {
    String network = ClientNetwork.of(address);
    synchronized (clearAt) {
      long now = nanoClock.getAsLong();
      Long clear = clearAt.get(network);
      long since = clear == null || clear - now < 0 ? now : clear;
      boolean exceeded = since + failureNanos - now > periodNanos;
      if (!exceeded) {
        clearAt.put(network, since + failureNanos);
      }
      return exceeded;
    }
  }
}
