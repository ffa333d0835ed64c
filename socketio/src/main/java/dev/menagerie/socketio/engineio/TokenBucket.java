package dev.menagerie.socketio.engineio;

/** A rate with a burst. Not thread-safe: it belongs to a session's lane. */
final class TokenBucket {
  private static final double NANOS_PER_SECOND = 1e9;

  private double tokens = Double.NaN;
  private long lastNanos;

  /** Takes one token, if the limits leave one at this time. */
  boolean take(SessionLimits limits, long nowNanos) {
    double refill = (nowNanos - lastNanos) / NANOS_PER_SECOND * limits.packetsPerSecond();
    tokens =
        Double.isNaN(tokens)
            ? limits.packetBurst()
            : Math.min(limits.packetBurst(), tokens + refill);
    lastNanos = nowNanos;
    if (tokens < 1) {
      return false;
    }
    tokens -= 1;
    return true;
  }
}
