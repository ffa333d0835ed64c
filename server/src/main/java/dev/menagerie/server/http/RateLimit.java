package dev.menagerie.server.http;

import java.time.Duration;

/**
 * The number of calls in a period, which is also the burst.
 *
 * @param name identifies the buckets of this limit
 */
public record RateLimit(String name, long calls, Duration period) {
  public RateLimit {
    if (calls < 1) throw new IllegalArgumentException("a limit allows at least one call");
    if (!period.isPositive()) throw new IllegalArgumentException("a limit needs a period");
  }

  /** So many calls in a burst and in each minute. */
  public static RateLimit perMinute(String name, long calls) {
    return new RateLimit(name, calls, Duration.ofMinutes(1));
  }

  /** So many calls in a burst and in each second. */
  public static RateLimit perSecond(String name, long calls) {
    return new RateLimit(name, calls, Duration.ofSeconds(1));
  }
}
