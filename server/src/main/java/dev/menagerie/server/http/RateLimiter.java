package dev.menagerie.server.http;

import dev.menagerie.socketio.http.ClientNetwork;
import io.github.bucket4j.BlockingStrategy;
import io.github.bucket4j.Bucket;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Token buckets by limit and caller, on this node alone. They keep one caller from using the
 * capacity of all. With too many callers, the ones idle longest are evicted.
 */
public final class RateLimiter {
  /** Upper bound on buckets of some 300 bytes; a flood from more addresses needs other means. */
  private static final int MAX_BUCKETS = 50_000;

  private final Map<Key, Bucket> buckets =
      new LinkedHashMap<>(256, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Key, Bucket> eldest) {
          return size() > MAX_BUCKETS;
        }
      };

  private final BlockingStrategy waiting;

  private record Key(String limit, String caller) {}

  /** A limiter whose waits are real. */
  public RateLimiter() {
    this(BlockingStrategy.PARKING);
  }

  /**
   * A limiter that waits in another way.
   *
   * @param waiting how {@link #await} spends the time
   */
  public RateLimiter(BlockingStrategy waiting) {
    this.waiting = waiting;
  }

  /** Takes one call; returns empty, or how long to wait. */
  public Optional<Duration> take(RateLimit limit, String caller) {
    return take(limit, caller, 1);
  }

  /** Takes several calls at once, all that the limit has at most. */
  private Optional<Duration> take(RateLimit limit, String caller, long calls) {
    var probe = bucket(limit, caller).tryConsumeAndReturnRemaining(Math.min(calls, limit.calls()));
    return probe.isConsumed()
        ? Optional.empty()
        : Optional.of(Duration.ofNanos(probe.getNanosToWaitForRefill()));
  }

  /**
   * Takes one call, waiting for it in line with others; false if it would take longer than that,
   * and then nothing is taken.
   */
  public boolean await(RateLimit limit, String caller, Duration atMost) {
    try {
      return bucket(limit, caller).asBlocking().tryConsume(1, atMost, waiting);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  /** How long until the caller may take one call. */
  public Duration untilNext(RateLimit limit, String caller) {
    return Duration.ofNanos(
        bucket(limit, caller).estimateAbilityToConsume(1).getNanosToWaitForRefill());
  }

  /** Takes one call or refuses the request. */
  public void require(RateLimit limit, String caller) {
    require(limit, caller, 1);
  }

  /** Takes several calls at once, all that the limit has at most, or refuses the request. */
  public void require(RateLimit limit, String caller, long calls) {
    take(limit, caller, calls)
        .ifPresent(wait -> {
          throw HttpRefusal.of(ProblemKind.RATE_LIMITED).retryAfter(wait);
        });
  }

  /** Undoes one {@link #take} that turned out not to count. */
  public void giveBack(RateLimit limit, String caller) {
    bucket(limit, caller).addTokens(1);
  }

  /** An address as a caller: for IPv6 its network, since hosts pick from it freely. */
  public static String network(String address) {
    return ClientNetwork.of(address);
  }

  private Bucket bucket(RateLimit limit, String caller) {
    synchronized (buckets) {
      return buckets.computeIfAbsent(
          new Key(limit.name(), caller),
          _ ->
              Bucket.builder()
                  .addLimit(bandwidth ->
                      bandwidth.capacity(limit.calls()).refillGreedy(limit.calls(), limit.period()))
                  .build());
    }
  }
}
