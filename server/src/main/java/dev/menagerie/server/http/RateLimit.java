package dev.menagerie.server.http;

import java.time.Duration;

/**
 * So many calls at once, and so many again in each period.
 *
 * @param name tells its buckets from those of other limits
 */
public record RateLimit(String name, long calls, Duration period) {
  public RateLimit {
    if (calls < 1) throw new IllegalArgumentException("a limit allows at least one call");
    if (!period.isPositive()) throw new IllegalArgumentException("a limit needs a period");
  }

  /** So many calls at once, and as many again each minute. */
  public static RateLimit perMinute(String name, long calls) {
    return new RateLimit(name, calls, Duration.ofMinutes(1));
  }

  /** So many calls at once, and as many again each second. */
  public static RateLimit perSecond(String name, long calls) {
    return new RateLimit(name, calls, Duration.ofSeconds(1));
  }
}
